/** Something that is known of each row: a number a row (NaN where a row is left out), or one for each group of rows. */
export type Series = Float64Array | readonly number[];

/** A file's rows as the model did on them. */
export interface ScoredRows {
  /** For classes 0 or 1: whether it is the positive one; absent for several. */
  target: Series | null;
  prediction: Series;
  /** What the features are to explain: the error; for classes whether the prediction is wrong. */
  error: Series;
  /** The error's size: |error|, or the same as `error` for classes. */
  loss: Series;
  /** Groups of rows: under-, rightly and over-estimated, or kinds of hits and misses; −1 for none. */
  groups: { names: { name: string; label?: string }[]; codes: Int32Array };
  /** What may depend on a feature in another way than before: the target; of several classes whether it is each of the most frequent. */
  targets: Series[];
  /** Whether the series are 0 or 1. */
  isShare: boolean;
}

/** A feature's rows in bins. */
export interface BinnedFeature {
  codes: Int32Array;
  /** The numbers themselves, for means by group; null for categories. */
  values: Float64Array | null;
}
