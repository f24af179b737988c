import * as v from 'valibot';
import { period } from '../distribution.ts';
import { count, counts, names, numberOrNull, numbers, optional, record } from '../record.ts';
import { perSide } from '../side.ts';
import { metric, rowsUsed } from './estimates.ts';

export const calibrationBin = record({
  low: v.number(),
  high: v.number(),
  count,
  meanScore: numberOrNull,
  share: numberOrNull,
});
export type CalibrationBin = v.InferOutput<typeof calibrationBin>;

/** JSON has no infinity: what is one in memory may come back as null. */
const orInfinite = v.array(v.nullable(v.number())) as unknown as typeof numbers;

export const thresholdCurve = record({
  /** In falling order; the first lies above every score, so that nothing is predicted positive. */
  thresholds: orInfinite,
  truePositives: counts,
  falsePositives: counts,
  positives: count,
  negatives: count,
});
export type ThresholdCurve = v.InferOutput<typeof thresholdCurve>;

/** Scores of one class (of the positive one, for two classes). */
export const scoredClass = record({
  label: v.string(),
  curve: perSide(thresholdCurve),
  calibration: perSide(v.array(calibrationBin)),
  /** Counts of scores on these edges, of rows that are of the class, and of the others. */
  histogram: record({ edges: numbers, is: perSide(counts), isNot: perSide(counts) }),
  /** Quantiles 0.05, 0.25, 0.5, 0.75, 0.95 of the scores by true class, in the order of `classes`; null for none. */
  separation: perSide(v.array(v.nullable(numbers))),
  /** Counts of the scores on the edges of `histogram` by true class, in the order of `classes`; empty for very many classes. */
  shapes: perSide(v.array(counts)),
});
export type ScoredClass = v.InferOutput<typeof scoredClass>;

export const classificationResult = record({
  task: v.picklist(['binary', 'multiclass']),
  /** All labels of both files; for two classes the negative one first. */
  classes: names,
  /** Labels that occur in one file only, by side. */
  onlyIn: perSide(names),
  /** Index of the positive class; null for several. */
  positive: numberOrNull,
  /** Rows are predicted positive from this score on; null where the file says what was predicted, and for several classes. */
  threshold: numberOrNull,
  rows: perSide(rowsUsed),
  metrics: v.array(metric),
  byClass: v.array(metric),
  /** Row = true class, column = predicted class. */
  confusion: perSide(v.array(counts)),
  /** Of the rows with a class and a prediction, the share of wrong ones by period; absent where no column tells the time. */
  overTime: optional(record({ unit: v.string(), timeColumn: v.string(), wrong: perSide(v.array(period)) })),
  /** Empty without probabilities. */
  scores: v.array(scoredClass),
  /** What is wrong with the probabilities. */
  scoreTrouble: perSide(record({ outside: count, sumsOff: count })),
});
export type ClassificationResult = v.InferOutput<typeof classificationResult>;
