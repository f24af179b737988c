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
