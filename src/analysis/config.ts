import * as v from 'valibot';
import { CATEGORY_TESTS } from './category-evidence.ts';
import { NUMERIC_TESTS } from './numeric-evidence.ts';
import { EVIDENTLY_METHODS, type EvidentlyMethod } from '../stats/evidently/methods.ts';
import { PlumblineError } from '../engine/errors.ts';
import { brandSchema } from './brand-schema.ts';
import { conditionSchema } from './condition-schema.ts';
import { columnReadingSchema, readSchema } from './read-schema.ts';

const atLeastZero = v.pipe(v.number(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Texts (in columns of numbers: numbers) that count as missing, besides those that are read so. */
const missing = v.array(v.string());

/** Evidently's names of its methods. */
const method = v.picklist(Object.keys(EVIDENTLY_METHODS) as EvidentlyMethod[]);

const columnSchema = v.strictObject({
  type: v.optional(v.picklist(['numeric', 'categorical', 'datetime', 'boolean', 'text', 'identifier'])),
  role: v.optional(v.picklist(['feature', 'target', 'prediction', 'probability', 'time', 'id', 'ignored'])),
  /** Smallest effect that matters, in the effect's unit. */
  floor: v.optional(atLeastZero),
  /** The same in the column's own unit (numeric columns); it goes before `floor`. */
  floorOwnUnit: v.optional(atLeastZero),
  /** Profile "evidently": method and threshold in place of its own choice. */
  method: v.optional(method),
  threshold: v.optional(atLeastZero),
  /** Profile "plumbline": the test of the evidence. */
  test: v.optional(v.picklist([...NUMERIC_TESTS, ...CATEGORY_TESTS])),
  missing: v.optional(missing),
  /** How its cells are read in text tables. */
  readAs: v.optional(columnReadingSchema),
});

const settingsSchema = v.strictObject({
  profile: v.optional(v.picklist(['plumbline', 'evidently']), 'plumbline'),
  alpha: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1)), 0.05),
  /** Effects below the floor do not matter: σ of the reference for numbers, share of rows for categories. */
  floors: v.optional(
    v.strictObject({ numeric: v.optional(atLeastZero, 0.1), categorical: v.optional(share, 0.05) }),
    {},
  ),
  /** How coarse a look still is an answer, in the same units. */
  resolution: v.optional(
    v.strictObject({ numeric: v.optional(atLeastZero, 0.3), categorical: v.optional(share, 0.15) }),
    {},
  ),
  /** Profile "plumbline": tests of the evidence, by type. */
  tests: v.optional(
    v.strictObject({
      numeric: v.optional(v.picklist(NUMERIC_TESTS), 'ks'),
      categorical: v.optional(v.picklist(CATEGORY_TESTS), 'chi_square'),
    }),
    {},
  ),
  /** Bins of pictures and of the scores on them: "nice" takes round numbers; `count` is how many (at most). */
  bins: v.optional(
    v.strictObject({
      rule: v.optional(v.picklist(['nice', 'equal_width', 'quantiles']), 'nice'),
      count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(200))),
    }),
    {},
  ),
  /** Profile "evidently": methods by type in place of its own choice. */
  methods: v.optional(v.strictObject({ numeric: v.optional(method), categorical: v.optional(method) }), {}),
  missing: v.optional(missing, []),
  /** How text tables are read, where it is not to be found out. */
  read: v.optional(v.strictObject({ reference: v.optional(readSchema), current: v.optional(readSchema) }), {}),
  correction: v.optional(v.picklist(['benjamini_hochberg', 'benjamini_yekutieli', 'holm']), 'benjamini_hochberg'),
  /** Rows in the file's order may depend on their neighbours ("file"), or are shuffled ("none"). */
  rowOrder: v.optional(v.picklist(['file', 'none']), 'file'),
  correlations: v.optional(
    v.strictObject({
      maxColumns: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2)), 200),
      sampleRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100)), 200_000),
    }),
    {},
  ),
  /** What the model does, where it is not to be found out. */
  performance: v.optional(
    v.strictObject({
      task: v.optional(v.picklist(['regression', 'classification', 'none'])),
      /** The class that is looked for, of two. */
      positive: v.optional(v.string()),
      /** Scores from here on are predicted positive, where the file does not say what was predicted. */
      threshold: v.optional(v.number()),
      /** The files hold the predictions of two models for the same rows, instead of two periods. */
      twoModels: v.optional(v.boolean()),
    }),
    {},
  ),
  seed: v.optional(v.pipe(v.number(), v.integer()), 20261123),
  /** What this is a report on, for those that collect many. */
  name: v.optional(v.string()),
  conditions: v.optional(v.array(conditionSchema), []),
  brand: v.optional(brandSchema, {}),
});

/** A set-up as it stands in a file. */
export const setUpSchema = v.strictObject({
  /** For editors. */
  $schema: v.optional(v.string()),
  ...settingsSchema.entries,
  columns: v.optional(v.record(v.string(), columnSchema), {}),
});

export type ColumnConfig = v.InferOutput<typeof columnSchema>;
/** Everything a re-run needs to give the same numbers; columns are set by name. */
export type Config = v.InferOutput<typeof settingsSchema> & { columns: Record<string, ColumnConfig> };
export type ConfigInput = v.InferInput<typeof settingsSchema> & {
  $schema?: string;
  columns?: Record<string, ColumnConfig>;
};

/**
 * Fills in defaults and checks every value. Column entries are checked one by one, so that a column may have any name.
 * @throws PlumblineError that names the path and what was expected
 */
export function parseConfig(input: ConfigInput = {}): Config {
  const { columns: given = {}, $schema: _, ...settings } = input;
  const columns = Object.create(null) as Record<string, ColumnConfig>;
  for (const [name, entry] of Object.entries(given)) {
    columns[name] = checked(columnSchema, entry, `config.columns[${JSON.stringify(name)}]`);
  }
  return { ...checked(settingsSchema, settings, 'config'), columns };
}

function checked<T extends v.GenericSchema>(schema: T, input: unknown, path: string): v.InferOutput<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const inside = v.getDotPath(issue);
  throw new PlumblineError('config', `${path}${inside === null ? '' : `.${inside}`}: ${issue.message}.`);
}

/** As a Map: a column may be called `__proto__`. */
export const configByName = (config: Pick<Config, 'columns'>): Map<string, ColumnConfig> =>
  new Map(Object.entries(config.columns));
