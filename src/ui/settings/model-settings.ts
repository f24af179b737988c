import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { Report } from '../../facts/document/document.ts';
import { OWN_CHOICE, type ChoiceSetting } from './choice-settings.ts';
import { words } from '../../words/words.ts';

type Model = NonNullable<ConfigInput['performance']>;

const withModel = (config: ConfigInput, change: Model): ConfigInput => {
  const performance = { ...config.performance, ...change };
  const set = Object.entries(performance).filter(([, value]) => value !== undefined);
  return { ...config, performance: Object.fromEntries(set) };
};

const { model } = words.settings;

const withGuess = ({ guess, ...choices }: { guess: string; [choice: string]: string }): ChoiceSetting['choices'] => [
  { value: OWN_CHOICE, label: guess },
  ...Object.entries(choices).map(([value, label]) => ({ value, label })),
];

const task: ChoiceSetting = {
  id: 'model-task',
  ...model.task,
  choices: withGuess(model.task.choices),
  read: (config) => config.performance?.task ?? OWN_CHOICE,
  write: (config, value) =>
    withModel(config, { task: value === OWN_CHOICE ? undefined : (value as NonNullable<Model['task']>) }),
};

const files: ChoiceSetting = {
  id: 'model-files',
  ...model.files,
  choices: withGuess(model.files.choices),
  read: ({ performance }) =>
    performance?.twoModels === undefined ? OWN_CHOICE : performance.twoModels ? 'models' : 'periods',
  write: (config, value) => withModel(config, { twoModels: value === OWN_CHOICE ? undefined : value === 'models' }),
};

const positive = (classes: readonly string[]): ChoiceSetting => ({
  id: 'model-positive',
  ...model.positive,
  choices: [
    { value: OWN_CHOICE, label: model.positive.choices.guess },
    ...classes.map((label) => ({ value: label, label })),
  ],
  read: (config) => config.performance?.positive ?? OWN_CHOICE,
  write: (config, value) => withModel(config, { positive: value === OWN_CHOICE ? undefined : value }),
});

/** What can be said of the model of a report; nothing where there is none. */
export function modelSettings(report: Report | null): ChoiceSetting[] {
  const performance = report?.performance;
  if (!performance) return [];
  const classes =
    performance.state === 'measured' && performance.whole.task === 'binary' ? performance.whole.classes : [];
  return [task, files, ...(classes.length > 0 ? [positive(classes)] : [])];
}
