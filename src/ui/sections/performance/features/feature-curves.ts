import { binPoints } from '../../../../analysis/model/bin-points.ts';
import type { FeatureResult } from '../../../../facts/performance.ts';
import type { Side } from '../../../../facts/results.ts';
import type { Curve } from '../../../../charts/figures/curves/curve.ts';
import type { Measured } from './features.ts';

interface FeatureCurve {
  title: string;
  description: string;
  yName: string;
  bandName: string;
  lines: Curve[];
}

type Series = Parameters<typeof binPoints>[1];

interface Words {
  title: string;
  description: string;
  yName: string;
}

const numbers: Record<Series, Words> = {
  target: {
    title: 'Target',
    description: 'Mean target in bins that are the same in both files.',
    yName: 'mean target',
  },
  prediction: { title: 'Prediction', description: 'Mean prediction in the same bins.', yName: 'mean prediction' },
  error: {
    title: 'Error',
    description: 'Mean of prediction − target: away from zero the model errs in one direction there.',
    yName: 'mean error',
  },
};

const shares: Record<Series, Words> = {
  target: {
    title: 'Target',
    description: 'Share of the class in bins that are the same in both files.',
    yName: 'share of the class',
  },
  prediction: {
    title: 'Prediction',
    description: 'Share predicted to be of the class in the same bins.',
    yName: 'share predicted',
  },
  error: {
    title: 'Wrong predictions',
    description: 'Share of wrong predictions in the same bins.',
    yName: 'share wrong',
  },
};

/** Target, prediction and error over a feature, with their spread; what a task has not is left out. */
export function featureCurves(feature: FeatureResult, sides: readonly Side[], task: Measured['task']): FeatureCurve[] {
  const isShare = task !== 'regression';
  const band = isShare ? ' Band: the 95 % interval of independent rows.' : ' Band: one standard deviation.';
  return (['target', 'prediction', 'error'] as const).flatMap((of): FeatureCurve[] => {
    // Of several classes the one that is predicted is no number; how often it is wrong says the same.
    if (task === 'multiclass' && of !== 'error') return [];
    const lines = sides.map((side) => ({ side, points: binPoints(feature.cells[side] ?? [], of, isShare) }));
    if (lines.every(({ points }) => points.length === 0)) return [];
    const { title, description, yName } = (isShare ? shares : numbers)[of];
    return [
      {
        title,
        description: description + band,
        yName,
        bandName: isShare ? '95 % interval' : 'one standard deviation',
        lines,
      },
    ];
  });
}
