import type { EvidentlyMethod } from '../../facts/methods.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import type { NotTested } from '../../facts/statements/not-tested.ts';
import type { ColumnSchema, ColumnType } from '../../facts/document/columns.ts';
import type { Side } from '../../facts/document/side.ts';
import type { MemoryBudget } from './memory-budget.ts';

/** What will be done with one column, and why: shown to the person as it stands. */
export interface ColumnJob {
  name: string;
  type: ColumnType;
  /** The form that carries the column: an ECDF, a frequency table, or counts alone. */
  form: 'numeric' | 'frequencies' | 'summary';
  sides: Side[];
  /** Of the picture, and of the scores on it. */
  bins: Config['bins'];
  compare: Comparison | null;
  /** Why nothing is compared. */
  notCompared: NotTested | null;
}

export interface Comparison {
  /** Set where another method or threshold than Evidently's own choice is asked for. */
  evidently: { method?: EvidentlyMethod; threshold?: number; seed: number };
  /** Of permutation tests. */
  seed: number;
}

export interface Plan {
  jobs: ColumnJob[];
  timeColumn: string | null;
  correlations: { numeric: string[]; categorical: string[]; leftOut: { numeric: number; categorical: number } };
  memory: MemoryPlan;
}

/** What stays in memory beside the files for what comes later, and what is fetched from the engine again; with estimates in bytes. */
export interface MemoryPlan {
  /** For a second question about a column. */
  summaries: 'kept' | 'fetched again';
  summaryBytes: number;
  /** For correlations and the model: all rows of what is compared. */
  values: 'kept' | 'fetched again';
  valueBytes: number;
}

/** Rows of the longer file, and what may be kept of them. */
export interface PlannedData {
  rows: number;
  budget: MemoryBudget;
}

/** Bytes that a row of most columns takes in a summary: see `PackedNumbers`. */
const SUMMARY_BYTES = 3;
/** Bytes that a cell takes as it leaves the engine. */
const VALUE_BYTES = 8;

const forms: Record<ColumnType, ColumnJob['form']> = {
  numeric: 'numeric',
  datetime: 'numeric',
  categorical: 'frequencies',
  boolean: 'frequencies',
  text: 'summary',
  identifier: 'summary',
};

/** Lists the jobs of a run. Pure: the same schema and config give the same plan. */
export function plan(
  schema: readonly ColumnSchema[],
  sides: readonly Side[],
  config: Config,
  data: PlannedData = NO_DATA,
): Plan {
  const used = (type: (type: ColumnType) => boolean): string[] =>
    schema
      .filter((column) => type(column.type) && column.role !== 'ignored' && column.presentIn.length === sides.length)
      .map((column) => column.name);
  const numeric = used((type) => type === 'numeric');
  const categorical = used((type) => type === 'categorical' || type === 'boolean');
  const { maxColumns } = config.correlations;
  const jobs = schema.map((column) => job(column, sides, config));
  return {
    jobs,
    memory: memoryPlan(jobs, data),
    timeColumn: schema.find((column) => column.role === 'time' && column.type === 'datetime')?.name ?? null,
    correlations: {
      numeric: numeric.slice(0, maxColumns),
      categorical: categorical.slice(0, maxColumns),
      leftOut: {
        numeric: Math.max(0, numeric.length - maxColumns),
        categorical: Math.max(0, categorical.length - maxColumns),
      },
    },
  };
}

const NO_DATA: PlannedData = { rows: 0, budget: { summaries: Infinity, values: Infinity } };

/** All summaries or none: where some have to go, those that are asked for next are the ones that went first. */
function memoryPlan(jobs: readonly ColumnJob[], { rows, budget }: PlannedData): MemoryPlan {
  const columns = (form: ColumnJob['form']): number =>
    jobs.filter((job) => job.form === form).flatMap(({ sides }) => sides).length;
  const summaryBytes = SUMMARY_BYTES * rows * columns('numeric');
  const valueBytes = VALUE_BYTES * rows * (columns('numeric') + columns('frequencies'));
  return {
    summaries: summaryBytes <= budget.summaries ? 'kept' : 'fetched again',
    summaryBytes,
    values: valueBytes <= budget.values ? 'kept' : 'fetched again',
    valueBytes,
  };
}

function job(column: ColumnSchema, sides: readonly Side[], config: Config): ColumnJob {
  const form = forms[column.type];
  const notCompared = whyNotCompared(column, sides);
  const comparison: Comparison = { evidently: evidentlySettings(column, config), seed: config.seed };
  return {
    name: column.name,
    type: column.type,
    form,
    sides: column.presentIn,
    bins: config.bins,
    compare: notCompared === null && sides.length === 2 ? comparison : null,
    notCompared: sides.length === 2 ? notCompared : null,
  };
}

/** Evidently's method for a column: its own setting, that of its type, or none. */
function evidentlySettings(column: ColumnSchema, config: Config): Comparison['evidently'] {
  const columnConfig = configByName(config).get(column.name);
  const method = columnConfig?.method ?? config.methods[forms[column.type] === 'numeric' ? 'numeric' : 'categorical'];
  return {
    seed: config.seed,
    ...(method !== undefined && { method }),
    ...(columnConfig?.threshold !== undefined && { threshold: columnConfig.threshold }),
  };
}

function whyNotCompared(column: ColumnSchema, sides: readonly Side[]): NotTested | null {
  const [side] = column.presentIn;
  if (column.presentIn.length < sides.length && side !== undefined)
    return { kind: 'only-in-one-file', values: { side } };
  if (column.role === 'ignored') return { kind: 'ignored', values: {} };
  if (column.role === 'time') return { kind: 'time-axis', values: {} };
  if (column.type === 'datetime' && column.roleReason.kind !== 'set-by-hand')
    return { kind: 'second-times', values: {} };
  if (column.role === 'id' || column.type === 'identifier') return { kind: 'identifier', values: {} };
  return column.type === 'text' ? { kind: 'free-text', values: {} } : null;
}

/** The smallest effect that matters and the one that must be detectable, which a column's verdict goes by. */
export function thresholds(
  name: string,
  form: ColumnJob['form'],
  config: Config,
): { minimum: number; minimumEffectInUnit: number | undefined; detectable: number } {
  const kind = form === 'numeric' ? 'numeric' : 'categorical';
  const columnConfig = configByName(config).get(name);
  return {
    minimum: columnConfig?.minimumEffect ?? config.minimumEffect[kind],
    minimumEffectInUnit: columnConfig?.minimumEffectInUnit,
    detectable: config.detectableEffect[kind],
  };
}
