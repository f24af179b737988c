import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import type { DataSet } from '../engine/data-set.ts';
import type { ColumnProfile } from '../engine/profile.ts';
import type { Config } from './config.ts';
import { correlate } from './correlate.ts';
import { datasetQuality } from './dataset-quality.ts';
import { plan as makePlan, type ColumnJob, type Plan } from './plan.ts';
import type { Pool } from './pool.ts';
import type { Progress, RunOptions, RunResult } from './client.ts';
import type { ColumnResult, ColumnSchema, PerSide } from './results.ts';
import { runColumns, shareAxis } from './run-columns.ts';
import { inferSchema } from './schema.ts';
import { mapSides, mapSidesAsync, SIDES } from './sides.ts';

/** Everything that a run starts from. */
export interface RunInput {
  data: PerSide<DataSet>;
  profiles: PerSide<ColumnProfile[]>;
  config: Config;
  pool: Pool;
  loadMs: number;
  /** Results of earlier runs by job: what did not change is not computed again. */
  cache: Map<string, ColumnResult>;
}

const UPDATE_EVERY_MS = 200;

/** Infers, plans, runs the plan and adjusts the p-values. */
export async function runAnalysis(input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  const { data, config, pool, cache } = input;
  const { signal } = options;
  const started = performance.now();
  const schema = inferSchema(input.profiles, config);
  const sides = SIDES.filter((side) => data[side] !== undefined);
  const plan = makePlan(schema, sides, config);
  const done = new Map<string, ColumnResult>();
  const result = (complete: boolean, rest: Partial<RunResult> = {}): RunResult => ({
    complete,
    config,
    inputs: mapSides(data, ({ summary }) => summary),
    schema,
    columns: inOrder(schema, done),
    dataset: {},
    correlations: [],
    timings: { loadMs: input.loadMs, analysisMs: performance.now() - started },
    ...rest,
  });
  const update = throttle(() => options.onUpdate?.(result(false)));
  const progress = (stage: Progress['stage'], count: number, total: number): void => {
    options.onProgress?.({ stage, done: count, total, unit: 'columns' });
  };
  const run = { data, pool, signal };
  const key = (job: ColumnJob): string => JSON.stringify([job, plan.timeColumn]);
  for (const job of plan.jobs) {
    const known = cache.get(key(job));
    if (known !== undefined) done.set(job.name, known);
  }
  update();
  const todo = plan.jobs.filter((job) => !done.has(job.name));
  if (todo.some((job) => job.form === 'numeric')) await shareAxis(run, plan);
  const keys = new Map(todo.map((job) => [job.name, key(job)]));
  await runColumns(run, todo, (column) => {
    done.set(column.name, column);
    cache.set(keys.get(column.name) ?? '', column);
    progress('comparing', done.size, plan.jobs.length);
    update();
  });
  return result(true, await finishRun({ ...input, plan, done, schema }, options));
}

interface Finish extends RunInput {
  plan: Plan;
  done: Map<string, ColumnResult>;
  schema: readonly ColumnSchema[];
}

async function finishRun(finish: Finish, options: RunOptions): Promise<Partial<RunResult>> {
  const { data, done, plan, config, pool } = finish;
  const { signal } = options;
  options.onProgress?.({ stage: 'correlating', done: 0, total: 2, unit: 'steps' });
  const [correlations, dataset] = await Promise.all([
    correlate({ data, plan, config, pool, results: done, signal }),
    mapSidesAsync(data, (set, side) => {
      const qualities = new Map(
        [...done].flatMap(([name, { quality }]) => (quality[side] ? [[name, quality[side]]] : [])),
      );
      return datasetQuality(set, qualities, signal);
    }),
  ]);
  return { columns: withQValues(inOrder(finish.schema, done)), correlations, dataset };
}

const inOrder = (schema: readonly ColumnSchema[], done: ReadonlyMap<string, ColumnResult>): ColumnResult[] =>
  schema.flatMap(({ name }) => done.get(name) ?? []);

/** Benjamini-Hochberg over all tested columns. */
function withQValues(columns: readonly ColumnResult[]): ColumnResult[] {
  const tested = columns.flatMap(({ drift }) => (drift !== null && 'evidence' in drift ? [drift.evidence.pValue] : []));
  const qValues = benjaminiHochberg(tested);
  let next = 0;
  return columns.map((column) => {
    const { drift } = column;
    if (drift === null || !('evidence' in drift)) return column;
    const qValue = qValues[next++];
    if (qValue === undefined) return column;
    return { ...column, drift: { ...drift, evidence: { ...drift.evidence, qValue } } };
  });
}

/** At most one call in each interval, the first at once. */
function throttle(call: () => void): () => void {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    if (now - last < UPDATE_EVERY_MS) return;
    last = now;
    call();
  };
}
