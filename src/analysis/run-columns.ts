import { handOver } from '../engine/bridge.ts';
import { countUnreadable, fetchBlock, fetchCounts, fetchNumbers, summariseText } from '../engine/columns.ts';
import type { DataSet, StoredColumn } from '../engine/data-set.ts';
import { summaryResult, type SharedAxis } from './column-result.ts';
import { orderWindow } from './effective.ts';
import type { ColumnJob } from './plan.ts';
import type { Pool } from './pool.ts';
import type { ColumnResult, PerSide } from './results.ts';
import { mapSides, mapSidesAsync } from './sides.ts';

export interface ColumnRun {
  data: PerSide<DataSet>;
  pool: Pool;
  /** Resolves when the workers have the time axis: numbers are fetched meanwhile, and then worked out. */
  axisShared: Promise<void>;
  signal?: AbortSignal | undefined;
}

/** A column to work out; from what is known of it, where only its picture or its scores are to be others. */
export interface ColumnTask {
  job: ColumnJob;
  before: ColumnResult | null;
}

/** Columns in work at once: enough that the engines and the workers never wait for each other. */
const LANES = 4;

/** Runs the plan's columns; `onResult` gets each as it is done. A column that fails is reported, not thrown. */
export async function runColumns(
  run: ColumnRun,
  columns: readonly ColumnTask[],
  onResult: (task: ColumnTask, result: ColumnResult) => void,
): Promise<void> {
  const waiting = [...columns];
  const lane = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      run.signal?.throwIfAborted();
      const { job, before } = task;
      const work = before === null ? runColumn(run, job) : redrawColumn(run, job, before);
      onResult(task, await work.catch((error: unknown) => failed(run, job, error)));
    }
  };
  // When one fails the others still end first: whoever goes on finds the engines at rest.
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** The time axis of both files; null when no row has a time. */
export async function makeAxis(
  { data, pool }: Pick<ColumnRun, 'data' | 'pool'>,
  timeColumn: string,
): Promise<SharedAxis | null> {
  const columns = storedIn(data, timeColumn);
  const times = await mapSidesAsync(columns, ({ data: set, column }) => fetchNumbers(set, column, 'time'));
  return pool.run((calls) => calls.makeAxis(timeColumn, handOver(times)));
}

/** Gives every worker the time axis. */
export async function shareAxis(pool: Pool, axis: SharedAxis | null): Promise<void> {
  await Promise.all(Array.from({ length: pool.size }, (_, i) => pool.runOn(i, (calls) => calls.setAxis(axis))));
}

interface Located {
  data: DataSet;
  column: StoredColumn;
}

function storedIn(data: PerSide<DataSet>, name: string): PerSide<Located> {
  const found: PerSide<Located> = {};
  mapSides(data, (set, side) => {
    const column = set.columns.find((one) => one.name === name);
    if (column !== undefined) found[side] = { data: set, column };
  });
  return found;
}

const codesInOrder = ({ data, column }: Located): Promise<Uint8Array> =>
  fetchBlock(data, { numbers: [], codes: [column], rows: orderWindow(data.summary.rowsUsed) });

async function runColumn(run: ColumnRun, job: ColumnJob): Promise<ColumnResult> {
  const { pool, signal } = run;
  const columns = storedIn(run.data, job.name);
  const kept = mapSides(columns, ({ data }) => data.coerced.get(job.name) ?? 0);
  if (job.form === 'summary') {
    const summaries = await mapSidesAsync(columns, ({ data, column }) => summariseText(data, column, signal));
    return summaryResult(job, summaries, kept);
  }
  if (job.form === 'frequencies') {
    const counts = await mapSidesAsync(columns, ({ data, column }) => fetchCounts(data, column, signal));
    const inOrder = job.compare !== null ? await mapSidesAsync(columns, codesInOrder) : {};
    return pool.run((calls) => calls.frequencies(job, counts, { coerced: kept, inOrder }));
  }
  const values = await valuesOf(columns, job);
  const as = job.type === 'datetime' ? 'time' : 'number';
  const lost = await mapSidesAsync(columns, ({ data, column }) => countUnreadable(data, column, as, signal));
  const coerced = mapSides(lost, (count, side) => count + (kept[side] ?? 0));
  await run.axisShared;
  return pool.run((calls) => calls.numeric(job, handOver(values), coerced));
}

const valuesOf = (columns: PerSide<Located>, job: ColumnJob): Promise<PerSide<Uint8Array>> =>
  mapSidesAsync(columns, ({ data, column }) => fetchNumbers(data, column, job.type === 'datetime' ? 'time' : 'number'));

/** A numeric column on other bins, or with another score of Evidently's. */
async function redrawColumn(run: ColumnRun, job: ColumnJob, before: ColumnResult): Promise<ColumnResult> {
  const values = await valuesOf(storedIn(run.data, job.name), job);
  return { ...before, ...(await run.pool.run((calls) => calls.redraw(job, handOver(values)))) };
}

/** What remains of a column that could not be worked out: its reason. Cancelling and a dead engine end the run. */
function failed(run: ColumnRun, job: ColumnJob, error: unknown): ColumnResult {
  run.signal?.throwIfAborted();
  if (error instanceof Error && 'code' in error) throw error;
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return {
    name: job.name,
    quality: {},
    distribution: null,
    cumulative: null,
    overTime: null,
    scores: [],
    drift: { notTested: `it could not be worked out: ${reason}` },
  };
}
