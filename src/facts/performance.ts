import type { NumericDistribution, Period, PerSide, Side } from './results.ts';

/** What the performance part of a run yields, as plain cloneable data. */

/** A number with its 95 % interval; the limits are null where the rows are too few, or too dependent on each other, to tell. */
export interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}

/** current − reference, and whether it is more than noise: its interval leaves out zero. */
export interface Difference extends Estimate {
  /** Difference / |reference|; null where the reference is zero or the measure has no natural zero. */
  relative: Estimate | null;
  beyondNoise: boolean;
}

/** Rows with scores in a bin: how high the scores are, and how often the class is what they speak of. */
export interface CalibrationBin {
  low: number;
  high: number;
  count: number;
  meanScore: number | null;
  share: number | null;
}

/** Rows whose score is at least the threshold, at falling thresholds: enough for every curve over thresholds. */
export interface ThresholdCurve {
  /** In falling order; the first lies above every score, so that nothing is predicted positive. */
  thresholds: number[];
  truePositives: number[];
  falsePositives: number[];
  positives: number;
  negatives: number;
}

/** Errors of the rows of one bin. Null where there are none. */
export interface ErrorBin {
  count: number;
  mean: number | null;
  q05: number | null;
  q25: number | null;
  q50: number | null;
  q75: number | null;
  q95: number | null;
}

/** A measure of quality in both files. */
export interface Metric {
  /** Its entry in the handbook: "mae", "roc_auc", "precision". */
  id: string;
  /** The class that it is of, for measures by class. */
  label?: string;
  /** Null where the measure is not defined on these rows. */
  values: PerSide<Estimate | null>;
  /** Null for one file alone, and where either side is not defined. */
  difference: Difference | null;
}

/** What became of the rows of a file. */
export interface RowsUsed {
  rows: number;
  /** Rows with all that is needed. */
  used: number;
  missingTarget: number;
  /** Rows with a target but without a prediction. */
  missingPrediction: number;
  /** Rows without a partner in the other file, where two models are compared row by row. */
  unpaired: number;
}

/** Counts on a square grid, row by row from the lowest prediction up; the same edges on both axes. */
export interface Density {
  edges: number[];
  counts: PerSide<number[]>;
}

/** The 5 % of rows with the lowest errors (predicted too low), the 5 % with the highest, and those between. */
export interface ErrorGroups {
  /** The errors that part them. */
  low: number;
  high: number;
  under: { rows: number; mean: number | null };
  majority: { rows: number; mean: number | null };
  over: { rows: number; mean: number | null };
}

export interface RegressionResult {
  task: 'regression';
  rows: PerSide<RowsUsed>;
  /** Targets so near to zero that a percentage of them means nothing; left out of MAPE. */
  nearZeroTargets: PerSide<number>;
  metrics: Metric[];
  /** Mean absolute error of models without inputs: always the median of the targets; the target of the row before. */
  naive: PerSide<{ median: number; last: number | null }>;
  /** Null where no row can be used. */
  density: Density | null;
  overTime: {
    unit: string;
    timeColumn: string;
    target: PerSide<Period[]>;
    prediction: PerSide<Period[]>;
    error: PerSide<Period[]>;
    absolutePercentageError: PerSide<Period[]>;
  } | null;
  /** Distribution of the error. */
  error: NumericDistribution | null;
  /** Errors at the same probabilities as these quantiles of the standard normal distribution. */
  normalQuantiles: { theoretical: number[]; values: PerSide<number[]> } | null;
  /** Errors by bin of the prediction. */
  byPrediction: { edges: number[]; bins: PerSide<ErrorBin[]> } | null;
  groups: PerSide<ErrorGroups>;
}

/** Scores of one class (of the positive one, for two classes). */
export interface ScoredClass {
  label: string;
  curve: PerSide<ThresholdCurve>;
  calibration: PerSide<CalibrationBin[]>;
  /** Counts of scores on these edges, of rows that are of the class, and of the others. */
  histogram: { edges: number[]; is: PerSide<number[]>; isNot: PerSide<number[]> };
  /** Quantiles 0.05, 0.25, 0.5, 0.75, 0.95 of the scores by true class, in the order of `classes`; null for none. */
  separation: PerSide<(number[] | null)[]>;
  /** Counts of the scores on the edges of `histogram` by true class, in the order of `classes`; empty for very many classes. */
  shapes: PerSide<number[][]>;
}

