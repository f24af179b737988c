import type { ColumnResult } from '../../facts/document/drift.ts';
import type { Side } from '../../facts/document/side.ts';
import { decodeBlocks, decodeDoubles, decodeStretches, type ColumnBlocks } from '../../engine/columns/decode.ts';
import { makeSampleCounter, type NumberCounts, type TextCounts } from '../../engine/columns/sample-counts.ts';
import { sortFloat64 } from '../../stats/describe/sort.ts';
import { dropCommonKernel } from '../../stats/kernel/kernel.ts';
import {
  categoryMatrix,
  type CategoryMatrix,
  NO_MATRICES,
  NumberCorrelations,
  type NumberMatrices,
} from '../compare/correlation-matrices.ts';
import { performanceCalls, takeErrors } from '../model/worker-calls.ts';
import { rowCalls } from '../rows/rows-as-read.ts';
import { orderCalls, type SharedRows } from '../sequence/order-calls.ts';
import { levelSteps } from '../where/level-step.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import { summarisedResult, type SummarisedJob } from '../summarised/summarised-result.ts';
import { whereCalls } from '../where/worker-calls.ts';
import { columnCalls, sharedOrder, sharedStrata } from './column-calls.ts';

const sampleCounter = makeSampleCounter(sortFloat64);

let axis: SharedAxis | null = null;
/** Of both files, where they are added up side by side. */
const numbers = new Map<Side, NumberCorrelations>();

/** The stretch of each row of a file, and the numbers of the rows that are wanted: all, where there are none. */
export interface RowBatches {
  all: Uint8Array;
  rows?: Uint8Array;
}

function batchesIn({ all, rows }: RowBatches): Uint8Array {
  if (rows === undefined) return all;
  return Uint8Array.from(decodeDoubles(rows)[0] ?? new Float64Array(), (row) => all[row] ?? 0);
}

/** What the page may ask of a statistics worker. Columns arrive as Arrow IPC bytes and are decoded here. */
export const statsCalls = {
  ...columnCalls,

  ...orderCalls,

  /** Change points of several series. */
  changePoints: levelSteps,

  /** Columns whose rows stayed elsewhere. */
  summarised: (jobs: SummarisedJob[]): ColumnResult[] => jobs.map(summarisedResult),

  countNumbers: ({ bytes }: { bytes: Uint8Array }): Promise<NumberCounts[]> => sampleCounter.numbers(bytes),

  countTexts: (pieces: Uint8Array[]): Promise<Map<number, TextCounts>> => sampleCounter.texts(pieces),

  setOrder(shared: SharedRows): void {
    axis = shared.axis;
    columnCalls.setOrder(shared);
  },

  /** Starts the matrices of numbers; `shifts` are rough means that keep large offsets from costing precision, `rows` all, and those of the sample; `batches` the stretch of each row. */
  numbersStart(
    side: Side,
    {
      shifts,
      rows,
      batches,
    }: { shifts: Float64Array; rows: { all: number; marked: number }; batches: Uint8Array | null },
  ): void {
    numbers.set(side, new NumberCorrelations(shifts, rows, batches));
  },

  /** Adds a block of rows; where it is `marked` its last column is 1 for rows of the sample. */
  numbersAdd(side: Side, { block }: { block: Uint8Array }, isMarked: boolean): void {
    for (const stretch of decodeStretches(block)) {
      const marks = isMarked ? stretch.pop() : undefined;
      numbers.get(side)?.add(stretch, marks);
    }
  },

  /** Adds all rows, from columns that have left the engine before. */
  numbersAddAll(side: Side, columns: ColumnBlocks): void {
    numbers.get(side)?.add(decodeBlocks(columns));
  },

  numbersEnd(side: Side): NumberMatrices {
    const matrices = numbers.get(side)?.matrices() ?? NO_MATRICES;
    numbers.delete(side);
    dropCommonKernel();
    return matrices;
  },

  /** Of `known` columns at the front the pairs are left out. */
  categoriesOf(
    columns: ColumnBlocks,
    { known, batches }: { known: number; batches: RowBatches | null },
  ): CategoryMatrix {
    return categoryMatrix(decodeBlocks(columns), { known, batches: batches === null ? undefined : batchesIn(batches) });
  },

  ...performanceCalls({ axisOf: () => axis, strataOf: sharedStrata, orderOf: sharedOrder }),

  ...whereCalls(takeErrors),

  ...rowCalls,
};

export type StatsCalls = typeof statsCalls;
