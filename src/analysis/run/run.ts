import { largest } from '../../facts/extremes.ts';
import type { DataSet } from '../../engine/data-set.ts';
import { withMissing } from '../../engine/columns/missing.ts';
import type { ColumnProfile } from '../../engine/columns/profile.ts';
import { adjustAll } from '../compare/adjust.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { missingTexts, type Gaps } from './gaps.ts';
import type { MemoryBudget } from './memory-budget.ts';
import type { ResultCache } from './result-cache.ts';
import type { ValueStore } from './value-store.ts';
import { correlate } from '../compare/correlate.ts';
import { correlationChanges, type FoundMatrix } from '../compare/correlation-changes.ts';
import { datasetQuality } from '../summarise/dataset-quality.ts';
import { plan as makePlan, type ColumnJob, type Plan } from './plan.ts';
import { CodedColumns, columnsToCode } from '../where/coded-columns.ts';
import { searchWhere } from '../where/search-where.ts';
import { withChangePoints } from '../where/change-points.ts';
import { errorSince } from '../where/error-since.ts';
import type { DatedSeries } from '../where/level-step.ts';
import { measurePerformance } from '../model/measure.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { Pool } from './pool.ts';
import type { RunOptions, RunResult } from './run-result.ts';
import { throttle } from './throttle.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { runColumns } from './run-columns.ts';
import type { SharedRows } from '../sequence/order-calls.ts';
import { chooseOrder, makeRows, shareRows, type RowOrder } from './share-rows.ts';
import { chooseRows, sidesToSplit } from './choose-rows.ts';
import { nameRows } from './name-rows.ts';
import { inferSchema } from '../infer/schema.ts';
import { refuseUnknownColumns, unknownColumnsOf } from './unknown-columns.ts';
import { conditionsOf } from './run-conditions.ts';
import { mapSides, mapSidesAsync, SIDES } from '../../facts/document/sides.ts';

/** Everything that a run starts from. */
export interface RunInput {
  data: PerSide<DataSet>;
  profiles: PerSide<ColumnProfile[]>;
  config: Config;
  pool: Pool;
  loadMs: number;
  cache: ResultCache;
  /** What may be kept beside the data. */
  budget: MemoryBudget;
  values: ValueStore;
}

/** A run under way: what is planned, what is done, and how both look from outside. */
interface Running extends RunInput {
  gaps: Gaps;
  schema: readonly ColumnSchema[];
  plan: Plan;
  done: Map<string, ColumnResult>;
  /** Where values are kept; null where the plan has them fetched again. */
  store: ValueStore | null;
  missingIn: Gaps['textsIn'];
  /** Columns in bins, until they are searched. */
  coded: CodedColumns;
  order: RowOrder;
  /** What that order goes by. */
  orderKey: unknown;
  /** Of the columns that the others are compared within, all that is known. */
  withinKey: unknown;
  /** The time axis and the order of the rows, made once. */
  makeRows: () => Promise<Omit<SharedRows, 'strata'>>;
  /** Gives the workers the time axis and the order of the rows, whichever workers there are now. */
  shareRows: () => Promise<SharedRows>;
  /** The run's state now. */
  state: (complete: boolean, rest?: Partial<RunResult>) => RunResult;
}

