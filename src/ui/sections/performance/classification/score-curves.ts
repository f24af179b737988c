import {
  calibrationPoints,
  gainPoints,
  liftPoints,
  precisionRecallPoints,
  rocPoints,
} from '../../../../analysis/model/curve-points.ts';
import type { ScoredClass } from '../../../../facts/performance.ts';
import type { Curve } from '../../../../charts/figures/curves/curve.ts';
import { sides } from '../../../../charts/data.ts';

type ThresholdCurve = NonNullable<ScoredClass['curve']['current']>;

/** Every curve of a class's scores, one line a file. */
export function scoreCurves({ curve, calibration }: ScoredClass) {
  const each = (of: (curve: ThresholdCurve) => Curve['points']): Curve[] =>
    sides.flatMap((side) => {
      const one = curve[side];
      return one === undefined ? [] : [{ side, points: of(one) }];
    });
  return {
    roc: each(rocPoints),
    precisionRecall: each(precisionRecallPoints),
    gain: each(gainPoints),
    lift: each(liftPoints),
    calibration: sides.flatMap((side): Curve[] => {
      const bins = calibration[side];
      return bins === undefined ? [] : [{ side, points: calibrationPoints(bins) }];
    }),
  };
}

/** Shares of the rows that are (or are not) of the class, by their score. */
export function scoreHistogram({ histogram }: ScoredClass, which: 'is' | 'isNot'): Curve[] {
  const { edges } = histogram;
  return sides.flatMap((side): Curve[] => {
    const counts = histogram[which][side];
    const rows = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
    if (counts === undefined || rows === 0) return [];
    const middle = (i: number) => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;
    return [{ side, points: counts.map((count, i) => ({ x: middle(i), y: count / rows })) }];
  });
}
