import * as v from 'valibot';
import type { ModelNote, NotMeasured, TaskReason } from '../statements/model-statements.ts';
import { count, names, numberOrNull, optional, record } from './record.ts';
import { perSide, side } from './side.ts';
import { estimate } from './model/estimates.ts';
import { regressionResult } from './model/regression.ts';
import { classificationResult } from './model/classification.ts';
import { featureResult } from './model/features.ts';

/** Which rows of two models' files belong together. */
export const pairing = record({
  by: v.picklist(['id', 'order']),
  /** The column that tells rows apart; null for the order of the rows. */
  column: v.nullable(v.string()),
  pairs: count,
  /** Rows without an identifier, rows that share theirs with another row of their file, and rows that the other file does not have. */
  without: perSide(count),
  double: perSide(count),
  alone: perSide(count),
  /** Pairs whose targets differ. */
  targetsApart: count,
  /** Both files hold the same rows with the same targets. */
  same: v.boolean(),
  /** Present where every pair has the same predictions and probabilities too: one model, not two. */
  samePredictions: optional(v.boolean()),
});
export type Pairing = v.InferOutput<typeof pairing>;

/** What all measures together say of the model: current against reference, or the second model against the first. */
export const overall = record({
  /** `mixed`: some measures are better and some worse, both by more than noise. `notComparable`: one file alone, or too few rows to tell. */
  state: v.picklist(['worse', 'better', 'mixed', 'noMoreThanNoise', 'notComparable']),
  /** Id of the measure that leads; null where none is defined. It and what follows are of the whole, in the measure's own unit. */
  measure: v.nullable(v.string()),
  reference: numberOrNull,
  current: numberOrNull,
  /** current − reference. */
  difference: numberOrNull,
  /** difference / |reference|; null where the measure has no natural zero, or the reference is zero. */
  relative: numberOrNull,
  /** Whether the model does worse than one without inputs; null where that is not known. */
  isWorseThanNaive: perSide(v.nullable(v.boolean())),
});
export type Overall = v.InferOutput<typeof overall>;

/** Measures that are means over rows, within the rows that are alike in some columns: the reference weighted as the current rows are mixed. */
export const modelWithin = record({
  columns: names,
  /** What these measures say together. */
  state: overall.entries.state,
  measures: v.array(
    record({
      ...{ id: v.string(), reference: v.number(), current: v.number(), difference: estimate },
      /** See `Difference`. */
      relative: numberOrNull,
      beyondNoise: v.boolean(),
    }),
  ),
  /** Ids of measures that are no means over rows: they are of all rows alone. */
  others: names,
  rows: record({ reference: count, current: count }),
  /** Strata of current rows without ten reference rows that are measured, with their rows. */
  leftOut: record({ strata: count, reference: count, current: count }),
});
export type ModelWithin = v.InferOutput<typeof modelWithin>;

export const task = v.picklist(['regression', 'binary', 'multiclass']);

export const notMeasured = record({ state: v.literal('notMeasured'), reason: v.string() });

export const measured = record({
  state: v.literal('measured'),
  task,
  /** Why this task. */
  taskReason: v.string(),
  target: v.string(),
  /** The column of predicted values or labels; null where they follow from the probabilities. */
  prediction: v.nullable(v.string()),
  /** The class that each column is the probability of; for two classes the positive one's alone. */
  probabilities: v.array(record({ column: v.string(), label: v.string() })),
  positive: v.nullable(v.string()),
  /** The files that could be measured. */
  sides: v.array(side),
  /** The files hold two models' predictions instead of two periods. */
  twoModels: v.boolean(),
  /** They hold them for the same rows: intervals of differences go by pairs. */
  paired: v.boolean(),
  /** How the rows were paired; null where they are not. */
  pairing: v.nullable(pairing),
  notes: names,
  /** Absent in documents of version 0.1. */
  overall: optional(overall),
  /** Present where rows are compared within others. */
  within: optional(modelWithin),
  whole: v.variant('task', [regressionResult, classificationResult]),
  features: v.array(featureResult),
});

/** How good the model is, in each file that has a target and a prediction; or why that is not known. */
export type Performance =
  | (Omit<v.InferOutput<typeof notMeasured>, 'reason'> & { reason: NotMeasured })
  | (Omit<v.InferOutput<typeof measured>, 'taskReason' | 'notes'> & { taskReason: TaskReason; notes: ModelNote[] });
