import type { ConfigInput } from '../../facts/settings.ts';
import { comparedAs, evidentlyMethodsFor, TESTS, USUAL_TESTS, type ColumnKind } from '../../facts/methods.ts';
import { words } from '../../words/words.ts';
import type { ReportColumn } from '../../facts/document.ts';
import { settingOf, withEntry } from './column-settings.ts';

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

export type Kind = ColumnKind;
const kindWords: Record<Kind, string> = { numeric: 'numbers', categorical: 'categories' };
const testNames = (kind: Kind): Record<string, string> =>
  Object.fromEntries(TESTS[kind].map((id) => [id, words.methodChoices.test(id, id === USUAL_TESTS[kind])]));
const evidentlyNames = (kind: Kind): Record<string, string> => ({
  [OWN_CHOICE]: words.methodChoices.evidentlyOwn,
  ...Object.fromEntries(evidentlyMethodsFor(kind).map((id) => [id, words.methodChoices.evidently(id)])),
});

const testSetting = (kind: Kind): ChoiceSetting => ({
  id: `test-${kind}`,
  label: `Test: ${kindWords[kind]}`,
  hint: words.methodChoices.testHint,
  profile: 'plumbline',
  choices: listed(testNames(kind)),
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
  return drift.effect ? comparedAs(drift.effect) : 'numeric';
}

/** The test (profile "plumbline") or the method (profile "evidently") of one column. */
export function columnMethodSetting(name: string, kind: Kind, profile: Profile): ChoiceSetting {
  const key = profile === 'plumbline' ? 'test' : 'method';
  const names = profile === 'plumbline' ? testNames(kind) : evidentlyNames(kind);
  return {
    id: key,
    label: profile === 'plumbline' ? 'Test' : 'Evidently’s method',
    hint: '',
    profile,
    choices: listed({ ...names, [OWN_CHOICE]: words.methodChoices.asForAll }).sort(
      (a, b) => Number(a.value !== '') - Number(b.value !== ''),
    ),
    read: (config) => settingOf(config, name)?.[key] ?? OWN_CHOICE,
    write: (config, value) => withEntry(config, name, without(settingOf(config, name), key, value)),
  };
}
