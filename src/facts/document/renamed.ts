/*
 * Names of version 0.1 and what they are since. Documents of that version are opened, its set-ups applied, and conditions
 * on its metrics judged by this one table.
 */

/** Of the document, wherever they stand in it; with them settings that it carries. */
const DOCUMENT_NAMES = {
  byLuck: 'expectedByChance',
  drawnScores: 'binnedScores',
  expectedByLuck: 'expectedByChance',
  forChange: 'supportsChange',
  rowsEnough: 'rowsNeeded',
  smallestDetectable: 'minimumDetectableEffect',
} as const;

/** Of settings. */
const SETTING_NAMES = { floors: 'minimumEffect', resolution: 'detectableEffect' } as const;

/** Of the settings of a column. */
const COLUMN_NAMES = { floor: 'minimumEffect', floorOwnUnit: 'minimumEffectInUnit' } as const;

/** Of metrics. */
const METRIC_NAMES = {
  columns_expected_by_luck: 'columns_expected_by_chance',
  drawn_score: 'binned_score',
  drawn_score_by_luck: 'binned_score_by_chance',
  drift_effect_floor: 'drift_minimum_effect',
  smallest_detectable: 'minimum_detectable_effect',
} as const;

export const RENAMED = {
  document: DOCUMENT_NAMES,
  settings: SETTING_NAMES,
  column: COLUMN_NAMES,
  metrics: METRIC_NAMES,
} as const;

type Names = Readonly<Record<string, string>>;
type Json = Record<string, unknown>;

/** A name that was met, and what it is called now. */
export interface Renaming {
  old: string;
  current: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const newName = (names: Names, name: string): string =>
  Object.hasOwn(names, name) ? (names[name] ?? name) : name;

/** An object's entries by their names of today. */
function renamed(object: Json, names: Names, met: Renaming[]): Json {
  return Object.fromEntries(
    Object.entries(object).map(([old, value]) => {
      const current = newName(names, old);
      if (current !== old) met.push({ old, current });
      return [current, value];
    }),
  );
}

/**
 * Settings by their names of today, and which old names were among them.
 * @param settings as they stand in a set-up or a document; anything but an object stays as it is
 */
export function withNewNames<Settings>(settings: Settings): { settings: Settings; met: Renaming[] } {
  const met: Renaming[] = [];
  if (!isObject(settings)) return { settings, met };
  const named = renamed(settings, SETTING_NAMES, met);
  const { columns, conditions } = named;
  if (isObject(columns))
    named['columns'] = mapValues(columns, (column) => (isObject(column) ? renamed(column, COLUMN_NAMES, met) : column));
  if (Array.isArray(conditions))
    named['conditions'] = conditions.map((condition: unknown) => withNewMetric(condition, met));
  return { settings: named as Settings, met };
}

const mapValues = (object: Json, map: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));

function withNewMetric(condition: unknown, met: Renaming[]): unknown {
  if (!isObject(condition) || typeof condition['metric'] !== 'string') return condition;
  const { metric: old } = condition;
  const current = newName(METRIC_NAMES, old);
  if (current === old) return condition;
  met.push({ old, current });
  return { ...condition, metric: current };
}
