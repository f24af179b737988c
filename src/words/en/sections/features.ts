import type { Performance } from '../../../facts/document/performance.ts';
import { number, pValue, share } from '../../format.ts';

type Task = Extract<Performance, { state: 'measured' }>['task'];

const relations = {
  unknown: '–',
  notTested: 'Not tested',
  different: 'Behaves differently',
  same: 'As before',
};

export interface Tested {
  /** As its kind is spoken of: "0.2 of its standard deviations". */
  size: string;
  qValue: number | undefined;
}

/** What became of the relation to the target, with what it rests on. */
const relationSentence = {
  notTested:
    'Whether the target depends on it as before was not tested: too few rows at the same values of it in both files.',
  same: ({ size, qValue }: Tested): string =>
    `The target depends on it as it did, but for a shift that is the same everywhere (differences of ${size}; q = ${pValue(qValue)}).`,
  different: ({ size, qValue, changed }: Tested & { changed: boolean }): string => {
    const itself = changed ? 'Its own distribution changed as well.' : 'Its own distribution did not change.';
    return `At the same values of it the target is another than before (${size}; q = ${pValue(qValue)}). ${itself}`;
  },
};

const sameBins = 'in bins that are the same in both files';

/** Target, prediction and error over a feature. */
const curves = {
  numbers: {
    target: { title: 'Target', description: `Mean target ${sameBins}.`, y: 'mean target' },
    prediction: { title: 'Prediction', description: 'Mean prediction in the same bins.', y: 'mean prediction' },
    error: {
      title: 'Error',
      description: 'Mean of prediction − target: away from zero the model errs in one direction there.',
      y: 'mean error',
    },
  },
  shares: {
    target: { title: 'Target', description: `Share of the class ${sameBins}.`, y: 'share of the class' },
    prediction: {
      title: 'Prediction',
      description: 'Share predicted to be of the class in the same bins.',
      y: 'share predicted',
    },
    error: {
      title: 'Wrong predictions',
      description: 'Share of wrong predictions in the same bins.',
      y: 'share wrong',
    },
  },
  bands: { numbers: 'one standard deviation', shares: '95 % interval' },
  describe: ({ description, isShare }: { description: string; isShare: boolean }): string =>
    `${description} ${isShare ? 'Band: the 95 % interval of independent rows.' : 'Band: one standard deviation.'}`,
  titleBy: ({ title, feature }: { title: string; feature: string }): string => `${title} by ${feature}`,
};

export interface GroupsTitle {
  feature: string;
  task: Task;
  label: string | null;
}

const groupNames: Record<string, string> = {
  under: 'Under-estimated',
  majority: 'Between',
  over: 'Over-estimated',
  TP: 'True positives',
  FP: 'False positives',
  FN: 'False negatives',
  TN: 'True negatives',
  right: 'found',
  wrong: 'missed',
};

const groups = {
  title: ({ feature, task, label }: GroupsTitle): string => {
    const grouping = task === 'multiclass' ? 'where classes are found and missed' : 'by kind of error';
    return `${feature} ${grouping}${label === null ? '' : `: “${label}”`}`;
  },
  trueClass: 'True class',
  /** By its id in the document; one that is not known as it stands there. */
  name: (id: string): string => groupNames[id] ?? id,
  ofClass: ({ label, name }: { label: string; name: string }): string => `${label}: ${name}`,
};

const plane = {
  title: (feature: string): string => `Predicted against actual, coloured by ${feature}`,
  colourBy: 'Colour by the share of',
  mean: (feature: string): string => `mean of ${feature}`,
  share: (category: string): string => `share of “${category}”`,
};

const bias = {
  heading: 'Where it errs',
  table: (feature: string): string => `Error bias of ${feature}`,
  under: 'Usual value where under-estimated',
  majority: 'Usual value between',
  over: 'Usual value where over-estimated',
  range: 'Range',
  percent: (value: number | null): string => share(value === null ? null : value / 100),
};

export const features = {
  ...{ relations, relationSentence, curves, groups, plane, bias },
  heading: 'By feature',
  lead: (task: Task): string =>
    `How much of the ${task === 'regression' ? 'error' : 'wrong predictions'} each feature explains, and whether the target still depends on it as before. A row opens to the figures.`,
  feature: 'Feature',
  explains: (name: string): string => `Explains ${name}`,
  relation: 'Relation to the target',
  byBin: (feature: string): string => `${feature} by bin`,
  value: 'Value',
  otherCategories: 'all others',
  range: ({ low, high }: { low: number; high: number }): string => `${number(low)} to ${number(high)}`,
  rows: 'Rows',
  target: 'Target',
  prediction: 'Prediction',
  predicted: 'Predicted',
  absoluteError: '|Error|',
  wrong: 'Wrong',
};