export interface ClassificationResult {
  task: 'binary' | 'multiclass';
  /** All labels of both files; for two classes the negative one first. */
  classes: string[];
  /** Labels that occur in one file only, by side. */
  onlyIn: PerSide<string[]>;
  /** Index of the positive class; null for several. */
  positive: number | null;
  /** Rows are predicted positive from this score on; null where the file says what was predicted, and for several classes. */
  threshold: number | null;
  rows: PerSide<RowsUsed>;
  metrics: Metric[];
  byClass: Metric[];
  /** Row = true class, column = predicted class. */
  confusion: PerSide<number[][]>;
  /** Empty without probabilities. */
  scores: ScoredClass[];
  /** What is wrong with the probabilities. */
  scoreTrouble: PerSide<{ outside: number; sumsOff: number }>;
}

/** A feature's bins: deciles of the reference (of the only file), or its most frequent categories and the rest. */
export type FeatureBins =
  | { kind: 'numeric'; edges: number[] }
  | { kind: 'categorical'; names: string[]; /** Whether the last bin holds all other categories. */ others: boolean };

/** What a bin of a feature holds. For classes "target" and "prediction" are 0 or 1: whether it is the positive class; for several classes, whether the prediction is right is `prediction`, and `target` is absent. */
export interface FeatureCell {
  count: number;
  targetMean: number | null;
  targetStd: number | null;
  predictionMean: number | null;
  predictionStd: number | null;
  errorMean: number | null;
  errorStd: number | null;
  /** Mean absolute error; for classes the share of wrong predictions. */
  loss: number | null;
}

/** A feature's typical value in the three groups of the error: the mean, or the most frequent category. */
export interface ErrorBias {
  under: number | string | null;
  majority: number | string | null;
  over: number | string | null;
  /** |over − under| / range of the feature, in percent; for categories 100 where the groups differ, else 0. */
  rangePercent: number | null;
}

/** Whether the target depends on the feature in the same way in both files. */
export interface ConceptDrift {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Absent until every feature has been tested. */
  qValue?: number;
  /** Typical change of the target's mean at one value of the feature: in reference standard deviations of the target, or as share of rows. */
  effect: number;
}

/** Bins of numbers that the rows of each group are counted in. */
export interface GroupHistogram {
  edges: number[];
  scale: NumericDistribution['scale'];
}

/** What a feature is like in the plane of actual and predicted values, by cells of a square grid that hold rows. */
export interface FeaturePlane {
  edges: number[];
  cells: PerSide<{
    /** Predicted · (edges − 1) + actual, counted from the lowest. */
    at: number[];
    rows: number[];
    /** For numbers one list, the feature's mean in each cell; for categories one list each, its share of the cell's rows. */
    values: number[][];
  }>;
}

export interface FeatureResult {
  name: string;
  bins: FeatureBins;
  cells: PerSide<FeatureCell[]>;
  /** Share of the error's variance that lies between the bins (η², adjusted for their number; at least 0). */
  explained: PerSide<number | null>;
  /** Regression only. */
  bias: PerSide<ErrorBias>;
  /** The bins of `groups`, for numbers; categories are counted in `bins`. */
  histogram: GroupHistogram | null;
  /** Regression only, and of very many features only of those that explain most of the error. */
  plane: FeaturePlane | null;
  /** Rows by group and bin: under-, majority, over-estimated; or for classes TP, FP, FN, TN by class (right and wrong for several). */
  groups: { name: string; label?: string; counts: PerSide<number[]> }[];
  concept: ConceptDrift | { notTested: string } | null;
}

/** Which rows of two models' files belong together. */
export interface Pairing {
  by: 'id' | 'order';
  /** The column that tells rows apart; null for the order of the rows. */
  column: string | null;
  pairs: number;
  /** Rows without an identifier, rows that share theirs with another row of their file, and rows that the other file does not have. */
  without: PerSide<number>;
  double: PerSide<number>;
  alone: PerSide<number>;
  /** Pairs whose targets differ. */
  targetsApart: number;
  /** Both files hold the same rows with the same targets. */
  same: boolean;
}

/** How good the model is, in each file that has a target and a prediction; or why that is not known. */
export type Performance =
  | { state: 'notMeasured'; reason: string }
  | {
      state: 'measured';
      task: 'regression' | 'binary' | 'multiclass';
      /** Why this task; a reason that starts with "you" was set by hand. */
      taskReason: string;
      target: string;
      /** The column of predicted values or labels; null where they follow from the probabilities. */
      prediction: string | null;
      /** The class that each column is the probability of; for two classes the positive one's alone. */
      probabilities: { column: string; label: string }[];
      positive: string | null;
      /** The files that could be measured. */
      sides: Side[];
      /** The files hold two models' predictions instead of two periods. */
      twoModels: boolean;
      /** They hold them for the same rows: intervals of differences go by pairs. */
      paired: boolean;
      /** How the rows were paired; null where they are not. */
      pairing: Pairing | null;
      notes: string[];
      whole: RegressionResult | ClassificationResult;
      features: FeatureResult[];
    };
