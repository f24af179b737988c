import * as v from 'valibot';
import { count, numberOrNull, optional, record } from '../record.ts';
import { perSide } from '../side.ts';

/** A number with its 95 % interval; the limits are null where the rows are too few, or too dependent on each other, to tell. */
export const estimate = record({
  ...{ value: v.number(), low: numberOrNull, high: numberOrNull },
  /** Present where rows stayed elsewhere and were counted in bins: between which the number is for these rows, whatever chance does. The interval holds both. */
  atLeast: optional(v.number()),
  atMost: optional(v.number()),
});
export type Estimate = v.InferOutput<typeof estimate>;

/** current − reference, and whether it is more than noise: its interval leaves out zero. */
export const difference = record({
  ...estimate.entries,
  /** Difference / |reference|; null where the reference is zero or the measure has no natural zero. */
  relative: v.nullable(estimate),
  beyondNoise: v.boolean(),
});
export type Difference = v.InferOutput<typeof difference>;

/** A measure of quality in both files. */
export const metric = record({
  /** Its entry in the handbook: "mae", "roc_auc", "precision". */
  id: v.string(),
  /** The class that it is of, for measures by class. */
  label: optional(v.string()),
  /** Null where the measure is not defined on these rows. */
  values: perSide(v.nullable(estimate)),
  /** Null for one file alone, and where either side is not defined. */
  difference: v.nullable(difference),
});
export type Metric = v.InferOutput<typeof metric>;

/** What became of the rows of a file. */
export const rowsUsed = record({
  rows: count,
  /** Rows with all that is needed. */
  used: count,
  missingTarget: count,
  /** Rows with a target but without a prediction. */
  missingPrediction: count,
  /** Rows without a partner in the other file, where two models are compared row by row. */
  unpaired: count,
});
export type RowsUsed = v.InferOutput<typeof rowsUsed>;
