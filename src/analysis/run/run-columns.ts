import { largest } from '../../facts/extremes.ts';
import { elementAt } from '../../facts/element-at.ts';
import { handOver, handOverAll } from '../../engine/bridge.ts';
import { fetchBlock } from '../../engine/columns/blocks.ts';
import { countUnreadable, fetchCounts, fetchTogether, summariseText } from '../../engine/columns/columns.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import { bundlesOf } from './bundles.ts';
import { failedResult, summaryResult } from './column-result.ts';
import { hashedLevels } from '../within/hashed-levels.ts';
import type { CodedColumns } from '../where/coded-columns.ts';
import type { SideCodes } from '../sequence/both-sides.ts';
import type { SharedRows } from '../sequence/order-calls.ts';
import { summariseTexts } from '../summarise/summarise-levels.ts';
import type { SharedOrder } from '../sequence/row-order.ts';
import type { ColumnJob } from './plan.ts';
import type { Pool } from './pool.ts';
import type { Known, Part } from './kept/result-cache.ts';
import type { ValueForm, ValueKey, ValueStore } from './kept/value-store.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../facts/document/sides.ts';

export interface ColumnRun {
  data: PerSide<DataSet>;
  pool: Pool;
  /** Resolves when the workers have the time axis and the order of the rows: columns are fetched meanwhile, and then worked out. */
  rowsShared: Promise<SharedRows>;
  /** Under which key a summary is kept by the worker that its column belongs to; null where none are. */
  keyOf: ((job: ColumnJob, side: Side) => string) | null;
  /** Where values stay for correlations and the model; null where they are fetched again. */
  store: ValueStore | null;
  /** Which texts count as missing in a column. */
  missingIn: (column: string) => readonly string[];
  /** Takes numbers and times in bins, where they are wanted so. */
  coded: CodedColumns;
  signal?: AbortSignal | undefined;
}

/** A column to work out; or what parts of it are to be others. */
export interface ColumnTask {
  job: ColumnJob;
  known: Known | null;
}

/** Bundles in work at once: enough that the engines and the workers never wait for each other. */
const CONCURRENCY = 4;

