import { oddValue } from './plain-values.ts';
import * as v from 'valibot';
import type { ConfigProblem } from '../statements/config-problems.ts';
import { CATEGORY_TESTS, EVIDENTLY_METHOD_IDS, NUMERIC_TESTS, USUAL_TESTS } from '../methods.ts';
import { PlumblineError } from '../statements/errors.ts';
import { brandSchema } from './brand.ts';
import { checked, checkedObject } from './checked.ts';
import { costSchema } from './cost.ts';
import { columnType, role } from '../document/columns.ts';
import { conditionSchema } from './condition.ts';
import { centurySchema, columnReadingSchema, readSchema } from './read-options.ts';
import { withNewNames } from '../document/renamed.ts';
import { BIN_RULES, PERIOD_UNITS, ROW_ORDERS } from './choices.ts';
import { filterSchema, splitSchema } from './rows-choice.ts';

/** Means of fewer rows tell little. */
export const FEWEST_ROWS_OF_PERIOD = 10;

const atLeastZero = v.pipe(v.number(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const missing = v.pipe(
  v.array(v.string()),
  v.description('Texts, in columns of numbers numbers, that count as missing besides those that are read so.'),
);

/** Evidently's names of its methods. */
const method = v.picklist(EVIDENTLY_METHOD_IDS);

/** A schema with what editors say of it. */
const said = <T extends v.GenericSchema>(words: string, schema: T) => v.pipe(schema, v.description(words));

const columnSchema = v.strictObject({
  type: v.optional(columnType),
  role: v.optional(role),
  minimumEffect: v.optional(said("Smallest effect that matters, in the effect's unit.", atLeastZero)),
  minimumEffectInUnit: v.optional(
    said("The same in the column's own unit (numeric columns); it goes before minimumEffect.", atLeastZero),
  ),
  method: v.optional(said('Profile "evidently": its method, in place of its own choice.', method)),
  threshold: v.optional(said('Profile "evidently": the threshold, in place of the method\'s default.', atLeastZero)),
  test: v.optional(
    said('Profile "plumbline": the test of the evidence.', v.picklist([...NUMERIC_TESTS, ...CATEGORY_TESTS])),
  ),
  missing: v.optional(missing),
  readAs: v.optional(
    said('How its cells are read in text tables ("folded" and "without_zeros" in all files).', columnReadingSchema),
  ),
  readMissing: v.optional(
    said('Texts that stand for no value in it in text tables, in place of those of its file.', v.array(v.string())),
  ),
  readCentury: v.optional(
    said('The first of the hundred years that its years of two digits are taken for in text tables.', centurySchema),
  ),
});

const performanceSchema = v.strictObject({
  task: v.optional(v.picklist(['regression', 'classification', 'none'])),
  positive: v.optional(said('The class that is looked for, of two.', v.string())),
  threshold: v.optional(
    said('Scores from here on are positive, where the file does not say what was predicted.', v.number()),
  ),
  labels: v.optional(
    said(
      'Labels that stand for others (predicted labels for those of the target), in place of those that are found to match.',
      v.array(v.strictObject({ from: v.string(), to: v.string() })),
    ),
  ),
  twoModels: v.optional(
    said("The files hold two models' predictions for the same rows, instead of two periods.", v.boolean()),
  ),
});

const settingsSchema = v.strictObject({
  name: v.optional(said('What this is a report on, for those that collect many.', v.string())),
  profile: v.optional(said('Whose rule gives the states.', v.picklist(['plumbline', 'evidently'])), 'plumbline'),
  alpha: v.optional(
    said('Share of false alarms accepted, after correction.', v.pipe(v.number(), v.gtValue(0), v.ltValue(1))),
    0.05,
  ),
  minimumEffect: v.optional(
    said(
      'Smaller effects do not matter: standard deviations of the reference for numbers, share of rows for categories.',
      v.strictObject({ numeric: v.optional(atLeastZero, 0.1), categorical: v.optional(share, 0.05) }),
    ),
    {},
  ),
  detectableEffect: v.optional(
    said(
      'The change that must be detectable for “stable” to be an answer, in the same units.',
      v.strictObject({ numeric: v.optional(atLeastZero, 0.3), categorical: v.optional(share, 0.15) }),
    ),
    {},
  ),
  tests: v.optional(
    said(
      'Profile "plumbline": tests of the evidence, by type.',
      v.strictObject({
        numeric: v.optional(v.picklist(NUMERIC_TESTS), USUAL_TESTS.numeric),
        categorical: v.optional(v.picklist(CATEGORY_TESTS), USUAL_TESTS.categorical),
      }),
    ),
    {},
  ),
  bins: v.optional(
    said(
      'Bins of pictures and of the scores on them: "nice" takes round numbers; count is how many (at most).',
      v.strictObject({
        rule: v.optional(v.picklist(BIN_RULES), 'nice'),
        count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(200))),
      }),
    ),
    {},
  ),
  methods: v.optional(
    said(
      'Profile "evidently": methods by type in place of its own choice.',
      v.strictObject({ numeric: v.optional(method), categorical: v.optional(method) }),
    ),
    {},
  ),
  missing: v.optional(missing, []),
  read: v.optional(
    said(
      'How files are read, where it is not to be found out.',
      v.strictObject({ reference: v.optional(readSchema), current: v.optional(readSchema) }),
    ),
    {},
  ),
  correction: v.optional(
    said('For the number of columns.', v.picklist(['benjamini_hochberg', 'benjamini_yekutieli', 'holm'])),
    'benjamini_hochberg',
  ),
  rowOrder: v.optional(
    said(
      'In which order rows may depend on their neighbours: of the time column (time), of the file (file), of each machine that a column names (by), or in none (none). Without it, what the data say.',
      v.union([v.picklist(ROW_ORDERS), v.strictObject({ by: v.string() })]),
    ),
  ),
  periods: v.optional(
    said(
      'Periods of pictures over time, and of dates from which something changed: an hour, a day, a week, a month, or so many rows in the order of time. Without it the finest that make at most 60.',
      v.union([
        v.picklist(PERIOD_UNITS),
        v.strictObject({ rows: v.pipe(v.number(), v.integer(), v.minValue(FEWEST_ROWS_OF_PERIOD)) }),
      ]),
    ),
  ),
  compareWithin: v.optional(
    said(
      'Columns as conditions (shift, product): the others, and the model, are compared within rows that are alike in all of these.',
      v.array(v.string()),
    ),
    [],
  ),
  filter: v.optional(
    said(
      'Rows that the report is made of, of both files: those that meet every one of these conditions.',
      filterSchema,
    ),
  ),
  split: v.optional(
    said(
      'One file in two, reference and current: by a time or a number of a column ("at"), or by its values ("reference", "current").',
      splitSchema,
    ),
  ),
  correlations: v.optional(
    v.strictObject({
      maxColumns: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2)), 200),
      sampleRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100)), 200_000),
    }),
    {},
  ),
  performance: v.optional(said('What the model does, where it is not to be found out.', performanceSchema), {}),
  cost: v.optional(said("What the model's errors cost; without it nothing is said of costs.", costSchema)),
  seed: v.optional(said('Of every sample.', v.pipe(v.number(), v.integer())), 20261123),
  conditions: v.optional(said('Limits that numbers of the report must keep.', v.array(conditionSchema)), []),
  brand: v.optional(said('What a shared report looks like.', brandSchema), {}),
});

