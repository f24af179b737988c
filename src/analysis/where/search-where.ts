import type { DataSet } from '../../engine/data-set.ts';
import { handOverAll } from '../../engine/bridge.ts';
import { elementAt } from '../../facts/element-at.ts';
import { largest } from '../../facts/extremes.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { MixWithin, SearchBasis, SegmentSearch, Where } from '../../facts/document/where.ts';
import { quote } from '../../facts/statements/statement.ts';
import { columnsOf, onlySides } from '../model/features/feature-columns.ts';
import type { Measure } from '../model/measure.ts';
import type { RunOptions } from '../run/run-result.ts';
import { hashesOfAll } from '../within/hashed-levels.ts';
import type { SearchJob, SearchLevel } from './code-column.ts';
import type { CodedColumns } from './coded-columns.ts';
import { frequentLevels } from './frequent-levels.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import { LEAST_SEARCHED_ROWS, searchedColumns } from './searched-columns.ts';
import type { SearchedColumn, SearchedRows } from './worker-calls.ts';

/** What segments are searched in. */
export interface WhereRun extends Omit<Measure, 'shareRows'> {
  timeColumn: string | null;
  /** Columns that were put in bins on their way. */
  coded: CodedColumns;
  /** The stretch of each row, where the file's order is not the order, and its periods, where a column tells the time. */
  order: () => Promise<{ stretches: PerSide<Uint8Array>; axis: SharedAxis | null; dates: SharedAxis | null }>;
}

/** Columns that leave the engines together, and the cells that they have in the longer file: asking costs as much for few rows as for many. */
const MOST_TOGETHER = 32;
const CELLS_TOGETHER = 250_000;
/** All is on the worker that has the model's errors. */
const WORKER = 0;

const FORMS = { number: 'number', clock: 'time', category: 'code' } as const;

const notSearched = (reason: (SegmentSearch & { state: 'notSearched' })['reason']): Where => ({
  search: { state: 'notSearched', reason },
});

