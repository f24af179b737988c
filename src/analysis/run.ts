import type { DataSet } from '../engine/data-set.ts';
import { withMissing } from '../engine/missing.ts';
import type { ColumnProfile } from '../engine/profile.ts';
import { adjust } from './adjust.ts';
import { configByName, type Config } from './config.ts';
import type { Memory } from './memory.ts';
import { correlate } from './correlate.ts';
import { datasetQuality } from './dataset-quality.ts';
import { plan as makePlan, type ColumnJob, type Plan } from './plan.ts';
import type { Pool } from './pool.ts';
import type { RunOptions, RunResult } from './client.ts';
import type { ColumnResult, ColumnSchema, PerSide } from './results.ts';
import { runColumns, shareAxis } from './run-columns.ts';
import { nameRows } from './name-rows.ts';
import { inferSchema } from './schema.ts';
import { refuseUnknownColumns } from './unknown-columns.ts';
import { mapSides, mapSidesAsync, SIDES } from './sides.ts';

/** Everything that a run starts from. */
export interface RunInput {
  data: PerSide<DataSet>;
  profiles: PerSide<ColumnProfile[]>;
  config: Config;
  pool: Pool;
  loadMs: number;
  memory: Memory;
}

/** The whole report is put together and drawn for each update, on the same two cores that do the work. */
const UPDATE_EVERY_MS = 2000;

/** What counts as missing besides what was read so. */
interface Gaps {
  of: (column: string) => readonly string[];
  /** All of it, as a key for what depends on all columns. */
  all: unknown;
}

function missingTexts({ missing, columns }: Config): Gaps {
  const own = configByName({ columns });
  const of = (column: string): string[] => [...missing, ...(own.get(column)?.missing ?? [])];
  return { of, all: [missing, [...own].map(([name, column]) => [name, column.missing ?? []])] };
}

/** A run under way: what is planned, what is done, and how both look from outside. */
interface Running extends RunInput {
  gaps: Gaps;
  schema: readonly ColumnSchema[];
  plan: Plan;
  done: Map<string, ColumnResult>;
  /** The run's state now. */
  state: (complete: boolean, rest?: Partial<RunResult>) => RunResult;
}

function begin(given: RunInput): Running {
  const { config } = given;
  const gaps = missingTexts(config);
  const data = mapSides(given.data, (set) => withMissing(set, ({ name }) => gaps.of(name)));
  const input = { ...given, data };
  const started = performance.now();
  const schema = inferSchema(input.profiles, config);
  refuseUnknownColumns(
    config,
    schema.map(({ name }) => name),
  );
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
  return { ...input, gaps, schema, plan: makePlan(schema, sides, config), done, state };
}

async function doColumns(running: Running, { onUpdate, onProgress, signal }: RunOptions): Promise<void> {
  const { data, pool, plan, done } = running;
  const known = running.memory.columns;
  const update = throttle(() => onUpdate?.(running.state(false)));
  const run = { data, pool, signal };
  const key = (job: ColumnJob): string => JSON.stringify([job, plan.timeColumn, running.gaps.of(job.name)]);
  const todo = plan.jobs.filter((job) => {
    const before = known.get(key(job));
    if (before !== undefined) done.set(job.name, before);
    return before === undefined;
  });
  if (todo.some((job) => job.form === 'numeric')) await shareAxis(run, plan);
  const keys = new Map(todo.map((job) => [job.name, key(job)]));
  await runColumns(run, todo, (column) => {
    done.set(column.name, column);
    known.set(keys.get(column.name) ?? '', column);
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
  const { data, done, plan, config, pool, memory, schema, gaps } = running;
  const { signal } = options;
  options.onProgress?.({ stage: 'correlating', done: 0, total: 2, unit: 'steps' });
  const [correlations, dataset] = await Promise.all([
    memory.once(['correlations', plan.correlations, config.correlations, config.seed, gaps.all], () =>
      correlate({ data, plan, config, pool, results: done, signal }),
    ),
    memory.once(['dataset', schema.map(({ name, type }) => [name, type]), gaps.all], () =>
      mapSidesAsync(data, (set, side) => {
        const qualities = new Map(
          [...done].flatMap(([name, { quality }]) => (quality[side] ? [[name, quality[side]]] : [])),
        );
        return datasetQuality(set, qualities, signal);
      }),
    ),
  ]);
  const columns = await nameRows(adjust(inOrder(schema, done), config), { data, schema, signal });
  return { columns, correlations, dataset };
}

const inOrder = (schema: readonly ColumnSchema[], done: ReadonlyMap<string, ColumnResult>): ColumnResult[] =>
  schema.flatMap(({ name }) => done.get(name) ?? []);

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
