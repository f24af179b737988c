import type { Config, ConfigInput } from '../../analysis/config.ts';
import type { ReportColumn } from '../../report/document.ts';
import { methodsFor } from '../../analysis/evidently.ts';

type ColumnSetting = NonNullable<Config['columns'][string]>;

/** A column may be called `__proto__`: only the object's own entries count. */
export function settingOf(config: ConfigInput, name: string): ColumnSetting | undefined {
  const columns = config.columns ?? {};
  return Object.hasOwn(columns, name) ? columns[name] : undefined;
}

export function withColumn(config: ConfigInput, name: string, change: ColumnSetting): ConfigInput {
  return { ...config, columns: { ...config.columns, [name]: { ...settingOf(config, name), ...change } } };
}

export type FloorUnit = 'effect' | 'own';

/** The smallest change that matters in a column, where it was set. */
export function floorOf(config: ConfigInput, name: string): { value: number; unit: FloorUnit } | null {
  const { floor, floorOwnUnit } = settingOf(config, name) ?? {};
  if (floorOwnUnit !== undefined) return { value: floorOwnUnit, unit: 'own' };
  return floor === undefined ? null : { value: floor, unit: 'effect' };
}

/** Sets it in one unit, or takes it back. */
export function withFloor(
  config: ConfigInput,
  name: string,
  { value, unit }: { value: number | null; unit: FloorUnit },
): ConfigInput {
  const rest = Object.fromEntries(
    Object.entries(settingOf(config, name) ?? {}).filter(([key]) => key !== 'floor' && key !== 'floorOwnUnit'),
  ) as ColumnSetting;
  return withEntry(
    config,
    name,
    value === null ? rest : { ...rest, [unit === 'own' ? 'floorOwnUnit' : 'floor']: value },
  );
}

/** A column's settings as a whole; where none is left, it is as it was guessed. */
function withEntry(config: ConfigInput, name: string, entry: ColumnSetting): ConfigInput {
  if (Object.keys(entry).length === 0) return withoutColumn(config, name);
  return { ...config, columns: { ...config.columns, [name]: entry } };
}

/** Back to what was guessed. */
export function withoutColumn(config: ConfigInput, name: string): ConfigInput {
  return {
    ...config,
    columns: Object.fromEntries(Object.entries(config.columns ?? {}).filter(([key]) => key !== name)),
  };
}

export const chosenType = (config: ConfigInput, column: ReportColumn) =>
  settingOf(config, column.name)?.type ?? column.type;
export const chosenRole = (config: ConfigInput, column: ReportColumn) =>
  settingOf(config, column.name)?.role ?? column.role;

/** A number that a person may set. */
export interface NumberSetting {
  id: string;
  label: string;
  hint: string;
  read: (config: ConfigInput) => number | undefined;
  write: (config: ConfigInput, value: number) => ConfigInput;
  /** Why a value cannot be taken; null where it can. */
  refuse: (value: number) => string | null;
}

const share = (value: number) => (value >= 0 && value <= 1 ? null : 'A share lies between 0 and 1.');
const size = (value: number) => (value >= 0 ? null : 'A size cannot be below 0.');

export const numberSettings: NumberSetting[] = [
  {
    id: 'alpha',
    label: 'False alarms allowed',
    hint: 'α: the share of alarms that may be luck, all columns together',
    read: (config) => config.alpha,
    write: (config, alpha) => ({ ...config, alpha }),
    refuse: (value) => (value > 0 && value < 1 ? null : 'It must lie between 0 and 1, both excluded.'),
  },
  {
    id: 'floor-numeric',
    label: 'Smallest change that matters: numbers',
    hint: 'In standard deviations of the reference',
    read: (config) => config.floors?.numeric,
    write: (config, numeric) => ({ ...config, floors: { ...config.floors, numeric } }),
    refuse: size,
  },
  {
    id: 'floor-categorical',
    label: 'Smallest change that matters: categories',
    hint: 'As a share of rows, 0 to 1',
    read: (config) => config.floors?.categorical,
    write: (config, categorical) => ({ ...config, floors: { ...config.floors, categorical } }),
    refuse: share,
  },
  {
    id: 'resolution-numeric',
    label: 'How coarse a look still is an answer: numbers',
    hint: '“Stable” is said only where a change of this size would have been seen; in standard deviations',
    read: (config) => config.resolution?.numeric,
    write: (config, numeric) => ({ ...config, resolution: { ...config.resolution, numeric } }),
    refuse: size,
  },
  {
    id: 'resolution-categorical',
    label: 'How coarse a look still is an answer: categories',
    hint: 'The same, as a share of rows, 0 to 1',
    read: (config) => config.resolution?.categorical,
    write: (config, categorical) => ({ ...config, resolution: { ...config.resolution, categorical } }),
    refuse: share,
  },
  {
    id: 'bins-count',
    label: 'Number of bins',
    hint: 'At most, where they end at round numbers; empty: as many as the data bear',
    read: (config) => config.bins?.count,
    write: (config, count) => ({ ...config, bins: { ...config.bins, count } }),
    refuse: (value) => (Number.isInteger(value) && value >= 2 && value <= 200 ? null : 'A whole number from 2 to 200.'),
  },
];

type Profile = NonNullable<ConfigInput['profile']>;

/** A setting with a few choices, in plain words. */
export interface ChoiceSetting {
  id: string;
  label: string;
  hint: string;
  /** Set where it matters under one profile only. */
  profile?: Profile;
  choices: { value: string; label: string }[];
  read: (config: ConfigInput) => string | undefined;
  write: (config: ConfigInput, value: string) => ConfigInput;
}

/** Stands for "none": the app's (or Evidently's) own choice. */
export const OWN_CHOICE = '';

