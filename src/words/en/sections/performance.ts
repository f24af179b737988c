import type { Pairing, Performance } from '../../../facts/document/performance.ts';
import type { RegressionResult } from '../../../facts/document/model/regression.ts';
import type { RowsUsed } from '../../../facts/document/model/estimates.ts';
import type { PerSide, Side } from '../../../facts/document/side.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import { count, effect, NONE, number, share, signedShare } from '../../format.ts';
import { counted, listed } from '../grammar.ts';

type Names = Record<Side, string>;
type Task = Extract<Performance, { state: 'measured' }>['task'];

const tasks: Record<Task, string> = {
  regression: 'Regression',
  binary: 'Two classes',
  multiclass: 'Several classes',
};

const quoted = (name: string): string => `“${name}”`;

export interface TaskValues {
  task: Task;
  taskReason: string;
  target: string;
  prediction: string | null;
  probabilities: readonly { column: string }[];
  positive: string | null;
}

/** What is measured against what, and why in this way. */
function task(values: TaskValues): string {
  const { taskReason, target, prediction, probabilities, positive } = values;
  const columns = probabilities.map(({ column }) => quoted(column)).join(', ');
  const predicted = [
    prediction === null ? '' : quoted(prediction),
    columns === '' ? '' : `probabilities in ${columns}`,
  ];
  const looked = positive === null ? '' : ` The class that is looked for is ${quoted(positive)}.`;
  const predictors = predicted.filter((text) => text !== '').join(', ');
  return `${tasks[values.task]}, since ${taskReason}: ${quoted(target)} against ${predictors}.${looked}`;
}

/** How many rows of a file there are to measure by, and which were left out. */
function rowsOfFile(name: string, { used, missingTarget, missingPrediction }: RowsUsed): string {
  const missing = [
    ...(missingTarget > 0 ? [`${counted(missingTarget, 'row')} without a target`] : []),
    ...(missingPrediction > 0 ? [`${counted(missingPrediction, 'row')} without a prediction`] : []),
  ];
  const left = missing.length === 0 ? '' : `, ${listed(missing)} left out`;
  return `${name}: ${counted(used, 'row')}${left}.`;
}

const rows = (used: PerSide<RowsUsed>, names: Names): string =>
  SIDES.flatMap((side) => (used[side] === undefined ? [] : [rowsOfFile(names[side], used[side])])).join(' ');

function leftOut(side: Side, { alone: withoutPartner, double, without: withoutId }: Pairing): string[] {
  const [unmatched, repeated, unnamed] = [withoutPartner[side] ?? 0, double[side] ?? 0, withoutId[side] ?? 0];
  return [
    ...(unmatched > 0 ? [`${counted(unmatched, 'row')} the other file does not have`] : []),
    ...(repeated > 0 ? [`${counted(repeated, 'row')} whose identifier is not the only one`] : []),
    ...(unnamed > 0 ? [`${counted(unnamed, 'row')} without one`] : []),
  ];
}

/** How the rows of both files belong together, and which do not. */
function pairs(pairing: Pairing, names: Names): string {
  const what = pairing.samePredictions === true ? 'Both files hold the same predictions' : 'Both models are compared';
  if (pairing.by === 'order') return `${what} row by row, in the order of the rows.`;
  const left = SIDES.flatMap((side) => {
    const kinds = leftOut(side, pairing);
    return kinds.length === 0 ? [] : [`${names[side]} leaves out ${kinds.join(', ')}.`];
  });
  const targetNote =
    pairing.targetsApart > 0 ? [`In ${counted(pairing.targetsApart, 'pair')} the targets differ.`] : [];
  const paired = `${what} on ${counted(pairing.pairs, 'row')} paired by ${quoted(pairing.column ?? '')}.`;
  return [paired, ...left, ...targetNote].join(' ');
}

/** The choice of what labels stand for. */
const labels = {
  summary: 'Which labels belong together',
  lead: 'Labels that are not spelled as in the target. Choose what each stands for.',
  proposed:
    'This is a proposal, by names or by order. Check it: with the wrong labels together, all measures are wrong.',
  standsFor: (label: string): string => `${quoted(label)} stands for`,
  itself: 'itself, a class of its own',
  match: 'Match them so',
  undo: 'Undo',
};

export const performance = {
  ...{ labels, task, rows, pairs },
  unpaired: 'Nothing tells which rows of the two files are the same.',
  notYet: 'The model is measured last.',
  handbook: 'How it is measured',
  measures: 'Measures of the model',
  byItself:
    'Below, each measure is judged by itself: of many measures one or two move more than noise where nothing changed. The sentence above goes by all of them together.',
};

/** A difference of two percentages: "+3.8 pts". */
const points = (value: number): string => `${value > 0 ? '+' : ''}${effect(value * 100)} pts`;

export const metrics = {
  points,
  measure: 'Measure',
  class: 'Class',
  verdict: 'Verdict',
  /** "7.9 to 8.3" */
  interval: ({ low, high }: { low: string; high: string }): string => `${low} to ${high}`,
  /** Of rows that were counted in bins: between which the number is for these very rows. */
  inBins: ({ low, high }: { low: string; high: string }): string => `counted in bins: ${low} to ${high}`,
  relative: signedShare,
  signed: (value: number): string => `${value > 0 ? '+' : ''}${effect(value)}`,
  cannotTell: 'cannot be told',
  beyondNoise: 'More than noise',
  withinNoise: 'No more than noise',
  ofPositive: (label: string): string => `The class ${quoted(label)}`,
  ofAll: 'All classes',
  ofScores: 'Probabilities',
};

