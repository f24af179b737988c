import type {
  ModelNoteValues,
  ModelSummaryValues,
  NotMeasured,
  NotMeasuredValues,
  ProbabilityProblem,
  ProbabilityProblemValues,
  TaskReasonValues,
} from '../../facts/statements/model-statements.ts';
import type { Quote } from '../../facts/statements/statement.ts';
import { count, effect, share, signedShare } from '../format.ts';
import { measureValue, measureValues } from '../measure-value.ts';
import { counted, listed, named } from './grammar.ts';
import { errorName, measureInSentence, measureName } from './measures.ts';
import { quoted } from './statements/quotes.ts';
import { noDateText, stepText } from './statements/step.ts';
import type { SidesWords } from './sides.ts';

const MOST_LABELS = 3;

type Words<Values> = { [Kind in keyof Values]: (values: Values[Kind], sides: SidesWords) => string };

const tasks: Words<TaskReasonValues> = {
  'set-by-hand': () => 'you set it',
  numbers: ({ target }) => `“${target}” holds numbers`,
  classes: ({ target }) => `“${target}” holds classes`,
  'predicted-numbers': ({ prediction }) => `“${prediction}” holds numbers that are not classes`,
};

const probabilities: Words<ProbabilityProblemValues> = {
  'no-column-for-class': ({ class: label }) => `no column is named like the class ${quoted(label)}`,
  'several-columns': ({ columns, class: label }) =>
    `${counted(columns, 'column')} are set to be probabilities, and none is named like ${quoted(label)}`,
  'not-counted-outside': ({ columns }) =>
    `${listed(columns.map((column) => `“${column}”`))} ${columns.length === 1 ? 'has' : 'have'} values outside 0 to 1, and a summary counts only those within. Divide percentages by 100 before the table is counted`,
};

/** The first labels of many. */
const someLabels = (labels: readonly Quote[]): string =>
  labels.length <= MOST_LABELS + 1
    ? listed(labels.map(quoted))
    : `${labels.slice(0, MOST_LABELS).map(quoted).join(', ')} and others`;

/** What follows "How good the model is was not measured:". */
const notMeasured: Words<NotMeasuredValues> = {
  ...probabilities,
  'no-target': ({ prediction }) =>
    `no column is known as the target of “${prediction}”. Set the role of one to “Target”`,
  'no-prediction': ({ target }) => `no column holds predictions of “${target}”. Set the role of one to “Prediction”`,
  'no-predicted-values': ({ target }) => `no column holds predicted values of “${target}”`,
  'no-predicted-classes': ({ target }) => `no column holds predicted classes of “${target}”`,
  'no-file-has-both': ({ target, prediction }) => `no file has both “${target}” and “${prediction}”`,
  'prediction-not-numbers': ({ target, prediction }) => `“${target}” holds numbers, and “${prediction}” does not`,
  'target-of-text': ({ target }) => `“${target}” holds free text, which no measure is for`,
  'target-of-times': ({ target }) => `“${target}” holds times, which no measure is for`,
  'no-labels-yet': ({ target }) => `“${target}” has no values yet`,
  'labels-do-not-meet': ({ target, prediction, inTarget, inPrediction }) =>
    `no label is in both columns: “${target}” holds ${someLabels(inTarget)}, “${prediction}” holds ${someLabels(inPrediction)}. Say under Performance which labels belong together (in a set-up: performance.labels), or write the same labels in both columns`,
  'one-class': ({ target }) => `“${target}” has one value only, so there is nothing to tell apart`,
  'needs-rows': ({ target }) =>
    `which class of “${target}” the probabilities predict hangs on single rows, and this is a summary of them. A summary tells it of two classes, at a threshold of whole thousandths`,
  'not-counted': ({ target, prediction }) =>
    `the summary holds no counts of “${target}” by “${prediction}”: make it again with --target and --prediction`,
  'too-many-classes': ({ target, classes }) =>
    `“${target}” has ${count(classes)} different values, too many to be classes`,
};

type Told<S extends { values: unknown }> = (values: S['values'], sides: SidesWords) => string;

const problemText = ({ kind, values }: ProbabilityProblem, sides: SidesWords): string =>
  (probabilities[kind] as Told<ProbabilityProblem>)(values, sides);

const notMeasuredText = ({ kind, values }: NotMeasured, sides: SidesWords): string =>
  (notMeasured[kind] as Told<NotMeasured>)(values, sides);

const matches = {
  hand: 'you set it',
  spelling: 'they differ in case, blanks or accents only',
  meaning: 'both mean yes or no',
} as const;

const oneColumn = {
  target: 'Never predicted:',
  prediction: 'Only the prediction has',
  probabilities: 'No row of the target has, but a probability is named like',
} as const;

