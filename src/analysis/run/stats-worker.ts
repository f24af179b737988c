import { serve } from '../../engine/bridge.ts';
import { decodeCounts, decodeNumbers, decodeStretches, openNumbers } from '../../engine/columns/decode.ts';
import { sampleCounter, type NumberCounts, type TextCounts } from '../../engine/columns/sample-counts.ts';
import { ColumnRoom } from './column-room.ts';
import { categoricalResult, drawnResult, failedResult, numericResult, type Drawn } from './column-result.ts';
import { categoryMatrix, NumberCorrelations, type NumberMatrices } from '../compare/correlation-matrices.ts';
import { chooseUnit, periodAxis, timeSpan, type SharedAxis, type TimeAxis } from '../summarise/periods.ts';
import { summariseLevels } from '../summarise/summarise-levels.ts';
import { summariseNumbers } from '../summarise/summarise-numbers.ts';
import type { ColumnSummary, NumberValues } from '../../facts/summary.ts';
import { elementAt } from '../../facts/element-at.ts';
import { dropCommonKernel } from '../../stats/kernel/kernel.ts';
import { denseCodes } from '../../stats/describe/dense-codes.ts';
import { performanceCalls } from '../model/worker-calls.ts';
import type { ColumnJob } from './plan.ts';
import type { ColumnResult, PerSide, Side } from '../../facts/results.ts';
import { mapSides } from '../../facts/sides.ts';

let axis: SharedAxis | null = null;
let numbers: NumberCorrelations | null = null;

const columnRoom = new ColumnRoom();

const withGaps = (bytes: Uint8Array): Float64Array[] =>
  decodeNumbers(bytes).map(({ values, missing }) => {
    if (missing !== null) for (let row = 0; row < values.length; row++) if (missing[row] === 1) values[row] = NaN;
    return values;
  });

type Summaries = PerSide<ColumnSummary<NumberValues>>;

/** Summarises columns in this worker's own memory, beside the time axis, one after the other: each is gone when the next one comes. */
function eachSummarised<T>(
  { jobs, columns, inOrder }: { jobs: readonly ColumnJob[]; columns: PerSide<Uint8Array>; inOrder: boolean },
  coerced: readonly PerSide<number>[],
  use: (job: ColumnJob, summarise: () => Summaries) => T,
): T[] {
  const packed = mapSides(columns, openNumbers);
  return jobs.map((job, i) =>
    use(job, () => {
      const one = mapSides(packed, (all) => elementAt(all, i));
      const { room, axis: shared } = columnRoom.layOut(mapSides(one, ({ rows }) => rows));
      const decoded = mapSides(one, (column, side) => column.unpack(room[side]?.rows, room[side]?.missing));
      return mapSides(decoded, (column, side) =>
        summariseNumbers(
          column,
          { column: job.name, slice: side, coerced: coerced[i]?.[side] ?? 0 },
          {
            as: job.type === 'datetime' ? 'time' : 'number',
            room: room[side],
            axis: job.type === 'numeric' && inOrder ? timeAxisOf(shared, side) : null,
            inOrder: inOrder && job.compare !== null,
          },
        ),
      );
    }),
  );
}

/** A file without the time column has no periods. */
function timeAxisOf(shared: SharedAxis | null, side: Side): TimeAxis | null {
  if (shared === null) return null;
  const { timeColumn, unit, axes } = shared;
  return { timeColumn, unit, axis: axes[side] ?? { starts: [], codes: new Int32Array() } };
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
    return eachSummarised({ jobs, columns, inOrder: true }, coerced, (job, summarise) =>
      orFailed(job, () => numericResult(job, summarise())),
    );
  },

  /** What the picture and Evidently's score of a column hang on, anew. */
  redraw(jobs: readonly ColumnJob[], columns: PerSide<Uint8Array>): Drawn[] {
    return eachSummarised({ jobs, columns, inOrder: false }, [], (job, summarise) => drawnResult(job, summarise()));
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
        const position = compared.indexOf(job);
        const summaries = mapSides(tables, (all, side) => {
          const inOrder = position === -1 ? undefined : codes[side];
          return summariseLevels(
            elementAt(all, i),
            { column: job.name, slice: side, coerced: more.coerced[i]?.[side] ?? 0 },
            inOrder === undefined ? null : denseCodes(elementAt(inOrder, position)),
          );
        });
        return categoricalResult(job, summaries);
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