export const classes = {
  byClass: 'By class',
  measure: 'Measure',
  measureByClass: (measure: string): string => `${measure} by class`,
  wrongOverTime: 'Share of wrong rows over time',
  confusion: 'Confusion matrix',
  cellsShow: 'Cells show',
  ways: { count: 'Rows', row: 'Share of the true class', column: 'Share of the predicted class' },
  corner: 'true ↓ predicted →',
  change: 'Change, in shares of the true class',
  scoresOf: 'Scores of the class',
  others: 'others',
};

export const threshold = {
  heading: 'Threshold',
  /** Before and after the number, which is the reader's. */
  from: (label: string): string => `Rows are called ${quoted(label)} from a score of`,
  on: 'on',
  bestF1: 'Highest F1',
  recallOf: 'Recall of',
  recall: 'Recall to reach',
  leastCost: 'Least cost, a miss costs',
  cost: 'Cost of a miss in false alarms',
  falseAlarms: 'false alarms',
  table: 'Measures at the threshold',
  measures: {
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    accuracy: 'Accuracy',
    specificity: 'Specificity',
    balancedAccuracy: 'Balanced accuracy',
    mcc: 'Matthews correlation',
    kappa: 'Cohen’s κ',
    share: 'Rows called so',
  },
};

export const topRows = {
  title: (name: string): string => `${name}: the highest scores`,
  top: 'Top',
  threshold: 'Score from',
  found: 'Found',
  false: 'False',
  precision: 'Precision',
  recall: 'Recall',
  lift: 'Lift',
};

const rate = 'share of rows';

/** Figures of a class's scores. */
export const scores = {
  guard: 'the scores',
  titles: {
    roc: (label: string): string => `ROC curve of ${quoted(label)}`,
    'precision-recall': (label: string): string => `Precision and recall of ${quoted(label)}`,
    calibration: (label: string): string => `Calibration of ${quoted(label)}`,
    gain: (label: string): string => `Gain of ${quoted(label)}`,
    lift: (label: string): string => `Lift of ${quoted(label)}`,
    histogram: (label: string): string => `Scores of rows that are ${quoted(label)}`,
    'histogram-others': (): string => 'Scores of the other rows',
    separation: (label: string): string => `Scores of ${quoted(label)} by true class`,
  },
  descriptions: {
    roc: 'How many of the class are found for how many false alarms; on the dotted line a guess would lie. Rings: the threshold.',
    'precision-recall':
      'How many of those called so are so, for how many of the class are found. Rings: the threshold.',
    calibration: 'How often rows with such a score are of the class; on the dotted line scores mean what they say.',
    gain: 'The share of the class that is found when so many rows are taken, the highest scores first.',
    lift: 'How many times as often as among all rows such rows are of the class; from 1 % of the rows on.',
    histogram: 'Share of the rows of the class by their score.',
    'histogram-others': 'Share of the rows that are not of the class by their score.',
  },
  axes: {
    roc: { x: 'false positive rate', y: 'recall' },
    'precision-recall': { x: 'recall', y: 'precision' },
    calibration: { x: 'mean score', y: 'share of the class' },
    gain: { x: rate, y: 'share of the class' },
    lift: { x: rate, y: 'lift' },
    histogram: { x: 'score', y: rate },
    'histogram-others': { x: 'score', y: rate },
  },
};

type Naive = NonNullable<RegressionResult['naive']['current']>;

const naiveOfFile = (name: string, { median, last }: Naive): string =>
  `${name}: always the median ${number(median)}${last === null ? '' : `, always the value before ${number(last)}`}.`;

/** What models without inputs would have reached. */
const naive = (errors: PerSide<Naive>, names: Names): string => {
  const files = SIDES.flatMap((side) => (errors[side] === undefined ? [] : [naiveOfFile(names[side], errors[side])]));
  return `Mean absolute error of models without inputs. ${files.join(' ')}`;
};

export const regression = {
  naive,
  groups: 'Under- and over-estimated rows',
  groupsTable: 'Groups of the error',
  groupFigures: {
    low: 'Lowest 5 %: errors up to',
    under: 'Mean error of the lowest',
    majority: 'Mean error of the 90 % between',
    high: 'Highest 5 %: errors from',
    over: 'Mean error of the highest',
  },
  density: 'Predicted against actual',
  error: 'Distribution of the error',
  byPrediction: {
    title: 'Error against prediction',
    description:
      'The median error of rows with such a prediction: at zero the model is right on balance there. Band: half of the rows.',
    x: 'prediction',
    y: 'median error',
    band: 'half of the rows',
  },
  normalQuantiles: {
    title: 'Normal Q–Q of the error',
    description: 'On a straight line errors are normal; ends that bend away are large errors more often than that.',
    x: 'standard normal quantile',
    y: 'error',
  },
  overTime: {
    both: 'Target and prediction over time',
    series: { first: 'target', second: 'prediction' },
    error: 'Error over time (prediction − target)',
    'absolute-error': 'Absolute error over time',
    'percentage-error': 'Absolute percentage error over time',
  },
  withoutNearZero: 'Rows whose target is zero or nearly zero are left out.',
  /** A share in percent; none where it is not known. */
  percent: (value: number | null): string => (value === null ? NONE : share(value / 100)),
  cells: count,
};
