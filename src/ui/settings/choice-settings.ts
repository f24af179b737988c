import type { ConfigInput } from '../../facts/settings/settings.ts';
import { comparedAs, evidentlyMethodsFor, TESTS, USUAL_TESTS, type ColumnKind } from '../../facts/methods.ts';
import type { SidesWords } from '../../report/side-words.ts';
import { words } from '../../words/words.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import { settingOf, withEntry } from './column-settings.ts';
import type { BinRule } from '../../facts/settings/choices.ts';

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

const choice = (id: 'profile' | 'correction'): ChoiceSetting => ({
  id,
  ...{ label: words.settings[id].label, hint: words.settings[id].hint },
  choices: listed(words.settings[id].choices),
  read: (config) => config[id],
  write: (config, value) => ({ ...config, [id]: value }),
});

export type Kind = ColumnKind;
const testNames = (kind: Kind): Record<string, string> =>
  Object.fromEntries(TESTS[kind].map((id) => [id, words.methodChoices.test(id, id === USUAL_TESTS[kind])]));
const evidentlyNames = (kind: Kind): Record<string, string> => ({
  [OWN_CHOICE]: words.methodChoices.evidentlyOwn,
  ...Object.fromEntries(evidentlyMethodsFor(kind).map((id) => [id, words.methodChoices.evidently(id)])),
});

const testSetting = (kind: Kind): ChoiceSetting => ({
  id: `test-${kind}`,
  label: words.settings.test[kind],
  hint: words.methodChoices.testHint,
  profile: 'plumbline',
  choices: listed(testNames(kind)),
  read: (config) => config.tests?.[kind],
  write: (config, value) => ({ ...config, tests: { ...config.tests, [kind]: value } }),
});

const methodSetting = (kind: Kind): ChoiceSetting => ({
  id: `method-${kind}`,
  label: words.settings.method.labels[kind],
  hint: words.settings.method.hint,
  profile: 'evidently',
  choices: listed(evidentlyNames(kind)),
  read: (config) => config.methods?.[kind] ?? OWN_CHOICE,
  write: (config, value) => ({ ...config, methods: withChoice(config.methods, kind, value) }),
});

/** An entry set, or taken out where the choice is none. */
function withChoice<T extends object>(entries: T | undefined, key: string, value: string): T {
  const rest = Object.entries(entries ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(value === OWN_CHOICE ? rest : [...rest, [key, value]]) as T;
}

const binRules = (sides: SidesWords): ChoiceSetting => ({
  id: 'bins',
  ...{ label: words.settings.bins.label, hint: words.settings.bins.hint(sides) },
  choices: listed({ ...words.settings.bins.choices, quantiles: words.settings.bins.choices.quantiles(sides) }),
  read: (config) => config.bins?.rule,
  write: (config, rule) => ({ ...config, bins: { ...config.bins, rule: rule as BinRule } }),
});

/** An order by a column's machines is set in a set-up, and stays until another is chosen. */
const rowOrder: ChoiceSetting = {
  id: 'rowOrder',
  ...{ label: words.settings.rowOrder.label, hint: words.settings.rowOrder.hint },
  choices: listed({ [OWN_CHOICE]: words.settings.rowOrder.found, ...words.settings.rowOrder.choices }),
  read: ({ rowOrder: order }) => (typeof order === 'string' ? order : OWN_CHOICE),
  write: (config, value) => withChoice<ConfigInput>(config, 'rowOrder', value),
};

/** So many rows, where a number of rows was asked for and none is said yet. */
const ROWS_OF_PERIOD = 1000;
const ROWS = 'rows';

const periods: ChoiceSetting = {
  id: 'periods',
  ...{ label: words.settings.periods.label, hint: words.settings.periods.hint },
  choices: listed({ [OWN_CHOICE]: words.settings.periods.found, ...words.settings.periods.choices }),
  read: ({ periods: asked }) => (typeof asked === 'object' ? ROWS : (asked ?? OWN_CHOICE)),
  write: (config, value) =>
    value === ROWS
      ? { ...config, periods: { rows: ROWS_OF_PERIOD } }
      : withChoice<ConfigInput>(config, 'periods', value),
};

/** In the words for both files. */
export const choiceSettings = (sides: SidesWords): ChoiceSetting[] => [
  choice('profile'),
  testSetting('numeric'),
  testSetting('categorical'),
  methodSetting('numeric'),
  methodSetting('categorical'),
  rowOrder,
  periods,
  { ...choice('correction'), profile: 'plumbline' },
  binRules(sides),
];

/** What a column is compared as; null where it is not compared. */
export function kindOf({ drift }: ReportColumn): Kind | null {
  if (!drift?.effect && !drift?.scores.length) return null;
  return drift.effect ? comparedAs(drift.effect) : 'numeric';
}

/** The test (profile "plumbline") or the method (profile "evidently") of one column. */
export function columnMethodSetting(name: string, kind: Kind, profile: Profile): ChoiceSetting {
  const isTest = profile === 'plumbline';
  const key = isTest ? 'test' : 'method';
  const texts = words.settings.column;
  const choices = Object.entries(isTest ? testNames(kind) : evidentlyNames(kind)).filter(([id]) => id !== OWN_CHOICE);
  const named = isTest ? texts.testChoice : texts.methodChoice;
  return {
    id: key,
    label: (isTest ? texts.test : texts.method)(name),
    hint: '',
    profile,
    choices: [...choices, [OWN_CHOICE, words.methodChoices.asForAll] as const].map(([value, label]) => ({
      value,
      label: named(label),
    })),
    read: (config) => settingOf(config, name)?.[key] ?? OWN_CHOICE,
    write: (config, value) => withEntry(config, name, withChoice(settingOf(config, name), key, value)),
  };
}
