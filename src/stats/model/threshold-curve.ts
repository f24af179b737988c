import type { ThresholdCurve } from '../../facts/document/model/classification.ts';
import { firstIndex } from '../bisect.ts';
import { sortPairs } from '../describe/sorted-order.ts';

/** The counts of a curve, in any form. */
export interface CurveCounts {
  truePositives: ArrayLike<number>;
  falsePositives: ArrayLike<number>;
  positives: number;
  negatives: number;
}

/** A curve with the thresholds that its counts are at, falling. */
export interface ThresholdCounts extends CurveCounts {
  thresholds: ArrayLike<number>;
}

/** A curve with all its thresholds: as many as there are distinct scores. */
export interface FullCurve extends ThresholdCounts {
  thresholds: Float64Array;
  truePositives: Uint32Array;
  falsePositives: Uint32Array;
}

/**
 * All thresholds at which something changes: one a distinct score, ties together. O(n).
 * @param scores one a row; NaN is left out
 * @param isPositive 1 for rows of the class, 0 for others, anything else is left out
 */
export function thresholdCurve(scores: Float64Array, isPositive: ArrayLike<number>): FullCurve {
  const { kernel, values, numbers, free } = sortPairs(scores, isPositive);
  const distinct = kernel.calls.thresholds(values, numbers, scores.length, ...free);
  const [atThresholds, atPositives, atNegatives] = free;
  const fromNone = (counts: Uint32Array): Uint32Array => {
    const counted = new Uint32Array(distinct + 1);
    counted.set(counts, 1);
    return counted;
  };
  const thresholds = new Float64Array(distinct + 1);
  thresholds[0] = Infinity;
  thresholds.set(kernel.doubles(atThresholds, distinct), 1);
  const truePositives = fromNone(kernel.words(atPositives, distinct));
  const falsePositives = fromNone(kernel.words(atNegatives, distinct));
  const [positives, negatives] = [truePositives[distinct]!, falsePositives[distinct]!];
  return { thresholds, truePositives, falsePositives, positives, negatives };
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
    const predictedPositive = tp[i]! + fp[i]!;
    if (predictedPositive > 0) sum += ((tp[i]! - tp[i - 1]!) * tp[i]!) / predictedPositive;
  }
  return sum / positives;
}

/** Thresholds at the start of the curve that are kept whatever they change: precision moves most there. */
const FIRST = 60;

/**
 * The curve with fewer thresholds; the counts at those that are kept are exact. Kept are the ends, the highest ones, the
 * one next above 0.5, and enough of the others that no step of either rate is larger than 1 / `maxPoints`, but for single
 * scores that make a larger one.
 * @param curve with all its thresholds
 * @param maxPoints roughly how many to keep
 */
export function thinned(curve: ThresholdCounts, maxPoints = 300): ThresholdCurve {
  const { thresholds, truePositives: tp, falsePositives: fp, positives, negatives } = curve;
  const last = thresholds.length - 1;
  const halfIndex = firstIndex(0, last + 1, (i) => thresholds[i]! < 0.5) - 1;
  const [perPositive, perNegative] = [1 / Math.max(1, positives), 1 / Math.max(1, negatives)];
  const rate = (i: number): number => tp[i]! * perPositive + fp[i]! * perNegative;
  const kept = [0];
  for (let index = 0; index < last;) {
    const far = firstIndex(index + 1, last + 1, (i) => rate(i) > rate(index) + 2 / maxPoints);
    const next = index < FIRST ? index + 1 : Math.min(last, Math.max(index + 1, far - 1));
    index = index < halfIndex ? Math.min(next, halfIndex) : next;
    kept.push(index);
  }
  return {
    thresholds: kept.map((i) => thresholds[i]!),
    truePositives: kept.map((i) => tp[i]!),
    falsePositives: kept.map((i) => fp[i]!),
    ...{ positives, negatives },
  };
}
