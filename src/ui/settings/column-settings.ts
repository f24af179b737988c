import type { Config, ConfigInput } from '../../facts/settings/settings.ts';
import type { Finding, ReportColumn } from '../../facts/document/document.ts';
import type { FindingKind } from '../../facts/statements/findings.ts';

type ColumnSetting = NonNullable<Config['columns'][string]>;

/** A column may be called `__proto__`: only the object's own entries count. */
export function settingOf(config: ConfigInput, name: string): ColumnSetting | undefined {
  const columns = config.columns ?? {};
  return Object.hasOwn(columns, name) ? columns[name] : undefined;
}

export function withColumn(config: ConfigInput, name: string, change: ColumnSetting): ConfigInput {
  return { ...config, columns: { ...config.columns, [name]: { ...settingOf(config, name), ...change } } };
}

/** How a column is read so that what a finding tells apart by its spelling alone is one category; none for other findings. */
const JOINS: Partial<Record<FindingKind, ColumnSetting>> = {
  spellings: { readAs: 'folded' },
  'leading-zeros-lost': { readAs: 'without_zeros', type: 'categorical' },
};

/** The settings by which the categories that a finding names are joined; null where nothing is to be joined, or it is already. */
export function joinedBy({ kind, column }: Pick<Finding, 'kind' | 'column'>, config: ConfigInput): ConfigInput | null {
  const change = new Map(Object.entries(JOINS)).get(kind);
  if (change === undefined || column === undefined || settingOf(config, column)?.readAs === change.readAs) return null;
  return withColumn(config, column, change);
}

export type MinimumEffectUnit = 'effect' | 'own';

/** The smallest change that matters in a column, where it was set. */
export function minimumEffectOf(config: ConfigInput, name: string): { value: number; unit: MinimumEffectUnit } | null {
  const { minimumEffect, minimumEffectInUnit } = settingOf(config, name) ?? {};
  if (minimumEffectInUnit !== undefined) return { value: minimumEffectInUnit, unit: 'own' };
  return minimumEffect === undefined ? null : { value: minimumEffect, unit: 'effect' };
}

/** Sets it in one unit, or takes it back. */
export function withMinimumEffect(
  config: ConfigInput,
  name: string,
  { value, unit }: { value: number | null; unit: MinimumEffectUnit },
): ConfigInput {
  const rest = Object.fromEntries(
    Object.entries(settingOf(config, name) ?? {}).filter(
      ([key]) => key !== 'minimumEffect' && key !== 'minimumEffectInUnit',
    ),
  ) as ColumnSetting;
  return withEntry(
    config,
    name,
    value === null ? rest : { ...rest, [unit === 'own' ? 'minimumEffectInUnit' : 'minimumEffect']: value },
  );
}

/** A column's settings as a whole; where none is left, it is as it was guessed. */
export function withEntry(config: ConfigInput, name: string, entry: ColumnSetting): ConfigInput {
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

/** Texts that count as missing, as they are typed: separated by commas. */
export const readMissing = (typed: string): string[] =>
  typed
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