/** Runs the plan's columns; `onResult` gets each as it is done. A column that fails is reported, not thrown. */
export async function runColumns(
  run: ColumnRun,
  columns: readonly ColumnTask[],
  onResult: (task: ColumnTask, result: ColumnResult) => void,
): Promise<void> {
  const rows = largest(Object.values(run.data).map(({ summary }) => summary.rowsUsed));
  const waiting = bundlesOf(columns, {
    rows,
    kindOf: ({ job, known }) => [job.form, kindOf(job), job.sides, known && [known.lacks, run.pool.ownerOf(job.name)]],
  });
  const work = async (): Promise<void> => {
    for (let bundle = waiting.shift(); bundle !== undefined; bundle = waiting.shift()) {
      run.signal?.throwIfAborted();
      const results = await runBundle(run, bundle);
      bundle.forEach((task, i) => {
        onResult(task, elementAt(results, i));
      });
    }
  };
  // When one fails the others still end first: whoever goes on finds the engines at rest.
  const ended = await Promise.allSettled(Array.from({ length: CONCURRENCY }, work));
  const failure = ended.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** One result for each task, in their order. Cancelling and a dead engine end the run. */
async function runBundle(run: ColumnRun, tasks: readonly ColumnTask[]): Promise<ColumnResult[]> {
  const jobs = tasks.map(({ job }) => job);
  const [first] = tasks;
  if (first === undefined) return [];
  try {
    if (first.known !== null) return await redrawColumns(run, tasks, first.known.lacks);
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
    const results: ColumnResult[][] = [];
    for (const task of tasks) results.push(await runBundle(run, [task]));
    return results.flat();
  }
}

/** A side's data set, with some of its columns. */
export interface Located {
  data: DataSet;
  columns: StoredColumn[];
}

/** Each side's columns of these names, where it has them all. */
export function storedIn(data: PerSide<DataSet>, names: readonly string[]): PerSide<Located> {
  const found: PerSide<Located> = {};
  mapSides(data, (set, side) => {
    const columns = names.flatMap((name) => set.columns.find((candidate) => candidate.name === name) ?? []);
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
  const summaries = await mapSidesAsync(located, async (located, side) =>
    summariseTexts(await summariseText(located.data, elementAt(located.columns, 0), signal), {
      ...{ column: job.name, slice: side, coerced: coerced[side] ?? 0 },
    }),
  );
  return summaryResult(job, summaries);
}

/** Each job's keys, by side. */
const keysOf = ({ keyOf }: ColumnRun, jobs: readonly ColumnJob[]): PerSide<string>[] | null =>
  keyOf && jobs.map((job) => Object.fromEntries(job.sides.map((side) => [side, keyOf(job, side)])));

async function runFrequencies(run: ColumnRun, jobs: readonly ColumnJob[]): Promise<ColumnResult[]> {
  const { data, pool, signal } = run;
  const names = namesOf(jobs);
  const located = storedIn(data, names);
  const counts = await mapSidesAsync(located, (side) => fetchCounts(side.data, side.columns, signal));
  const compared = jobs.filter(({ compare }) => compare !== null);
  const { order, strata = null } = await run.rowsShared;
  const codes = compared.length === 0 ? {} : await codesOf(run, namesOf(compared), order);
  const coerced = jobs.map((job) => coercedIn(located, job));
  const request = { jobs, keys: keysOf(run, jobs), coerced };
  const hashed =
    strata === null || compared.length === 0 ? null : await hashedLevels(storedIn(data, namesOf(compared)), signal);
  return pool.runFor(names, (calls) =>
    calls.frequencies(request, counts, handOverAll(codes, buffersOf(codes)), hashed),
  );
}

export const valueKeys = (
  { missingIn }: Pick<ColumnRun, 'missingIn'>,
  names: readonly string[],
  form: ValueForm,
): ValueKey[] => names.map((name) => ({ name, form, missing: missingIn(name) }));

/** Of so many rows, one look at all is cheaper than two at some. */
const MOST_WHOLE = 131_072;

/** What stands in all rows, which the store keeps; in long files whose rows stand in their order, in every so many and some that follow each other. */
async function codesOf(
  run: ColumnRun,
  names: readonly string[],
  order: SharedOrder | null,
): Promise<PerSide<SideCodes>> {
  return mapSidesAsync(storedIn(run.data, names), async ({ data, columns }, side) => {
    const own = order?.sides[side];
    const request = { numbers: [], codes: columns };
    if (own === undefined || own.adjacent === null || !own.isPlain || data.summary.rowsUsed <= MOST_WHOLE) {
      const bytes = await fetchBlock(data, { ...request, rows: 'all' });
      run.store?.keep(side, valueKeys(run, names, 'code'), bytes.slice());
      return { bytes, rows: 'all' };
    }
    const start = elementAt(own.adjacent, 0);
    const rows = { every: own.step, and: { start, end: start + own.adjacent.length } };
    return { bytes: await fetchBlock(data, { ...request, rows }), rows: 'looked' };
  });
}

const buffersOf = (codes: PerSide<SideCodes>): Uint8Array[] => Object.values(codes).map(({ bytes }) => bytes);

const kindOf = ({ type }: ColumnJob): 'time' | 'number' => (type === 'datetime' ? 'time' : 'number');

async function runNumeric(run: ColumnRun, jobs: readonly ColumnJob[]): Promise<ColumnResult[]> {
  const { data, pool, signal, rowsShared } = run;
  const located = storedIn(data, namesOf(jobs));
  // The times of the rows are in the store by then.
  if (kindOf(elementAt(jobs, 0)) === 'time') await rowsShared;
  const { bytes, isKept } = await valuesOf(run, located, jobs);
  const coerced: PerSide<number>[] = [];
  for (const [i, job] of jobs.entries()) {
    const kept = coercedIn(located, job);
    const lost = await mapSidesAsync(located, (sideColumns) =>
      countUnreadable(sideColumns.data, elementAt(sideColumns.columns, i), kindOf(job), signal),
    );
    coerced.push(mapSides(lost, (count, side) => count + (kept[side] ?? 0)));
  }
  await rowsShared;
  const giveBack = run.store !== null && !isKept;
  const codedAs = jobs.map(({ name }) => run.coded.wants(name));
  const request = { jobs, keys: keysOf(run, jobs), coerced, giveBack, codedAs };
  const { results, columns, coded } = await pool.runFor(namesOf(jobs), (calls) =>
    calls.numeric(request, handOver(bytes)),
  );
  const values = valueKeys(run, namesOf(jobs), kindOf(elementAt(jobs, 0)));
  mapSides(columns, (block, side) => run.store?.keep(side, values, block));
  coded.forEach((column, i) => {
    if (column !== null) run.coded.keep(elementAt(jobs, i).name, column);
  });
  return results;
}

/** Columns of one kind, as they stand in the store or come from the engine. */
async function valuesOf(
  run: ColumnRun,
  located: PerSide<Located>,
  jobs: readonly ColumnJob[],
): Promise<{ bytes: PerSide<Uint8Array>; isKept: boolean }> {
  const kind = kindOf(elementAt(jobs, 0));
  const keys = valueKeys(run, namesOf(jobs), kind);
  const kept = mapSides(located, (_, side) => run.store?.whole(side, keys) ?? null);
  const bytes = await mapSidesAsync(located, async ({ data, columns }, side) => {
    const wanted = columns.map((column) => ({ column, kind }));
    return kept[side] ?? fetchTogether(data, wanted);
  });
  return { bytes, isKept: !Object.values(kept).includes(null) };
}

/** Columns on other bins, or with another score of Evidently's: from the summaries that their worker has kept, else from the engine. */
async function redrawColumns(
  run: ColumnRun,
  tasks: readonly ColumnTask[],
  parts: readonly Part[],
): Promise<ColumnResult[]> {
  const jobs = tasks.map(({ job }) => job);
  const request = { jobs, keys: keysOf(run, jobs) };
  const drawn = await run.pool.runFor(namesOf(jobs), (calls) => calls.redraw(request, parts));
  const lost = jobs.filter((_, i) => drawn[i] === null);
  const fresh = lost.length === 0 ? [] : await redrawLost(run, lost, parts);
  return tasks.map(({ job, known }, i) => ({
    ...(known?.result ?? unknownResult(job)),
    ...(drawn[i] ?? elementAt(fresh, lost.indexOf(job))),
  }));
}

async function redrawLost(
  run: ColumnRun,
  jobs: readonly ColumnJob[],
  parts: readonly Part[],
): Promise<Partial<ColumnResult>[]> {
  if (jobs.some(({ form }) => form !== 'numeric')) return runFrequencies(run, jobs);
  const { bytes } = await valuesOf(run, storedIn(run.data, namesOf(jobs)), jobs);
  const request = { jobs, keys: keysOf(run, jobs) };
  return run.pool.runFor(namesOf(jobs), (calls) => calls.redrawFrom(request, parts, handOver(bytes)));
}

function unknownResult({ name }: ColumnJob): never {
  throw new Error(`${name} has not been found before`);
}
