import { sortedOrder } from '../sorted-order.ts';

/** Rows whose score is at least the threshold, at falling thresholds: enough for every curve over thresholds. */
export interface ThresholdCurve {
  /** In falling order; the first lies above every score, so that nothing is predicted positive. */
  thresholds: number[];
  truePositives: number[];
  falsePositives: number[];
  positives: number;
  negatives: number;
}

/** The counts of a curve, in any form. */
export interface CurveCounts {
  truePositives: ArrayLike<number>;
  falsePositives: ArrayLike<number>;
  positives: number;
  negatives: number;
}

/** A curve with all its thresholds: as many as there are distinct scores. */
export interface FullCurve extends CurveCounts {
  thresholds: Float64Array;
  truePositives: Float64Array;
  falsePositives: Float64Array;
}

/**
 * All thresholds at which something changes: one a distinct score, ties together. O(n).
 * @param scores one a row; NaN is left out
 * @param isPositive 1 for rows of the class, 0 for others, anything else is left out
 */
export function thresholdCurve(scores: Float64Array, isPositive: ArrayLike<number>): FullCurve {
  const size = scores.length + 1;
  const thresholds = new Float64Array(size);
  const [truePositives, falsePositives] = [new Float64Array(size), new Float64Array(size)];
  thresholds[0] = Infinity;
  let kept = 1;
  let positives = 0;
  let negatives = 0;
  const order = sortedOrder(scores);
  let score = NaN;
  for (let i = order.length - 1; i >= 0; i--) {
    const row = order[i]!;
    const value = scores[row]!;
    const is = isPositive[row]!;
    if (value !== value || (is !== 0 && is !== 1)) continue;
    // Rows of one score stand on one threshold: each overwrites the counts of those before it.
    if (value !== score) kept++;
    score = value;
    if (is === 1) positives++;
    else negatives++;
    thresholds[kept - 1] = score;
    truePositives[kept - 1] = positives;
    falsePositives[kept - 1] = negatives;
  }
  return {
    thresholds: thresholds.subarray(0, kept),
    truePositives: truePositives.subarray(0, kept),
    falsePositives: falsePositives.subarray(0, kept),
    ...{ positives, negatives },
  };
}

/**
 * Area under the ROC curve: the chance that a row of the class scores higher than one that is not; ties count half.
 * @param curve with all its thresholds
 * @returns NaN where one of the two has no rows
 */
export function rocAuc({ truePositives: tp, falsePositives: fp, positives, negatives }: CurveCounts): number {
  let area = 0;
  for (let i = 1; i < tp.length; i++) area += ((fp[i]! - fp[i - 1]!) * (tp[i]! + tp[i - 1]!)) / 2;
  return area / (positives * negatives);
}

/**
 * Average precision: Σ (recallₖ − recallₖ₋₁) · precisionₖ over falling thresholds, as in scikit-learn.
 * @param curve with all its thresholds
 * @returns NaN without rows of the class
 */
export function averagePrecision({ truePositives: tp, falsePositives: fp, positives }: CurveCounts): number {
  let sum = 0;
  for (let i = 1; i < tp.length; i++) {
    const all = tp[i]! + fp[i]!;
    if (all > 0) sum += ((tp[i]! - tp[i - 1]!) * tp[i]!) / all;
  }
  return sum / positives;
}

/** Thresholds at the start of the curve that are kept whatever they change: precision moves most there. */
const FIRST = 60;

/**
 * The curve with fewer thresholds; the counts at those that are kept are exact. Kept are the ends, the highest ones, the
 * one next above 0.5, and enough of the others that no step of either rate is larger than 1 / `most`, but for single
 * scores that make a larger one.
 * @param curve with all its thresholds
 * @param most roughly how many to keep
 */
export function thinned(curve: FullCurve, most = 300): ThresholdCurve {
  const { thresholds, truePositives: tp, falsePositives: fp, positives, negatives } = curve;
  const last = thresholds.length - 1;
  const half = thresholds.findLastIndex((threshold) => threshold >= 0.5);
  const rate = (i: number): number => tp[i]! / Math.max(1, positives) + fp[i]! / Math.max(1, negatives);
  const kept: number[] = [];
  let at = -1;
  for (let i = 0; i <= last; i++) {
    const needed = i <= FIRST || i === last || i === half || rate(Math.min(i + 1, last)) - at > 2 / most;
    if (!needed) continue;
    kept.push(i);
    at = rate(i);
  }
  return {
    thresholds: kept.map((i) => thresholds[i]!),
    truePositives: kept.map((i) => tp[i]!),
    falsePositives: kept.map((i) => fp[i]!),
    ...{ positives, negatives },
  };
}
