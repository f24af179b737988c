import { overallMeasures } from './confusion.ts';
import type { ThresholdCurve } from '../../facts/document/model/classification.ts';
import type { CurveCounts, ThresholdCounts } from './threshold-curve.ts';

/** What is predicted at a threshold, and how good that is. NaN where a measure is not defined. */
export interface AtThreshold {
  threshold: number;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  accuracy: number;
  precision: number;
  recall: number;
  specificity: number;
  f1: number;
  /** Of the class and all others. */
  balancedAccuracy: number;
  mcc: number;
  kappa: number;
  /** Share of all rows that are predicted positive. */
  share: number;
  /** Precision / share of the class among all rows. */
  lift: number;
}

function measuresAt(curve: ThresholdCurve, index: number): AtThreshold {
  const { positives, negatives } = curve;
  const [tp, fp] = [curve.truePositives[index]!, curve.falsePositives[index]!];
  const [fn, tn, rows] = [positives - tp, negatives - fp, positives + negatives];
  const [, balancedAccuracy = NaN, , , , , , , mcc = NaN, kappa = NaN] = overallMeasures(
    Float64Array.of(tn, fp, fn, tp),
  );
  return {
    ...{ threshold: curve.thresholds[index]!, tp, fp, fn, tn, balancedAccuracy, mcc, kappa },
    accuracy: (tp + tn) / rows,
    precision: tp / (tp + fp),
    recall: tp / positives,
    specificity: tn / negatives,
    f1: (2 * tp) / (2 * tp + fp + fn),
    share: (tp + fp) / rows,
    lift: tp / (tp + fp) / (positives / rows),
  };
}

/**
 * What is predicted from a threshold on. O(log thresholds).
 * @param curve any
 * @param threshold rows with at least this score are predicted positive
 */
export function atThreshold(curve: ThresholdCurve, threshold: number): AtThreshold {
  let [low, high] = [0, curve.thresholds.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (curve.thresholds[middle]! >= threshold) low = middle;
    else high = middle - 1;
  }
  return { ...measuresAt(curve, low), threshold };
}

const best = (curve: ThresholdCurve, valueOf: (point: AtThreshold) => number): AtThreshold => {
  const points = curve.thresholds.map((_, i) => measuresAt(curve, i));
  return points.reduce((a, b) => (valueOf(b) > valueOf(a) || Number.isNaN(valueOf(a)) ? b : a));
};

/**
 * The threshold with the highest F1 among those of the curve.
 * @param curve any
 */
export const bestF1 = (curve: ThresholdCurve): AtThreshold => best(curve, ({ f1 }) => f1);

/**
 * The highest threshold of the curve that finds at least this share of the class.
 * @param curve any
 * @param recall in (0, 1]
 */
export function reachRecall(curve: ThresholdCurve, recall: number): AtThreshold {
  const index = curve.truePositives.findIndex((tp) => tp >= recall * curve.positives);
  return measuresAt(curve, index < 0 ? curve.thresholds.length - 1 : index);
}

/** What one row of each kind costs; below zero for a gain. */
export type KindCosts = Record<'tp' | 'fp' | 'fn' | 'tn', number>;

/**
 * What a row costs on average at each threshold of a curve.
 * @param curve any
 * @param costs of one row of each kind
 * @returns NaN without rows
 */
export function costsByThreshold(
  { truePositives, falsePositives, positives, negatives }: CurveCounts,
  costs: KindCosts,
): Float64Array {
  const { tp, fp, fn, tn } = costs;
  return Float64Array.from(truePositives, (hits, i) => {
    const alarms = falsePositives[i]!;
    return (tp * hits + fp * alarms + fn * (positives - hits) + tn * (negatives - alarms)) / (positives + negatives);
  });
}

/**
 * The threshold of the curve at which rows cost least; of several the highest. O(thresholds).
 * @param curve any
 * @param costs of one row of each kind
 */
export function leastCost(curve: ThresholdCounts, costs: KindCosts): number {
  const byThreshold = costsByThreshold(curve, costs);
  let cheapest = 0;
  for (let i = 1; i < byThreshold.length; i++) if (byThreshold[i]! < byThreshold[cheapest]!) cheapest = i;
  return curve.thresholds[cheapest]!;
}

/**
 * What is predicted when the rows with the highest scores are taken; ties are taken whole.
 * @param curve any
 * @param share of all rows, in (0, 1]
 */
export function atShare(curve: ThresholdCurve, share: number): AtThreshold {
  const rows = share * (curve.positives + curve.negatives);
  const index = curve.truePositives.findIndex((tp, i) => tp + curve.falsePositives[i]! >= rows - 1e-9);
  return measuresAt(curve, index < 0 ? curve.thresholds.length - 1 : index);
}
