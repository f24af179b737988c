import type { ConfigInput } from '../../facts/settings.ts';
import type { Report } from '../../facts/document.ts';
import { OWN_CHOICE, type ChoiceSetting } from './choice-settings.ts';

type Model = NonNullable<ConfigInput['performance']>;

const withModel = (config: ConfigInput, change: Model): ConfigInput => {
  const performance = { ...config.performance, ...change };
  const set = Object.entries(performance).filter(([, value]) => value !== undefined);
  return { ...config, performance: Object.fromEntries(set) };
};

const guess = { value: OWN_CHOICE, label: 'found out (usual)' };

const task: ChoiceSetting = {
  id: 'model-task',
  label: 'What the model predicts',
  hint: 'Numbers are a regression, classes a classification',
  choices: [
    guess,
    { value: 'regression', label: 'numbers: regression' },
    { value: 'classification', label: 'classes: classification' },
    { value: 'none', label: 'nothing: do not measure it' },
  ],
  read: (config) => config.performance?.task ?? OWN_CHOICE,
  write: (config, value) =>
    withModel(config, { task: value === OWN_CHOICE ? undefined : (value as NonNullable<Model['task']>) }),
};

const files: ChoiceSetting = {
  id: 'model-files',
  label: 'What the two files are',
  hint: 'Two models are compared row by row where the rows are the same',
  choices: [
    guess,
    { value: 'periods', label: 'two periods of one model' },
    { value: 'models', label: 'two models on the same rows' },
  ],
  read: ({ performance }) =>
    performance?.twoModels === undefined ? OWN_CHOICE : performance.twoModels ? 'models' : 'periods',
  write: (config, value) => withModel(config, { twoModels: value === OWN_CHOICE ? undefined : value === 'models' }),
};

const positive = (classes: readonly string[]): ChoiceSetting => ({
  id: 'model-positive',
  label: 'The class that is looked for',
  hint: 'Precision, recall and the curves are of this one',
  choices: [guess, ...classes.map((label) => ({ value: label, label }))],
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
