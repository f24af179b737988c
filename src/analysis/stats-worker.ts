import { serve } from '../engine/bridge.ts';
import { decodeCounts, decodeNumbers } from '../engine/decode.ts';
import { tableFromCounts } from '../stats/frequency-table.ts';
import { PearsonAccumulator } from '../stats/pearson.ts';
import { categoricalResult, numericResult, type SharedAxis } from './column-result.ts';
import { rankMatrices, type RankMatrices } from './correlation-matrices.ts';
import { chooseUnit, periodAxis, timeSpan } from './periods.ts';
import type { ColumnJob } from './plan.ts';
import type { ColumnResult, PerSide } from './results.ts';
import { mapSides } from './sides.ts';

let axis: SharedAxis | null = null;
let pearson: PearsonAccumulator | null = null;

const only = (bytes: Uint8Array): ReturnType<typeof decodeNumbers>[number] => {
  const [column] = decodeNumbers(bytes);
  if (column === undefined) throw new Error('an answer without a column');
  return column;
};

const withGaps = (bytes: Uint8Array): Float64Array[] =>
  decodeNumbers(bytes).map(({ values, missing }) => {
    if (missing !== null) for (let row = 0; row < values.length; row++) if (missing[row] === 1) values[row] = NaN;
    return values;
  });

/** What the page may ask of a statistics worker. Columns arrive as Arrow IPC bytes and are decoded here. */
const api = {
  /** Sets the time axis for the columns that follow; null when no column holds the time. */
  setAxis(timeColumn: string | null, times: PerSide<Uint8Array>): void {
    if (timeColumn === null) {
      axis = null;
      return;
    }
    const columns = mapSides(times, (bytes) => withGaps(bytes)[0] ?? new Float64Array());
    const spans = Object.values(columns).flatMap((column) => timeSpan(column) ?? []);
    if (spans.length === 0) {
      axis = null;
      return;
    }
    const unit = chooseUnit(spans);
    axis = { timeColumn, unit: unit.name, axes: mapSides(columns, (column) => periodAxis(column, unit)) };
  },

  numeric(job: ColumnJob, columns: PerSide<Uint8Array>, coerced: PerSide<number>): ColumnResult {
    return numericResult(job, mapSides(columns, only), { coerced, axis });
  },

  frequencies(job: ColumnJob, columns: PerSide<Uint8Array[]>, coerced: PerSide<number>): ColumnResult {
    const tables = mapSides(columns, (pieces) => {
      const { levels, counts, missing } = decodeCounts(pieces);
      return tableFromCounts(levels, counts, missing);
    });
    return categoricalResult(job, tables, coerced);
  },

  /** Starts a Pearson matrix; `shifts` are rough means that keep large offsets from costing precision. */
  pearsonStart(shifts: Float64Array): void {
    pearson = new PearsonAccumulator(shifts.length, shifts);
  },

  pearsonAdd({ block }: { block: Uint8Array }): void {
    pearson?.add(withGaps(block));
  },

  pearsonEnd(): (number | null)[][] {
    const matrix = pearson?.matrix() ?? [];
    pearson = null;
    return matrix;
  },

  /** Spearman's and Cramér's matrices of a block: first the numbers, then the codes. */
  ranks({ block }: { block: Uint8Array }, numbers: number): RankMatrices {
    return rankMatrices(withGaps(block), numbers);
  },
};

export type StatsWorker = typeof api;

serve(api);