async function begin(given: RunInput, { signal, unknownColumns }: RunOptions): Promise<Running> {
  const { config } = given;
  const started = performance.now();
  const gaps = await missingTexts(given, signal);
  const files = sidesToSplit(given.data, config);
  const whole = mapSides(files, (set) => withMissing(set, ({ name }) => gaps.textsIn(name)));
  // What a column is hangs on all of its rows: it is no other one under a filter.
  const schema = inferSchema(sidesToSplit(given.profiles, config), config);
  const names = schema.map(({ name }) => name);
  if (unknownColumns !== 'list') refuseUnknownColumns(config, names);
  const { data, chosen } = await chooseRows(whole, { config, schema, signal });
  const input = { ...given, data };
  const unmatchedColumns = unknownColumnsOf(config, names);
  const sides = SIDES.filter((side) => data[side] !== undefined);
  const done = new Map<string, ColumnResult>();
  const rows = largest(Object.values(data).map(({ summary }) => summary.rowsUsed));
  const plan = makePlan(schema, sides, config, { rows, budget: input.budget });
  const store = plan.memory.values === 'kept' ? input.values : null;
  const { timeColumn } = plan;
  const rowRun = { ...input, store, missingIn: gaps.textsIn };
  const rowOrder = config.rowOrder === 'none' ? undefined : config.rowOrder;
  const known = schema.map(({ name, type, role }) => [name, type, role]);
  const order = await input.cache.getOrMake(['order', timeColumn, rowOrder, known, gaps.key], () =>
    chooseOrder(rowRun, { schema, timeColumn, rowOrder }),
  );
  const conditions = await conditionsOf({ ...input, schema, missingIn: gaps.textsIn }, { signal, unknownColumns });
  const state: Running['state'] = (complete, rest = {}) => ({
    complete,
    config,
    inputs: mapSides(data, ({ summary }) => summary),
    schema,
    columns: inOrder(schema, done),
    dataset: {},
    chosen,
    rowOrder:
      sides.length < 2
        ? null
        : { by: config.rowOrder === 'none' ? 'none' : order.by, timeColumn, machine: order.machine },
    within: conditions?.said ?? null,
    correlations: [],
    performance: null,
    unmatchedColumns,
    timings: { loadMs: input.loadMs, analysisMs: performance.now() - started },
    ...rest,
  });
  const orderKey = [timeColumn, order, [timeColumn, order.machine].map((column) => column && gaps.textsIn(column))];
  const rowsOnce: Running['makeRows'] = () =>
    input.cache.getOrMake(['rows', ...orderKey], () => makeRows(rowRun, { timeColumn, order }));
  const share = async (): Promise<SharedRows> => {
    const rows = await rowsOnce();
    return shareRows(input.pool, conditions === null ? rows : { ...rows, strata: conditions.strata });
  };
  const coded = new CodedColumns();
  const found = { gaps, schema, plan, done, store, coded, order, orderKey, withinKey: conditions?.key ?? null };
  return { ...input, ...found, missingIn: gaps.textsIn, makeRows: rowsOnce, shareRows: share, state };
}

async function doColumns(running: Running, { onUpdate, onProgress, signal }: RunOptions): Promise<void> {
  const { data, pool, plan, done, cache } = running;
  const update = throttle(() => onUpdate?.(running.state(false)));
  const basis = (job: ColumnJob): unknown => [
    plan.timeColumn,
    running.order,
    running.gaps.textsIn(job.name),
    running.withinKey,
  ];
  const todo = plan.jobs.flatMap((job) => {
    const known = cache.column(job, basis(job));
    if (known?.lacks.length !== 0) return [{ job, known }];
    done.set(job.name, known.result);
    return [];
  });
  const isOrdered = todo.some(({ job, known }) => job.form !== 'summary' && known === null);
  const rowsShared = isOrdered ? running.shareRows() : Promise.resolve({ axis: null, order: null });
  // Told below: columns that wait for it may fail, and be reported, before.
  rowsShared.catch(() => undefined);
  const keyOf = (job: ColumnJob, side: Side): string =>
    `${cache.keyPrefix}${JSON.stringify([side, job.name, job.type, running.gaps.textsIn(job.name)])}`;
  const kept = plan.memory.summaries === 'kept' ? keyOf : null;
  const { store, missingIn, coded } = running;
  await runColumns(
    { data, pool, rowsShared, keyOf: kept, store, missingIn, coded, signal },
    todo,
    ({ job }, column) => {
      done.set(column.name, column);
      cache.keep(job, basis(job), column);
      onProgress?.({ stage: 'comparing', done: done.size, total: plan.jobs.length, unit: 'columns' });
      update();
    },
  );
  await rowsShared;
  if (todo.length > 0) await pool.runOnAll((calls) => calls.endColumns());
}

/** Infers, plans, runs the plan and adjusts the p-values. */
export async function runAnalysis(input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  const begun = await begin(input, options);
  const { schema, plan, data } = begun;
  const rows = mapSides(data, ({ summary }) => summary.rowsUsed);
  const coded = new CodedColumns(columnsToCode(schema, { rows, timeColumn: plan.timeColumn }));
  const running = { ...begun, coded };
  await doColumns(running, options);
  return running.state(true, await finishRun(running, options));
}

