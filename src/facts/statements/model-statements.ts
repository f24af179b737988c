import * as v from 'valibot';
import { quoteSchema, statementIn, type StatementOf, type ValuesOf } from './statement.ts';
import { noDateSchema, stepSchema } from './since.ts';
import { side } from '../document/side.ts';

const n = v.number();
const name = v.string();
const noValues = v.object({});
const ofTarget = v.object({ target: name });
const labels = v.array(quoteSchema);

/** Why a model predicts what it is taken to predict. */
export const taskReasonValues = {
  'set-by-hand': noValues,
  /** The target holds numbers, or classes. */
  numbers: ofTarget,
  classes: ofTarget,
  /** The prediction holds numbers that are no classes. */
  'predicted-numbers': v.object({ prediction: name }),
} as const;

/** Why probabilities are not used. */
export const probabilityProblemValues = {
  'no-column-for-class': v.object({ class: quoteSchema }),
  'several-columns': v.object({ columns: n, class: quoteSchema }),
  /** Of a summary: it counts values from 0 to 1 alone, and there are others (percentages). */
  'not-counted-outside': v.object({ columns: v.array(name) }),
} as const;

/** Why a model's quality is not measured. */
export const notMeasuredValues = {
  ...probabilityProblemValues,
  'no-target': v.object({ prediction: name }),
  'no-prediction': ofTarget,
  'no-predicted-values': ofTarget,
  'no-predicted-classes': ofTarget,
  'no-file-has-both': v.object({ target: name, prediction: name }),
  'prediction-not-numbers': v.object({ target: name, prediction: name }),
  'target-of-text': ofTarget,
  'target-of-times': ofTarget,
  /** No file has any value of the target. */
  'no-labels-yet': ofTarget,
  /** No label stands in both columns; up to 30 of each. */
  'labels-do-not-meet': v.object({ target: name, prediction: name, inTarget: labels, inPrediction: labels }),
  'one-class': ofTarget,
  /** A summary was read, and what is asked for hangs on single rows. */
  'needs-rows': ofTarget,
  /** The summaries hold neither counts by class nor sums of errors. */
  'not-counted': v.object({ target: name, prediction: name }),
  'too-many-classes': v.object({ target: name, classes: n }),
} as const;

/** What else is to be known of a model. */
export const modelNoteValues = {
  'without-probabilities': v.object({
    trouble: statementIn(probabilityProblemValues),
  }),
  /** A file has no target yet. */
  'target-late': v.object({ target: name, side }),
  /** Labels that are read as others: matched by hand, by spelling (case, blanks), or by what they mean (yes and no). */
  'labels-matched': v.object({
    by: v.picklist(['hand', 'spelling', 'meaning']),
    pairs: v.array(v.object({ from: quoteSchema, to: quoteSchema })),
  }),
  /** Classes that only the target, only the prediction, or only the names of probabilities have. */
  'classes-of-one-column': v.object({ of: v.picklist(['target', 'prediction', 'probabilities']), classes: labels }),
  /** Predicted labels beside probabilities. */
  'labels-beside-probabilities': v.object({ prediction: name, probabilities: v.array(name) }),
  /** Since when the error has another level, with the means before and after; or why that is not told. */
  'error-since': v.object({ measure: name, ...stepSchema.entries, before: n, after: n }),
  'error-no-date': v.object({ measure: name, noDate: noDateSchema }),
  /** It was measured from a summary of rows that stayed elsewhere. */
  'from-summary': noValues,
  /** Of a summary: probabilities of several classes do not add up to 1, or some rows lack some. */
  'probabilities-apart': v.object({ columns: v.array(name) }),
  /** Probabilities from 0 to 100. */
  percentages: v.object({ columns: v.array(name) }),
  /** Classes that one file has alone. */
  'classes-in-one-file': v.object({ side, classes: v.array(quoteSchema) }),
  /** Classes that a file predicts and has no row of. */
  'classes-without-rows': v.object({ side, classes: v.array(quoteSchema) }),
  /** Measures that are no means over rows, and so are not taken within other columns. */
  'measures-over-all-rows': v.object({ columns: v.array(name), measures: v.array(name) }),
  /** Rows whose target is too near to zero for a percentage, of those that are measured. */
  'targets-near-zero': v.object({ files: v.array(v.object({ side, rows: n, used: n })) }),
} as const;

const estimate = v.object({ value: n, low: v.nullable(n), high: v.nullable(n) });

/** `alone`: beyond for this measure by itself, and not where all are judged together. */
const noise = v.picklist(['beyond', 'alone', 'within', 'unknown']);

/** The sentence about a model. */
export const modelSummaryValues = {
  'not-measured': v.object({ reason: statementIn(notMeasuredValues) }),
  'no-measure': noValues,
  'not-defined': v.object({ metric: name }),
  'one-file': v.object({ metric: name, estimate }),
  /** Both files hold the same predictions for the same rows. */
  'same-predictions': v.object({ metric: name, estimate }),
  /** A measure in both files, how much it changed, relative where that makes sense, and whether that is more than noise. */
  'both-files': v.object({
    ...{ metric: name, reference: n, current: n, twoModels: v.boolean() },
    ...{ change: estimate, relative: v.boolean(), difference: n, noise },
    /** A measure within the rows that are alike in some columns; `change` is a difference. */
    within: v.exactOptional(
      v.object({
        columns: v.array(name),
        ...{ metric: name, reference: n, current: n, change: estimate, relative: v.nullable(n), noise },
      }),
    ),
  }),
} as const;

export type TaskReasonValues = ValuesOf<typeof taskReasonValues>;
export type TaskReason = StatementOf<TaskReasonValues>;
export type ProbabilityProblemValues = ValuesOf<typeof probabilityProblemValues>;
export type ProbabilityProblem = StatementOf<ProbabilityProblemValues>;
export type NotMeasuredValues = ValuesOf<typeof notMeasuredValues>;
export type NotMeasured = StatementOf<NotMeasuredValues>;
export type ModelNoteValues = ValuesOf<typeof modelNoteValues>;
export type ModelNote = StatementOf<ModelNoteValues>;
export type ModelSummaryValues = ValuesOf<typeof modelSummaryValues>;
export type ModelSummary = StatementOf<ModelSummaryValues>;
