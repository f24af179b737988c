import { largest } from '../../facts/extremes.ts';
import type { DataSet } from '../../engine/data-set.ts';
import { withMissing } from '../../engine/columns/missing.ts';
import type { ColumnProfile } from '../../engine/columns/profile.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { missingTexts, type Gaps } from './gaps.ts';
import type { MemoryBudget } from './memory-budget.ts';
import type { ResultCache } from './kept/result-cache.ts';
import type { ValueStore } from './kept/value-store.ts';
import { plan as makePlan, type Plan } from './plan.ts';
import { CodedColumns } from '../where/coded-columns.ts';
import type { Pool } from './pool.ts';
import type { RunOptions, RunResult } from './run-result.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { FoundRows, SharedRows } from '../sequence/order-calls.ts';
import { chooseOrder, makeRows, shareRows, type RowOrder } from './share-rows.ts';
import { chooseRows, sidesToSplit } from './choose-rows.ts';
import { inferSchema } from '../infer/schema.ts';
import { refuseUnknownColumns, unknownColumnsOf } from './unknown-columns.ts';
import { conditionsOf } from './run-conditions.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';

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
export interface Running extends RunInput {
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
  makeRows: () => Promise<FoundRows>;
  /** Gives the workers the time axis and the order of the rows, whichever workers there are now. */
  shareRows: () => Promise<SharedRows>;
  /** The run's state now. */
  state: (complete: boolean, rest?: Partial<RunResult>) => RunResult;
}

/** Infers types and roles, chooses rows and plans. */
export async function begin(given: RunInput, { signal, unknownColumns }: RunOptions): Promise<Running> {
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
    input.cache.getOrMake(['rows', ...orderKey, config.periods], () =>
      makeRows(rowRun, { timeColumn, order, periods: config.periods }),
    );
  const share = async (): Promise<SharedRows> => {
    const { axis, order } = await rowsOnce();
    return shareRows(input.pool, { axis, order, ...(conditions !== null && { strata: conditions.strata }) });
  };
  const coded = new CodedColumns();
  const found = { gaps, schema, plan, done, store, coded, order, orderKey, withinKey: conditions?.key ?? null };
  return { ...input, ...found, missingIn: gaps.textsIn, makeRows: rowsOnce, shareRows: share, state };
}

/** Results in the order of the schema. */
export const inOrder = (schema: readonly ColumnSchema[], done: ReadonlyMap<string, ColumnResult>): ColumnResult[] =>
  schema.flatMap(({ name }) => done.get(name) ?? []);
