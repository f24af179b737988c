import { elementAt } from '../../facts/element-at.ts';
import { handOver } from '../../engine/bridge.ts';
import { fetchBlock } from '../../engine/columns/blocks.ts';
import { countUnreadable, fetchCounts, fetchTogether, summariseText } from '../../engine/columns/columns.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import { bundlesOf } from './bundles.ts';
import { failedResult, summaryResult } from './column-result.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import { summariseTexts } from '../summarise/summarise-levels.ts';
import { orderWindow } from '../compare/effective.ts';
import type { ColumnJob } from './plan.ts';
import type { Pool } from './pool.ts';
import type { ColumnResult, PerSide } from '../../facts/results.ts';
import { mapSides, mapSidesAsync } from '../../facts/sides.ts';

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

/** Bundles in work at once: enough that the engines and the workers never wait for each other. */
const LANES = 4;

/** Runs the plan's columns; `onResult` gets each as it is done. A column that fails is reported, not thrown. */
export async function runColumns(
  run: ColumnRun,
  columns: readonly ColumnTask[],
  onResult: (task: ColumnTask, result: ColumnResult) => void,
): Promise<void> {
  const rows = Math.max(...Object.values(run.data).map(({ summary }) => summary.rowsUsed));
  const waiting = bundlesOf(columns, { rows, kindOf: ({ job, before }) => [job.form, job.sides, before === null] });
  const lane = async (): Promise<void> => {
    for (let bundle = waiting.shift(); bundle !== undefined; bundle = waiting.shift()) {
      run.signal?.throwIfAborted();
      const results = await runBundle(run, bundle);
      bundle.forEach((task, i) => {
        onResult(task, results[i]!);
      });
    }
  };
  // When one fails the others still end first: whoever goes on finds the engines at rest.
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** One result for each task, in their order. Cancelling and a dead engine end the run. */
async function runBundle(run: ColumnRun, tasks: readonly ColumnTask[]): Promise<ColumnResult[]> {
  const jobs = tasks.map(({ job }) => job);
  const [first] = tasks;
  if (first === undefined) return [];
  try {
    if (first.before !== null) return await redrawColumns(run, tasks);
    switch (first.job.form) {
      case 'numeric':
        return await runNumeric(run, jobs);
      case 'frequencies':
        return await runFrequencies(run, jobs);
      case 'summary':
        return await Promise.all(jobs.map((job) => runSummary(run, job)));
    }
  } catch (error) {
    run.signal?.throwIfAborted();
    if (error instanceof Error && 'code' in error) throw error;
    if (tasks.length === 1) return [failedResult(first.job, error)];
    // Whichever of them it was, the others stand.
    const alone: ColumnResult[] = [];
    for (const task of tasks) alone.push(...(await runBundle(run, [task])));
    return alone;
  }
}

/** The time axis of both files; null when no row has a time. */
export async function makeAxis(
  { data, pool }: Pick<ColumnRun, 'data' | 'pool'>,
  timeColumn: string,
): Promise<SharedAxis | null> {
  const times = await mapSidesAsync(storedIn(data, [timeColumn]), (one) =>
    fetchTogether(one.data, [{ column: one.columns[0]!, kind: 'time' }]),
  );
  return pool.run((calls) => calls.makeAxis(timeColumn, handOver(times)));
}

/** Gives every worker the time axis. */
export async function shareAxis(pool: Pool, axis: SharedAxis | null): Promise<void> {
  await Promise.all(Array.from({ length: pool.size }, (_, i) => pool.runOn(i, (calls) => calls.setAxis(axis))));
}

interface Located {
  data: DataSet;
  columns: StoredColumn[];
}

/** Each side's columns of these names, where it has them all. */
function storedIn(data: PerSide<DataSet>, names: readonly string[]): PerSide<Located> {
  const found: PerSide<Located> = {};
  mapSides(data, (set, side) => {
    const columns = names.flatMap((name) => set.columns.find((one) => one.name === name) ?? []);
    if (columns.length === names.length) found[side] = { data: set, columns };
  });
  return found;
}

const namesOf = (jobs: readonly ColumnJob[]): string[] => jobs.map(({ name }) => name);

/** Cells of a column that reading has made missing. */
const coercedIn = (located: PerSide<Located>, { name }: ColumnJob): PerSide<number> =>
  mapSides(located, ({ data }) => data.coerced.get(name) ?? 0);

async function runSummary({ data, signal }: ColumnRun, job: ColumnJob): Promise<ColumnResult> {
  const located = storedIn(data, [job.name]);
  const coerced = coercedIn(located, job);
  const summaries = await mapSidesAsync(located, async (one, side) =>
    summariseTexts(await summariseText(one.data, elementAt(one.columns, 0), signal), {
      ...{ column: job.name, slice: side, coerced: coerced[side] ?? 0 },
    }),
  );
  return summaryResult(job, summaries);
}

async function runFrequencies({ data, pool, signal }: ColumnRun, jobs: readonly ColumnJob[]): Promise<ColumnResult[]> {
  const located = storedIn(data, namesOf(jobs));
  const counts = await mapSidesAsync(located, (one) => fetchCounts(one.data, one.columns, signal));
  const compared = jobs.filter(({ compare }) => compare !== null);
  const inOrder = compared.length === 0 ? {} : await mapSidesAsync(storedIn(data, namesOf(compared)), codesInOrder);
  const coerced = jobs.map((job) => coercedIn(located, job));
  return pool.run((calls) => calls.frequencies(jobs, counts, { coerced, inOrder: handOver(inOrder) }));
}

const codesInOrder = ({ data, columns }: Located): Promise<Uint8Array> =>
  fetchBlock(data, { numbers: [], codes: columns, rows: orderWindow(data.summary.rowsUsed) });

const kindOf = ({ type }: ColumnJob): 'time' | 'number' => (type === 'datetime' ? 'time' : 'number');

async function runNumeric(run: ColumnRun, jobs: readonly ColumnJob[]): Promise<ColumnResult[]> {
  const { data, pool, signal, axisShared } = run;
  const located = storedIn(data, namesOf(jobs));
  const values = await valuesOf(located, jobs);
  const coerced: PerSide<number>[] = [];
  for (const [i, job] of jobs.entries()) {
    const kept = coercedIn(located, job);
    const lost = await mapSidesAsync(located, (one) => countUnreadable(one.data, one.columns[i]!, kindOf(job), signal));
    coerced.push(mapSides(lost, (count, side) => count + (kept[side] ?? 0)));
  }
  await axisShared;
  return pool.run((calls) => calls.numeric(jobs, handOver(values), coerced));
}

const valuesOf = (located: PerSide<Located>, jobs: readonly ColumnJob[]): Promise<PerSide<Uint8Array>> =>
  mapSidesAsync(located, ({ data, columns }) =>
    fetchTogether(
      data,
      columns.map((column, i) => ({ column, as: kindOf(jobs[i]!) })),
    ),
  );

/** Numeric columns on other bins, or with another score of Evidently's. */
async function redrawColumns({ data, pool }: ColumnRun, tasks: readonly ColumnTask[]): Promise<ColumnResult[]> {
  const jobs = tasks.map(({ job }) => job);
  const values = await valuesOf(storedIn(data, namesOf(jobs)), jobs);
  const drawn = await pool.run((calls) => calls.redraw(jobs, handOver(values)));
  return tasks.map(({ before }, i) => ({ ...before!, ...drawn[i]! }));
}