const listed = (choices: Record<string, string>) => Object.entries(choices).map(([value, label]) => ({ value, label }));

const choice = <Key extends 'profile' | 'correction' | 'rowOrder'>(
  id: Key,
  words: Pick<ChoiceSetting, 'label' | 'hint' | 'profile'>,
  choices: Record<NonNullable<ConfigInput[Key]>, string>,
): ChoiceSetting => ({
  ...{ id, ...words },
  choices: listed(choices),
  read: (config) => config[id],
  write: (config, value) => ({ ...config, [id]: value }),
});

export type Kind = 'numeric' | 'categorical';
const kindWords: Record<Kind, string> = { numeric: 'numbers', categorical: 'categories' };
const testNames: Record<Kind, Record<string, string>> = {
  numeric: { ks: 'Kolmogorov–Smirnov (usual)', mann_whitney: 'Mann–Whitney', welch: 'Welch’s t test' },
  categorical: { chi_square: 'Chi-square (usual)', g_test: 'G test' },
};
const evidentlyNames = (kind: Kind): Record<string, string> => ({
  [OWN_CHOICE]: 'Evidently’s own choice',
  ...Object.fromEntries(methodsFor(kind).map((id) => [id, id])),
});

const testSetting = (kind: Kind): ChoiceSetting => ({
  id: `test-${kind}`,
  label: `Test: ${kindWords[kind]}`,
  hint: kind === 'numeric' ? 'Kolmogorov–Smirnov sees any change; the others look at the level' : 'Both see any change',
  profile: 'plumbline',
  choices: listed(testNames[kind]),
  read: (config) => config.tests?.[kind],
  write: (config, value) => ({ ...config, tests: { ...config.tests, [kind]: value } }),
});

const methodSetting = (kind: Kind): ChoiceSetting => ({
  id: `method-${kind}`,
  label: `Evidently’s method: ${kindWords[kind]}`,
  hint: 'By its own name; its threshold is the method’s default',
  profile: 'evidently',
  choices: listed(evidentlyNames(kind)),
  read: (config) => config.methods?.[kind] ?? OWN_CHOICE,
  write: (config, value) => ({ ...config, methods: without(config.methods, kind, value) }),
});

/** An entry set, or taken out where the choice is none. */
function without<T extends object>(entries: T | undefined, key: string, value: string): T {
  const others = Object.entries(entries ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(value === OWN_CHOICE ? others : [...others, [key, value]]) as T;
}

type BinRule = NonNullable<NonNullable<ConfigInput['bins']>['rule']>;

const binRules: ChoiceSetting = {
  id: 'bins',
  label: 'Bins of pictures and their scores',
  hint: 'Frozen from the reference; what is drawn is what is scored',
  choices: listed({
    nice: 'between round numbers (usual)',
    equal_width: 'of one width',
    quantiles: 'with equally many reference rows',
  }),
  read: (config) => config.bins?.rule,
  write: (config, rule) => ({ ...config, bins: { ...config.bins, rule: rule as BinRule } }),
};

export const choiceSettings: ChoiceSetting[] = [
  choice(
    'profile',
    { label: 'Verdicts by', hint: 'Evidently’s numbers are shown beside the calibrated ones either way' },
    { plumbline: 'Plumbline, calibrated', evidently: 'Evidently’s defaults' },
  ),
  testSetting('numeric'),
  testSetting('categorical'),
  methodSetting('numeric'),
  methodSetting('categorical'),
  choice(
    'rowOrder',
    {
      label: 'Rows in the file’s order',
      hint: 'A slow sensor tells the same thing in many rows; then each counts for less',
    },
    { file: 'may depend on their neighbours', none: 'are shuffled, each counts in full' },
  ),
  choice(
    'correction',
    {
      label: 'Correction for many columns',
      hint: 'How false alarms are held down when many columns are tested at once',
      profile: 'plumbline',
    },
    {
      benjamini_hochberg: 'Benjamini–Hochberg (usual)',
      benjamini_yekutieli: 'Benjamini–Yekutieli (any dependence)',
      holm: 'Holm (not one false alarm)',
    },
  ),
  binRules,
];

/** What a column is compared as; null where it is not compared. */
export function kindOf({ drift }: ReportColumn): Kind | null {
  if (!drift?.effect && !drift?.scores.length) return null;
  return drift.effect?.method === 'total_variation' ? 'categorical' : 'numeric';
}

/** The test (profile "plumbline") or the method (profile "evidently") of one column. */
export function columnMethodSetting(name: string, kind: Kind, profile: Profile): ChoiceSetting {
  const key = profile === 'plumbline' ? 'test' : 'method';
  const names = profile === 'plumbline' ? testNames[kind] : evidentlyNames(kind);
  return {
    id: key,
    label: profile === 'plumbline' ? 'Test' : 'Evidently’s method',
    hint: '',
    profile,
    choices: listed({ ...names, [OWN_CHOICE]: 'as for all columns' }).sort(
      (a, b) => Number(a.value !== '') - Number(b.value !== ''),
    ),
    read: (config) => settingOf(config, name)?.[key] ?? OWN_CHOICE,
    write: (config, value) => withEntry(config, name, without(settingOf(config, name), key, value)),
  };
}

/** Texts that count as missing, as they are typed: separated by commas. */
export const readMissing = (typed: string): string[] =>
  typed
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** What was typed as a number, or why it is none; a comma is taken for a point. */
export function readNumber(typed: string, refuse: NumberSetting['refuse']): { value: number } | { problem: string } {
  const text = typed.trim().replace(',', '.');
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return { problem: 'This is not a number.' };
  const problem = refuse(value);
  return problem === null ? { value } : { problem };
}