/** Where rows stand out: by the model's error where it was measured, else by which rows are current. Null where there is nothing to hold against each other. */
export async function searchWhere(
  run: WhereRun,
  performance: Performance | null,
  options: RunOptions,
): Promise<Where | null> {
  const isMeasured = performance?.state === 'measured';
  const sides = isMeasured ? performance.sides : (Object.keys(run.data) as Side[]);
  if (!sides.includes('current') || (!isMeasured && sides.length < 2)) return null;
  try {
    return await search({ ...run, data: onlySides(run.data, sides) }, performance, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { search: { state: 'notSearched', reason: 'failed', detail: quote(message) } };
  } finally {
    if (options.signal?.aborted !== true) await run.pool.runOn(WORKER, (calls) => calls.dropSearched());
  }
}

async function search(run: WhereRun, performance: Performance | null, options: RunOptions): Promise<Where> {
  const { data, pool, config } = run;
  if (performance?.state === 'measured' && (performance.paired || performance.twoModels))
    return notSearched('same-rows');
  const rows = mapSides(data, ({ summary }) => summary.rowsUsed);
  if (Object.values(rows).some((count) => count < LEAST_SEARCHED_ROWS)) return notSearched('few-rows');
  const jobs = await jobsOf(run, performance);
  if (jobs.length === 0) return notSearched('no-column');
  await giveColumns(run, jobs, options);
  const order = await run.order();
  const stretches = mapSides(order.stretches, (batches) => batches.slice());
  const searched: SearchedRows = {
    basis: basisOf(performance),
    ...{
      rows,
      stretches,
      axis: order.axis,
      dates: order.dates,
      seed: config.seed,
      ordered: config.rowOrder !== 'none',
    },
  };
  const found = await pool.runOn(WORKER, (calls) => calls.searchWhere(handOverAll(searched, Object.values(stretches))));
  return found.mix === undefined ? found : { ...found, mix: withRefused(found.mix, performance) };
}

/** Gives the worker all columns, in bins or to be put in bins there. */
async function giveColumns(run: WhereRun, jobs: readonly SearchJob[], options: RunOptions): Promise<void> {
  const { data, pool } = run;
  const rows = mapSides(data, ({ summary }) => summary.rowsUsed);
  const together = Math.max(1, Math.min(MOST_TOGETHER, Math.floor(CELLS_TOGETHER / largest(Object.values(rows)))));
  const sides = Object.keys(data) as Side[];
  // The next columns leave the engines while the worker has those before; those in bins wait for nothing.
  const given: Promise<unknown>[] = [];
  let coding: Promise<unknown> = Promise.resolve();
  for (let done = 0; done < jobs.length; done += together) {
    options.signal?.throwIfAborted();
    options.onProgress?.({ stage: 'searching', done, total: jobs.length, unit: 'columns' });
    const some = jobs
      .slice(done, done + together)
      .map((job): SearchedColumn => ({ job, coded: run.coded.take(job.name, sides) }));
    const lacking = some.filter((column) => column.coded === null);
    const wanted = lacking.map(({ job: { name, kind } }) => ({ name, form: FORMS[kind] }));
    const blocks = wanted.length === 0 ? {} : await columnsOf(run, wanted);
    if (wanted.length > 0) await coding;
    const added = pool.runOn(WORKER, (calls) => calls.addSearched(handOverAll(some, buffersOf(some)), blocks));
    added.catch(() => undefined);
    given.push(added);
    if (wanted.length > 0) coding = added;
  }
  await Promise.all(given);
  options.onProgress?.({ stage: 'searching', done: jobs.length, total: jobs.length, unit: 'columns' });
}

const buffersOf = (columns: readonly SearchedColumn[]): Uint8Array[] =>
  columns.flatMap(({ coded }) => coded ?? []).flatMap(({ codes }) => Object.values(codes));

/** The measures that are not split. The share of wrong rows is what accuracy lacks. */
function withRefused(mix: MixWithin, performance: Performance | null): MixWithin {
  const known = new Set([...mix.measures.map(({ id }) => id), 'accuracy']);
  const measured = performance?.state === 'measured' ? performance.whole.metrics : [];
  return { ...mix, refused: [...new Set(measured.map(({ id }) => id))].filter((id) => !known.has(id)) };
}

const basisOf = (performance: Performance | null): SearchBasis => {
  if (performance?.state !== 'measured') return 'membership';
  return performance.task === 'regression' ? 'mae' : 'error_rate';
};

async function jobsOf(run: WhereRun, performance: Performance | null): Promise<SearchJob[]> {
  const { schema, data, timeColumn, results } = run;
  const rows = Object.values(data).reduce((sum, { summary }) => sum + summary.rowsUsed, 0);
  const found = searchedColumns(schema, { sides: Object.keys(data) as Side[], timeColumn, rows });
  const measured = performance?.state === 'measured' ? performance : null;
  const taken = new Set(measured?.probabilities.map(({ column }) => column));
  const explained = new Map(measured?.features.map(({ name, explained: part }) => [name, part.current ?? 0]));
  const features = found.features
    .filter(({ name }) => !taken.has(name))
    .toSorted((a, b) => (explained.get(b.name) ?? 0) - (explained.get(a.name) ?? 0));
  const jobs: SearchJob[] = [];
  if (found.time !== null) jobs.push({ name: found.time.name, kind: 'clock' });
  for (const { name, type } of features) {
    if (jobs.length >= found.most) break;
    const distribution = results.get(name)?.distribution;
    if (type === 'numeric') jobs.push({ name, kind: 'number' });
    else if (distribution?.kind === 'categorical')
      jobs.push({ name, kind: 'category', levels: unhashed(frequentLevels(distribution)) });
  }
  return withHashes(jobs, elementAt(Object.values(data), 0));
}

const unhashed = (levels: readonly Omit<SearchLevel, 'hash'>[]): SearchLevel[] =>
  levels.map((level) => ({ ...level, hash: NaN }));

/** What stands for each level in the columns; asked for all columns at once. */
async function withHashes(jobs: readonly SearchJob[], data: DataSet): Promise<SearchJob[]> {
  const levels = jobs.flatMap((job) => (job.kind === 'category' ? job.levels : []));
  const hashes = await hashesOfAll(
    data,
    levels.map(({ name }) => name),
  );
  const hashOf = new Map(levels.map((level, i) => [level, hashes[i] ?? NaN]));
  const withHash = (level: SearchLevel): SearchLevel => ({ ...level, hash: hashOf.get(level) ?? NaN });
  return jobs.map((job) => (job.kind === 'category' ? { ...job, levels: job.levels.map(withHash) } : job));
}
