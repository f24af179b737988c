import type { EvidentlyMethod } from '../../facts/methods.ts';
import { configByName, type Config } from '../../facts/settings.ts';
import type { NotTested } from '../../facts/not-tested.ts';
import type { ColumnSchema, ColumnType, Side } from '../../facts/results.ts';

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
  effect: 'wasserstein' | 'total_variation';
  /** Set where another method or threshold than Evidently's own choice is asked for. */
  evidently: { method?: EvidentlyMethod; threshold?: number; seed: number };
  /** Of the tests that deal rows out anew. */
  seed: number;
  reason: string;
}

export interface Plan {
  jobs: ColumnJob[];
  timeColumn: string | null;
  correlations: { numeric: string[]; categorical: string[]; leftOut: { numeric: number; categorical: number } };
}

const forms: Record<ColumnType, ColumnJob['form']> = {
  numeric: 'numeric',
  datetime: 'numeric',
  categorical: 'frequencies',
  boolean: 'frequencies',
  text: 'summary',
  identifier: 'summary',
};

/** Lists the jobs of a run. Pure: the same schema and config give the same plan. */
export function plan(schema: readonly ColumnSchema[], sides: readonly Side[], config: Config): Plan {
  const used = (type: (type: ColumnType) => boolean): string[] =>
    schema
      .filter((column) => type(column.type) && column.role !== 'ignored' && column.presentIn.length === sides.length)
      .map((column) => column.name);
  const numeric = used((type) => type === 'numeric');
  const categorical = used((type) => type === 'categorical' || type === 'boolean');
  const { maxColumns } = config.correlations;
  return {
    jobs: schema.map((column) => job(column, sides, config)),
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

function job(column: ColumnSchema, sides: readonly Side[], config: Config): ColumnJob {
  const form = forms[column.type];
  const notCompared = whyNotCompared(column, sides);
  const shared = {
    evidently: asked(column, config),
    seed: config.seed,
  };
  const numeric: Comparison = {
    ...shared,
    effect: 'wasserstein',
    reason: 'numbers: how far the distribution moved, and a two-sample test',
  };
  const categories: Comparison = {
    ...shared,
    effect: 'total_variation',
    reason: 'categories: the share of rows that changed category, and a test of homogeneity',
  };
  return {
    name: column.name,
    type: column.type,
    form,
    sides: column.presentIn,
    bins: config.bins,
    compare: notCompared === null && sides.length === 2 ? (form === 'numeric' ? numeric : categories) : null,
    notCompared: sides.length === 2 ? notCompared : null,
  };
}

/** Evidently's method for a column: its own setting, that of its type, or none. */
function asked(column: ColumnSchema, config: Config): Comparison['evidently'] {
  const own = configByName(config).get(column.name);
  const method = own?.method ?? config.methods[forms[column.type] === 'numeric' ? 'numeric' : 'categorical'];
  return {
    seed: config.seed,
    ...(method !== undefined && { method }),
    ...(own?.threshold !== undefined && { threshold: own.threshold }),
  };
}

function whyNotCompared(column: ColumnSchema, sides: readonly Side[]): NotTested | null {
  const [side] = column.presentIn;
  if (column.presentIn.length < sides.length && side !== undefined)
    return { kind: 'only-in-one-file', values: { side } };
  if (column.role === 'ignored') return { kind: 'ignored', values: {} };
  if (column.role === 'time') return { kind: 'time-axis', values: {} };
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
  const own = configByName(config).get(name);
  return {
    minimum: own?.minimumEffect ?? config.minimumEffect[kind],
    minimumEffectInUnit: own?.minimumEffectInUnit,
    detectable: config.detectableEffect[kind],
  };
}
