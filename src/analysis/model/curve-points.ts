import type { CalibrationBin, ThresholdCurve } from '../../facts/document/model/classification.ts';
import {
  atShare,
  atThreshold,
  costsByThreshold,
  type AtThreshold,
  type KindCosts,
} from '../../stats/model/thresholds.ts';

export { atThreshold, bestF1, leastCost, reachRecall, type AtThreshold } from '../../stats/model/thresholds.ts';

export interface Point {
  x: number;
  y: number;
}

const finite = (points: readonly Point[]): Point[] =>
  points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));

const pointsOf = (curve: ThresholdCurve, pointAt: (tp: number, fp: number) => Point): Point[] =>
  finite(curve.truePositives.map((tp, i) => pointAt(tp, curve.falsePositives[i] ?? 0)));

/** Recall over the false positive rate. */
export const rocPoints = (curve: ThresholdCurve): Point[] =>
  pointsOf(curve, (tp, fp) => ({ x: fp / curve.negatives, y: tp / curve.positives }));

/** Precision over recall. */
export const precisionRecallPoints = (curve: ThresholdCurve): Point[] =>
  pointsOf(curve, (tp, fp) => ({ x: tp / curve.positives, y: tp / (tp + fp) }));

/** Share of the class that is found over the share of rows that are taken, the highest scores first. */
export const gainPoints = (curve: ThresholdCurve): Point[] =>
  pointsOf(curve, (tp, fp) => ({ x: (tp + fp) / (curve.positives + curve.negatives), y: tp / curve.positives }));

/** How much more often rows are of the class than on average, over the share of rows that are taken. */
export function liftPoints(curve: ThresholdCurve): Point[] {
  const rows = curve.positives + curve.negatives;
  return pointsOf(curve, (tp, fp) => ({ x: (tp + fp) / rows, y: tp / (tp + fp) / (curve.positives / rows) })).filter(
    ({ x }) => x >= 0.01,
  );
}

/** How often rows are of the class, over the mean score of such rows. */
export const calibrationPoints = (bins: readonly CalibrationBin[]): Point[] =>
  bins.flatMap(({ meanScore, share }) => (meanScore === null || share === null ? [] : [{ x: meanScore, y: share }]));

const SHARES = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1];

/** The precision–recall table: what the rows with the highest scores are. */
export const topRows = (curve: ThresholdCurve): (AtThreshold & { top: number })[] =>
  SHARES.map((top) => ({ ...atShare(curve, top), top }));

/** What a row costs over the threshold, rising. */
export const costPoints = (curve: ThresholdCurve, costs: KindCosts): Point[] =>
  finite([...costsByThreshold(curve, costs)].map((y, i) => ({ x: curve.thresholds[i] ?? Infinity, y }))).toReversed();

/** What a row costs at one threshold. */
export function costWhere(curve: ThresholdCurve, costs: KindCosts, threshold: number): number {
  const { tp, fp, fn, tn } = atThreshold(curve, threshold);
  return (costs.tp * tp + costs.fp * fp + costs.fn * fn + costs.tn * tn) / (tp + fp + fn + tn);
}
