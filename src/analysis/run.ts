import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import type { DataSet } from '../engine/data-set.ts';
import type { ColumnProfile } from '../engine/profile.ts';
import type { Config } from './config.ts';
import { correlate } from './correlate.ts';
import { datasetQuality } from './dataset-quality.ts';
import { plan as makePlan, type ColumnJob, type Plan } from './plan.ts';
import type { Pool } from './pool.ts';
import type { RunOptions, RunResult } from './client.ts';
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

/** The whole report is put together and drawn for each update, on the same two cores that do the work. */
const UPDATE_EVERY_MS = 2000;

/** A run under way: what is planned, what is done, and how both look from outside. */
interface Running extends RunInput {
  schema: readonly ColumnSchema[];
  plan: Plan;
  done: Map<string, ColumnResult>;
  /** The run's state now. */
  state: (complete: boolean, rest?: Partial<RunResult>) => RunResult;
}

function begin(input: RunInput): Running {
  const { data, config } = input;
  const started = performance.now();
  const schema = inferSchema(input.profiles, config);
  const sides = SIDES.filter((side) => data[side] !== undefined);
  const done = new Map<string, ColumnResult>();
  const state: Running['state'] = (complete, rest = {}) => ({
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
  return { ...input, schema, plan: makePlan(schema, sides, config), done, state };
}

async function doColumns(running: Running, { onUpdate, onProgress, signal }: RunOptions): Promise<void> {
  const { data, pool, plan, done, cache } = running;
  const update = throttle(() => onUpdate?.(running.state(false)));
  const run = { data, pool, signal };
  const key = (job: ColumnJob): string => JSON.stringify([job, plan.timeColumn]);
  const todo = plan.jobs.filter((job) => {
    const known = cache.get(key(job));
    if (known !== undefined) done.set(job.name, known);
    return known === undefined;
  });
  if (todo.some((job) => job.form === 'numeric')) await shareAxis(run, plan);
  const keys = new Map(todo.map((job) => [job.name, key(job)]));
  await runColumns(run, todo, (column) => {
    done.set(column.name, column);
    cache.set(keys.get(column.name) ?? '', column);
    onProgress?.({ stage: 'comparing', done: done.size, total: plan.jobs.length, unit: 'columns' });
    update();
  });
}

/** Infers, plans, runs the plan and adjusts the p-values. */
export async function runAnalysis(input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  const running = begin(input);
  await doColumns(running, options);
  return running.state(true, await finishRun(running, options));
}

/** Runs the columns alone, on data that are not all there yet: no q-values, so no verdicts. */
export async function runPreview(input: RunInput, options: RunOptions): Promise<void> {
  const running = begin(input);
  await doColumns(running, options);
  options.onUpdate?.(running.state(false));
}

async function finishRun(running: Running, options: RunOptions): Promise<Partial<RunResult>> {
  const { data, done, plan, config, pool } = running;
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
  return { columns: withQValues(inOrder(running.schema, done)), correlations, dataset };
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

/** At most one call in each interval; the first after a fifth of one. */
function throttle(call: () => void): () => void {
  let last = performance.now() - (4 / 5) * UPDATE_EVERY_MS;
  return () => {
    const now = performance.now();
    if (now - last < UPDATE_EVERY_MS) return;
    last = now;
    call();
  };
}
