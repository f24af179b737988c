import {
  calibrationPoints,
  gainPoints,
  liftPoints,
  precisionRecallPoints,
  rocPoints,
} from '../../../../analysis/model/curve-points.ts';
import { elementAt } from '../../../../facts/element-at.ts';
import type { ScoredClass } from '../../../../facts/document/model/classification.ts';
import type { Curve } from '../../../../charts/figures/curves/curve.ts';
import { sides } from '../../../../charts/data.ts';

type ThresholdCurve = NonNullable<ScoredClass['curve']['current']>;

/** Every curve of a class's scores, one line a file. */
export function scoreCurves({ curve, calibration }: ScoredClass) {
  const curvesBy = (points: (curve: ThresholdCurve) => Curve['points']): Curve[] =>
    sides.flatMap((side) => {
      const thresholds = curve[side];
      return thresholds === undefined ? [] : [{ side, points: points(thresholds) }];
    });
  return {
    roc: curvesBy(rocPoints),
    precisionRecall: curvesBy(precisionRecallPoints),
    gain: curvesBy(gainPoints),
    lift: curvesBy(liftPoints),
    calibration: sides.flatMap((side): Curve[] => {
      const bins = calibration[side];
      return bins === undefined ? [] : [{ side, points: calibrationPoints(bins) }];
    }),
  };
}

/** Shares of the rows that are (or are not) of the class, by their score. */
export function scoreHistogram({ histogram }: ScoredClass, classSide: 'is' | 'isNot'): Curve[] {
  const { edges } = histogram;
  return sides.flatMap((side): Curve[] => {
    const counts = histogram[classSide][side];
    const rows = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
    if (counts === undefined || rows === 0) return [];
    const middle = (i: number) => (elementAt(edges, i) + elementAt(edges, i + 1)) / 2;
    return [{ side, points: counts.map((count, i) => ({ x: middle(i), y: count / rows })) }];
  });
}