const notes: Words<ModelNoteValues> = {
  'without-probabilities': ({ trouble }, sides) => `Probabilities are left out: ${problemText(trouble, sides)}.`,
  'target-late': ({ target, side }, sides) =>
    `The ${sides[side].name} file has no “${target}” yet: how good the model is there cannot be said. Whether its predictions drifted is in the drift part.`,
  'labels-matched': ({ by, pairs }) =>
    `${listed(pairs.map(({ from: label, to: shown }) => `${quoted(label)} is read as ${quoted(shown)}`))}: ${matches[by]}.`,
  'classes-of-one-column': ({ of: column, classes }) =>
    `${oneColumn[column]} ${classes.length === 1 ? 'the class' : 'the classes'} ${listed(classes.map(quoted))}.`,
  'labels-beside-probabilities': ({ prediction, probabilities: columns }) =>
    `What was predicted is taken from “${prediction}”, not from a threshold on ${listed(columns.map((column) => `“${column}”`))}.`,
  'error-since': ({ measure, before, after, ...step }) => {
    const [first, second] =
      measure === 'error_rate' ? [share(before), share(after)] : measureValues(measure, before, after);
    return `The ${errorName(measure)} has another level ${stepText(step)}: ${first} before, ${second} since.`;
  },
  'error-no-date': ({ measure, noDate }, sides) =>
    `Since when the ${errorName(measure)} is another is not told: ${noDateText(noDate, sides)}.`,
  'from-summary': () =>
    'Measured from a summary of rows that stayed elsewhere. Performance by feature and pictures of single errors need the rows.',
  'probabilities-apart': ({ columns }) =>
    `${listed(columns.map((column) => `“${column}”`))} do not add up to 1, or some rows lack some of them: log loss and Brier score need the rows.`,
  percentages: ({ columns }) =>
    `${listed(columns.map((column) => `“${column}”`))}: percentages, read as probabilities (divided by 100).`,
  'classes-in-one-file': ({ side, classes }, sides) =>
    `Only the ${sides[side].name} file has the class ${classes.map(quoted).join(', ')}.`,
  'classes-without-rows': ({ side, classes }, sides) =>
    `The ${sides[side].name} file has no row of the class ${classes.map(quoted).join(', ')}: precision, recall and F1 of it are not defined there.`,
  'measures-over-all-rows': ({ columns, measures }) =>
    `Over all rows alone, not within the same ${named(columns)}: ${listed(measures.map(measureInSentence))}.`,
  'targets-near-zero': ({ files }, sides) =>
    `${measureName('mape')} leaves out rows whose target is zero or nearly zero: ${listed(
      files.map(({ side, rows, used }) => `${count(rows)} of ${counted(used, 'row')} of the ${sides[side].name} file`),
    )}.`,
};

const summary: Words<ModelSummaryValues> = {
  'not-measured': ({ reason }, sides) => `How good the model is was not measured: ${notMeasuredText(reason, sides)}.`,
  'no-measure': () => 'No measure of the model is defined on these rows.',
  'not-defined': ({ metric }) => `${measureName(metric)} is not defined.`,
  'one-file': ({ metric, estimate }) => `${measureName(metric)} is ${withInterval(metric, estimate)}.`,
  'same-predictions': ({ metric, estimate }) =>
    `Both files hold the same predictions for the same rows: ${measureInSentence(metric)} is ${withInterval(metric, estimate)}.`,
  // "Mean absolute error grew from 8.1 to 10.8: +33% (95% interval +29% to +37%), more than noise."
  'both-files': (values, sides) => {
    const { metric, twoModels, reference, current } = values;
    const [referenceNoun, currentNoun] = twoModels
      ? [` of ${sides.reference.noun}`, ` of ${sides.current.noun}`]
      : ['', ''];
    return `${measureName(metric)} ${moved(values)} from ${measureValue(metric, reference)}${referenceNoun} to ${measureValue(metric, current)}${currentNoun}: ${size(values)}.${withinText(values.within)}`;
  },
};

function withInterval(
  metric: string,
  { value, low, high }: ModelSummaryValues['same-predictions']['estimate'],
): string {
  const interval =
    low === null || high === null
      ? ''
      : ` (95% interval ${measureValue(metric, low)} to ${measureValue(metric, high)})`;
  return `${measureValue(metric, value)}${interval}`;
}

/** " Within the same “shift”: mean absolute error 8.1 → 8.3, +2.5%, no more than noise." */
function withinText(within: ModelSummaryValues['both-files']['within']): string {
  if (within === undefined) return '';
  const { columns, metric, reference, current, relative, noise } = within;
  const [before, after] = measureValues(metric, reference, current);
  const change = relative === null ? '' : `, ${signedShare(relative)}`;
  return ` Within the same ${named(columns)}: ${measureInSentence(metric)} ${before} → ${after}${change}, ${noises[noise]}.`;
}

function moved({ twoModels, noise, difference }: ModelSummaryValues['both-files']): string {
  if (twoModels) return 'goes';
  if (noise !== 'beyond') return 'went';
  return difference > 0 ? 'grew' : 'fell';
}

const noises: Record<ModelSummaryValues['both-files']['noise'], string> = {
  beyond: 'more than noise',
  alone: 'more than noise by itself, but not beside all other measures',
  within: 'no more than noise',
  unknown: 'too few independent rows to tell from noise',
};

function size({ change: { value, low, high }, relative, noise }: ModelSummaryValues['both-files']): string {
  const signed = relative ? signedShare : (amount: number) => (amount > 0 ? `+${effect(amount)}` : effect(amount));
  const interval = low === null || high === null ? '' : ` (95% interval ${signed(low)} to ${signed(high)})`;
  return `${signed(value)}${interval}, ${noises[noise]}`;
}

export const model = { tasks, notMeasured, notes, summary, measureName };
