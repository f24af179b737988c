import type { Config, ConfigInput } from '../../analysis/config.ts';
import type { ReportColumn } from '../../report/document.ts';

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
  const set = value === null ? rest : { ...rest, [unit === 'own' ? 'floorOwnUnit' : 'floor']: value };
  if (Object.keys(set).length === 0) return withoutColumn(config, name);
  return { ...config, columns: { ...config.columns, [name]: set } };
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
];

/** A setting with a few choices, in plain words. */
export interface ChoiceSetting {
  id: string;
  label: string;
  hint: string;
  choices: { value: string; label: string }[];
  read: (config: ConfigInput) => string | undefined;
  write: (config: ConfigInput, value: string) => ConfigInput;
}

const choice = <Key extends 'profile' | 'correction' | 'rowOrder'>(
  id: Key,
  words: Pick<ChoiceSetting, 'label' | 'hint'>,
  choices: Record<NonNullable<ConfigInput[Key]>, string>,
): ChoiceSetting => ({
  ...{ id, ...words },
  choices: Object.entries<string>(choices).map(([value, label]) => ({ value, label })),
  read: (config) => config[id],
  write: (config, value) => ({ ...config, [id]: value }),
});

export const choiceSettings: ChoiceSetting[] = [
  choice(
    'profile',
    { label: 'Verdicts by', hint: 'Evidently’s numbers are shown beside the calibrated ones either way' },
    { plumbline: 'Plumbline, calibrated', evidently: 'Evidently’s defaults' },
  ),
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
    },
    {
      benjamini_hochberg: 'Benjamini–Hochberg (usual)',
      benjamini_yekutieli: 'Benjamini–Yekutieli (any dependence)',
      holm: 'Holm (not one false alarm)',
    },
  ),
];

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
