import { serve } from '../engine/bridge.ts';
import { decodeCounts, decodeNumbers, decodeStretches, openNumbers, type NumberColumn } from '../engine/decode.ts';
import { sampleCounter, type NumberCounts, type TextCounts } from '../engine/sample-counts.ts';
import type { EcdfRoom } from '../stats/ecdf-room.ts';
import { tableFromCounts } from '../stats/frequency-table.ts';
import { ColumnRoom } from './column-room.ts';
import {
  categoricalResult,
  curvesOf,
  drawnResult,
  numericResult,
  type Drawn,
  type SharedAxis,
} from './column-result.ts';
import { categoryMatrix, NumberCorrelations, type NumberMatrices } from './correlation-matrices.ts';
import { chooseUnit, periodAxis, timeSpan } from './periods.ts';
import { dropCommonKernel } from '../stats/kernel/kernel.ts';
import { denseCodes } from '../stats/dense-codes.ts';
import { performanceCalls } from './performance/worker-calls.ts';
import type { ColumnJob } from './plan.ts';
import type { ColumnResult, PerSide } from './results.ts';
import { mapSides } from './sides.ts';

let axis: SharedAxis | null = null;
let numbers: NumberCorrelations | null = null;

const columnRoom = new ColumnRoom();

const withGaps = (bytes: Uint8Array): Float64Array[] =>
  decodeNumbers(bytes).map(({ values, missing }) => {
    if (missing !== null) for (let row = 0; row < values.length; row++) if (missing[row] === 1) values[row] = NaN;
    return values;
  });

/** Columns decoded into this worker's own memory, beside the time axis: until the next ones come. */
function inRooms(columns: PerSide<Uint8Array>): {
  decoded: PerSide<NumberColumn>;
  room: PerSide<EcdfRoom>;
  axis: SharedAxis | null;
} {
  const packed = mapSides(columns, (bytes) => {
    const [column] = openNumbers(bytes);
    if (column === undefined) throw new Error('an answer without a column');
    return column;
  });
  const laidOut = columnRoom.layOut(mapSides(packed, ({ rows }) => rows));
  const decoded = mapSides(packed, (column, side) => {
    const room = laidOut.room[side];
    return column.unpack(room?.rows, room?.missing);
  });
  return { decoded, ...laidOut };
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

  numeric(job: ColumnJob, columns: PerSide<Uint8Array>, coerced: PerSide<number>): ColumnResult {
    const { decoded, ...placed } = inRooms(columns);
    return numericResult(job, decoded, { coerced, ...placed });
  },

  /** What the picture and Evidently's score of a column hang on, anew. */
  redraw(job: ColumnJob, columns: PerSide<Uint8Array>): Drawn {
    const { decoded, room } = inRooms(columns);
    return drawnResult(job, curvesOf(decoded, room));
  },

  /** `inOrder`: the codes of some rows in the file's order, where that may tell how much they depend on each other. */
  frequencies(
    job: ColumnJob,
    columns: PerSide<Uint8Array[]>,
    more: { coerced: PerSide<number>; inOrder: PerSide<Uint8Array> },
  ): ColumnResult {
    const tables = mapSides(columns, (pieces) => {
      const { levels, counts, missing } = decodeCounts(pieces);
      return tableFromCounts(levels, counts, missing);
    });
    const codes = mapSides(more.inOrder, (bytes) => denseCodes(withGaps(bytes)[0] ?? new Float64Array()));
    return categoricalResult(job, tables, { coerced: more.coerced, codes });
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