/** A set-up as it stands in a file. */
export const setUpSchema = v.strictObject({
  /** For editors. */
  $schema: v.optional(v.string()),
  ...settingsSchema.entries,
  columns: v.optional(said('Of single columns, by name.', v.record(v.string(), columnSchema)), {}),
});

/** A setting that cannot be, or a file of settings that cannot be read. */
export class ConfigError extends PlumblineError<'config'> {
  constructor(problem: ConfigProblem, place: { file?: string } = {}) {
    super('config', problem, place);
  }
}

export type ColumnConfig = v.InferOutput<typeof columnSchema>;
/** Everything a re-run needs to give the same numbers; columns are set by name. */
export type Config = v.InferOutput<typeof settingsSchema> & { columns: Record<string, ColumnConfig> };
export type ConfigInput = v.InferInput<typeof settingsSchema> & {
  $schema?: string;
  columns?: Record<string, ColumnConfig>;
};

const refusal = (problem: ConfigProblem): Error => new ConfigError(problem);

/**
 * Fills in defaults and checks every value; names of version 0.1 are understood. Column entries are checked one by one, so that a column may have any name.
 * @throws ConfigError that names the path and what was expected
 */
export function parseConfig(input: ConfigInput = {}): Config {
  checkedObject(input, 'config', refusal);
  const odd = oddValue(input, 'config');
  if (odd !== null) throw new ConfigError({ problem: 'rule', ...odd });
  checkedObject(input.columns ?? {}, 'config.columns', refusal);
  const { columns: given = {}, ...rest } = withNewNames(input).settings;
  const settings = withoutSchema(rest);
  const columns = Object.create(null) as Record<string, ColumnConfig>;
  for (const [name, entry] of Object.entries(given)) {
    columns[name] = checked(columnSchema, entry, `config.columns[${JSON.stringify(name)}]`, refusal);
  }
  return { ...checked(settingsSchema, settings, 'config', refusal), columns };
}

/** Without the address that editors go by. */
export function withoutSchema<T extends { $schema?: string }>(input: T): Omit<T, '$schema'> {
  const rest = { ...input };
  delete rest.$schema;
  return rest;
}

/** As a Map: a column may be called `__proto__`. */
export const configByName = (config: Pick<Config, 'columns'>): Map<string, ColumnConfig> =>
  new Map(Object.entries(config.columns));