/** Runs the columns alone, on data that are not all there yet: no q-values, so no verdicts. */
export async function runPreview(input: RunInput, options: RunOptions): Promise<void> {
  const running = await begin(input, options);
  await doColumns(running, options);
  options.onUpdate?.(running.state(false));
}

async function finishRun(running: Running, options: RunOptions): Promise<Partial<RunResult>> {
  const { data, done, config, pool, cache, schema, gaps, store, coded } = running;
  const { signal } = options;
  options.onProgress?.({ stage: 'correlating', done: 0, total: 2, unit: 'steps' });
  const [matrices, dataset] = await Promise.all([
    correlationsOf(running, signal),
    cache.getOrMake(['dataset', schema.map(({ name, type }) => [name, type]), gaps.key], () =>
      mapSidesAsync(data, (set, side) => {
        const qualities = new Map(
          [...done].flatMap(([name, { quality }]) => (quality[side] ? [[name, quality[side]]] : [])),
        );
        // What the engine is asked does not hang on types.
        const cached = <T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> =>
          cache.getOrMake([...key, side, gaps.key], make);
        return datasetQuality({ data: set, qualities, cached, signal });
      }),
    ),
  ]);
  const roles = schema.map(({ name, type, role }) => [name, type, role]);
  const { performance, where } = await cache.getOrMake(
    ['performance', roles, config.performance, config.rowOrder, config.seed, gaps.key, running.withinKey],
    async () => {
      const { timeColumn } = running.plan;
      const stretches = async () => stretchesOf(await running.makeRows());
      const shared = { data, schema, results: done, config, pool, store, missingIn: gaps.textsIn };
      const performance = await measurePerformance({ ...shared, shareRows: running.shareRows }, options);
      return {
        performance,
        where: await searchWhere({ ...shared, timeColumn, stretches, coded }, performance, options),
      };
    },
  );
  const { columns: adjusted, fileTests } = adjustAll(inOrder(schema, done), config, dataset);
  const correlations = correlationChanges(matrices, adjusted, config);
  const find = (series: DatedSeries[]) => pool.run((calls) => calls.changePoints(series, config.seed));
  const dating = await errorSince(performance, find);
  const rows = async () => ({ data, schema, axis: (await running.makeRows()).axis, signal });
  const dated = await withChangePoints(adjusted, { config, find, rows });
  const columns = await nameRows(dated, { data, schema, signal });
  return {
    columns,
    correlations,
    dataset,
    fileTests,
    performance,
    ...dating,
    where,
    schema: withProbabilities(schema, performance),
  };
}

/** The stretch of each row, where the file's order is not the order. */
function stretchesOf({ order }: Omit<SharedRows, 'strata'>): PerSide<Uint8Array> {
  const found: PerSide<Uint8Array> = {};
  mapSides(order?.sides ?? {}, ({ batches }, side) => {
    if (batches !== null) found[side] = batches;
  });
  return found;
}

function correlationsOf(running: Running, signal?: AbortSignal): Promise<FoundMatrix[]> {
  const { data, plan, config, pool, cache, gaps, done, store, values, missingIn, orderKey } = running;
  return cache.getOrMake(
    ['correlations', plan.correlations, config.correlations, config.seed, gaps.key, orderKey],
    async () => {
      const { order } = await running.makeRows();
      const batches = mapSides(order?.sides ?? {}, (side) => side.batches);
      const shared = { data, plan, config, pool, store, samples: values, missingIn, signal };
      return correlate({ ...shared, results: done, known: cache, batches, orderKey });
    },
  );
}

/** Columns that turned out to hold the probabilities of classes. */
function withProbabilities(schema: readonly ColumnSchema[], performance: Performance | null): ColumnSchema[] {
  const found = performance?.state === 'measured' ? performance.probabilities : [];
  const labels = new Map(found.map(({ column, label }) => [column, label]));
  return schema.map((column) => {
    const label = labels.get(column.name);
    if (label === undefined || column.role !== 'feature') return column;
    return { ...column, role: 'probability', roleReason: { kind: 'named-like-a-class', values: { class: label } } };
  });
}

const inOrder = (schema: readonly ColumnSchema[], done: ReadonlyMap<string, ColumnResult>): ColumnResult[] =>
  schema.flatMap(({ name }) => done.get(name) ?? []);
