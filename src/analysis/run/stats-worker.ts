import { serve } from '../../engine/bridge.ts';
import {
  decodeCounts,
  decodeNumbers,
  decodeStretches,
  openNumbers,
  type NumberColumn,
} from '../../engine/columns/decode.ts';
import { sampleCounter, type NumberCounts, type TextCounts } from '../../engine/columns/sample-counts.ts';
import { tableFromCounts } from '../../stats/describe/frequency-table.ts';
import { ColumnRoom } from './column-room.ts';
import {
  categoricalResult,
  curvesOf,
  drawnResult,
  failedResult,
  numericResult,
  type Drawn,
  type SharedAxis,
} from './column-result.ts';
import { categoryMatrix, NumberCorrelations, type NumberMatrices } from '../compare/correlation-matrices.ts';
import { chooseUnit, periodAxis, timeSpan } from '../summarise/periods.ts';
import { dropCommonKernel } from '../../stats/kernel/kernel.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';
import { performanceCalls } from '../model/worker-calls.ts';
import type { ColumnJob } from './plan.ts';
import type { ColumnResult, PerSide } from '../../facts/results.ts';
import { mapSides } from '../../facts/sides.ts';

let axis: SharedAxis | null = null;
let numbers: NumberCorrelations | null = null;

const columnRoom = new ColumnRoom();

const withGaps = (bytes: Uint8Array): Float64Array[] =>
  decodeNumbers(bytes).map(({ values, missing }) => {
    if (missing !== null) for (let row = 0; row < values.length; row++) if (missing[row] === 1) values[row] = NaN;
    return values;
  });

/** Goes through columns in this worker's own memory, beside the time axis, one after the other. */
function eachInRooms<T>(
  jobs: readonly ColumnJob[],
  columns: PerSide<Uint8Array>,
  use: (job: ColumnJob, decoded: PerSide<NumberColumn>, rooms: ReturnType<ColumnRoom['layOut']>, i: number) => T,
): T[] {
  const packed = mapSides(columns, openNumbers);
  return jobs.map((job, i) => {
    const one = mapSides(packed, (all) => all[i]!);
    const rooms = columnRoom.layOut(mapSides(one, ({ rows }) => rows));
    const decoded = mapSides(one, (column, side) => {
      const room = rooms.room[side];
      return column.unpack(room?.rows, room?.missing);
    });
    return use(job, decoded, rooms, i);
  });
}

/** One column that fails takes no other down. */
function orFailed(job: ColumnJob, work: () => ColumnResult): ColumnResult {
  try {
    return work();
  } catch (error) {
    return failedResult(job, error);
  }
}

/** What the page may ask of a statistics worker. Columns arrive as Arrow IPC bytes and are decoded here. */
const api = {
  /** Works out the time axis of both files; null when no row has a time. */
  makeAxis(timeColumn: string, times: PerSide<Uint8Array>): SharedAxis | null {
    const columns = mapSides(times, (bytes) => withGaps(bytes)[0] ?? new Float64Array());
    const spans = Object.values(columns).flatMap((column) => timeSpan(column) ?? []);
    if (spans.length === 0) return null;
    const unit = chooseUnit(spans);
    return { timeColumn, unit: unit.name, axes: mapSides(columns, (column) => periodAxis(column, unit)) };
  },

  countNumbers: ({ bytes }: { bytes: Uint8Array }): Promise<NumberCounts[]> => sampleCounter.numbers(bytes),

  countTexts: (pieces: Uint8Array[]): Promise<Map<number, TextCounts>> => sampleCounter.texts(pieces),

  /** Sets the time axis for the columns that follow. */
  setAxis(shared: SharedAxis | null): void {
    axis = shared;
    columnRoom.setAxis(shared);
  },

  /** One result for each job, in their order; so do the next two. */
  numeric(
    jobs: readonly ColumnJob[],
    columns: PerSide<Uint8Array>,
    coerced: readonly PerSide<number>[],
  ): ColumnResult[] {
    return eachInRooms(jobs, columns, (job, decoded, rooms, i) =>
      orFailed(job, () => numericResult(job, decoded, { coerced: coerced[i]!, ...rooms })),
    );
  },

  /** What the picture and Evidently's score of a column hang on, anew. */
  redraw(jobs: readonly ColumnJob[], columns: PerSide<Uint8Array>): Drawn[] {
    return eachInRooms(jobs, columns, (job, decoded, { room }) => drawnResult(job, curvesOf(decoded, room)));
  },

  /** `inOrder`: of those that are compared, the codes of some rows in the file's order, which may tell how much they depend on each other. */
  frequencies(
    jobs: readonly ColumnJob[],
    columns: PerSide<Uint8Array[]>,
    more: { coerced: readonly PerSide<number>[]; inOrder: PerSide<Uint8Array> },
  ): ColumnResult[] {
    const tables = mapSides(columns, (pieces) => decodeCounts(pieces, jobs.length));
    const compared = jobs.filter(({ compare }) => compare !== null);
    const codes = mapSides(more.inOrder, withGaps);
    return jobs.map((job, i) =>
      orFailed(job, () => {
        const own = mapSides(tables, (all) => tableFromCounts(all[i]!.levels, all[i]!.counts, all[i]!.missing));
        const at = compared.indexOf(job);
        const inOrder = at === -1 ? {} : mapSides(codes, (all) => denseCodes(all[at]!));
        return categoricalResult(job, own, { coerced: more.coerced[i]!, codes: inOrder });
      }),
    );
  },

  /** Starts the matrices of numbers; `shifts` are rough means that keep large offsets from costing precision, `rows` those of the sample. */
  numbersStart(shifts: Float64Array, rows: number): void {
    numbers = new NumberCorrelations(shifts, rows);
  },

  /** Adds a block of rows; where it is `marked` its last column is 1 for rows of the sample. */
  numbersAdd({ block }: { block: Uint8Array }, isMarked: boolean): void {
    for (const stretch of decodeStretches(block)) {
      const marks = isMarked ? stretch.pop() : undefined;
      numbers?.add(stretch, marks);
    }
  },

  numbersEnd(): NumberMatrices {
    const matrices = numbers?.matrices() ?? { pearson: [], spearman: [], rows: 0 };
    numbers = null;
    dropCommonKernel();
    return matrices;
  },

  categories({ block }: { block: Uint8Array }): ReturnType<typeof categoryMatrix> {
    return categoryMatrix(withGaps(block));
  },

  ...performanceCalls(() => axis),
};

export type StatsWorker = typeof api;

serve(api);
