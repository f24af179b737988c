import * as v from 'valibot';
import { scale } from '../distribution.ts';
import { count, counts, names, numberOrNull, numbers, optional, record } from '../record.ts';
import { perSide } from '../side.ts';

/** A feature's bins: deciles of the reference (of the only file), or its most frequent categories and the rest. */
export const featureBins = v.variant('kind', [
  record({ kind: v.literal('numeric'), edges: numbers }),
  record({
    kind: v.literal('categorical'),
    names,
    /** Whether the last bin holds all other categories. */
    others: v.boolean(),
  }),
]);
export type FeatureBins = v.InferOutput<typeof featureBins>;

/** What a bin of a feature holds. For classes "target" and "prediction" are 0 or 1: whether it is the positive class; for several classes, whether the prediction is right is `prediction`, and `target` is absent. */
export const featureCell = record({
  count,
  targetMean: numberOrNull,
  targetStd: numberOrNull,
  predictionMean: numberOrNull,
  predictionStd: numberOrNull,
  errorMean: numberOrNull,
  errorStd: numberOrNull,
  /** Mean absolute error; for classes the share of wrong predictions. */
  loss: numberOrNull,
});
export type FeatureCell = v.InferOutput<typeof featureCell>;

const usualValue = v.nullable(v.union([v.number(), v.string()]));

/** A feature's typical value in the three groups of the error: the mean, or the most frequent category. */
export const errorBias = record({
  under: usualValue,
  majority: usualValue,
  over: usualValue,
  /** |over − under| / range of the feature, in percent; for categories 100 where the groups differ, else 0. */
  rangePercent: numberOrNull,
});
export type ErrorBias = v.InferOutput<typeof errorBias>;

/** Whether the target depends on the feature in the same way in both files. */
export const conceptDrift = record({
  statistic: v.number(),
  degreesOfFreedom: v.number(),
  pValue: v.number(),
  /** Absent until every feature has been tested. */
  qValue: optional(v.number()),
  /** Typical change of the target's mean at one value of the feature: in reference standard deviations of the target, or as share of rows. */
  effect: v.number(),
});
export type ConceptDrift = v.InferOutput<typeof conceptDrift>;

/** Bins of numbers that the rows of each group are counted in. */
export const groupHistogram = record({ edges: numbers, scale });
export type GroupHistogram = v.InferOutput<typeof groupHistogram>;

/** What a feature is like in the plane of actual and predicted values, by cells of a square grid that hold rows. */
export const featurePlane = record({
  edges: numbers,
  cells: perSide(
    record({
      /** Predicted · (edges − 1) + actual, counted from the lowest. */
      at: counts,
      rows: counts,
      /** For numbers one list, the feature's mean in each cell; for categories one list each, its share of the cell's rows. */
      values: v.array(numbers),
    }),
  ),
});
export type FeaturePlane = v.InferOutput<typeof featurePlane>;

export const featureResult = record({
  name: v.string(),
  bins: featureBins,
  cells: perSide(v.array(featureCell)),
  /** Share of the error's variance that lies between the bins (η², adjusted for their number; at least 0). */
  explained: perSide(numberOrNull),
  /** Regression only. */
  bias: perSide(errorBias),
  /** The bins of `groups`, for numbers; categories are counted in `bins`. */
  histogram: v.nullable(groupHistogram),
  /** Regression only, and of very many features only of those that explain most of the error. */
  plane: v.nullable(featurePlane),
  /** Rows by group and bin: under-, majority, over-estimated; or for classes TP, FP, FN, TN by class (right and wrong for several). */
  groups: v.array(record({ name: v.string(), label: optional(v.string()), counts: perSide(counts) })),
  /** `notTested` says why not: `few-rows`, the only reason; version 0.1.0 wrote a sentence there. */
  concept: v.nullable(v.union([conceptDrift, record({ notTested: v.string() })])),
});
export type FeatureResult = v.InferOutput<typeof featureResult>;
