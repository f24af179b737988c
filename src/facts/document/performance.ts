import * as v from 'valibot';
import type { ModelNote, NotMeasured, TaskReason } from '../statements/model-statements.ts';
import { numericDistribution, period, scale } from './distribution.ts';
import { count, counts, names, numberOrNull, numbers, optional, record } from './record.ts';
import { perSide, side } from './side.ts';

/** What the performance part of a run yields, as plain cloneable data. */

/** A number with its 95 % interval; the limits are null where the rows are too few, or too dependent on each other, to tell. */
export const estimate = record({ value: v.number(), low: numberOrNull, high: numberOrNull });
export type Estimate = v.InferOutput<typeof estimate>;

/** current − reference, and whether it is more than noise: its interval leaves out zero. */
export const difference = record({
  ...estimate.entries,
  /** Difference / |reference|; null where the reference is zero or the measure has no natural zero. */
  relative: v.nullable(estimate),
  beyondNoise: v.boolean(),
});
export type Difference = v.InferOutput<typeof difference>;

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

export const errorBin = record({
  count,
  mean: numberOrNull,
  q05: numberOrNull,
  q25: numberOrNull,
  q50: numberOrNull,
  q75: numberOrNull,
  q95: numberOrNull,
});
export type ErrorBin = v.InferOutput<typeof errorBin>;

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

/** Counts on a square grid, row by row from the lowest prediction up; the same edges on both axes. */
export const density = record({ edges: numbers, counts: perSide(counts) });

const errorGroup = record({ rows: count, mean: numberOrNull });

/** The 5 % of rows with the lowest errors (predicted too low), the 5 % with the highest, and those between. */
export const errorGroups = record({
  /** The errors that part them. */
  low: v.number(),
  high: v.number(),
  under: errorGroup,
  majority: errorGroup,
  over: errorGroup,
});
export type ErrorGroups = v.InferOutput<typeof errorGroups>;

const periods = perSide(v.array(period));

export const regressionResult = record({
  task: v.literal('regression'),
  rows: perSide(rowsUsed),
  /** Targets so near to zero that a percentage of them means nothing; left out of MAPE. */
  nearZeroTargets: perSide(count),
  metrics: v.array(metric),
  /** Mean absolute error of models without inputs: always the median of the targets; the target of the row before. */
  naive: perSide(record({ median: v.number(), last: numberOrNull })),
  /** Null where no row can be used. */
  density: v.nullable(density),
  overTime: v.nullable(
    record({
      unit: v.string(),
      timeColumn: v.string(),
      target: periods,
      prediction: periods,
      error: periods,
      absolutePercentageError: periods,
    }),
  ),
  /** Distribution of the error. */
  error: v.nullable(numericDistribution),
  /** Errors at the same probabilities as these quantiles of the standard normal distribution. */
  normalQuantiles: v.nullable(record({ theoretical: numbers, values: perSide(numbers) })),
  /** Errors by bin of the prediction. */
  byPrediction: v.nullable(record({ edges: numbers, bins: perSide(v.array(errorBin)) })),
  groups: perSide(errorGroups),
});
export type RegressionResult = v.InferOutput<typeof regressionResult>;

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
  /** Empty without probabilities. */
  scores: v.array(scoredClass),
  /** What is wrong with the probabilities. */
  scoreTrouble: perSide(record({ outside: count, sumsOff: count })),
});
export type ClassificationResult = v.InferOutput<typeof classificationResult>;

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
