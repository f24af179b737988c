import { binPoints } from '../../../../analysis/model/features/bin-points.ts';
import type { FeatureResult } from '../../../../facts/document/model/features.ts';
import type { Side } from '../../../../facts/document/side.ts';
import type { Curve } from '../../../../charts/figures/curves/curve.ts';
import { words } from '../../../../words/words.ts';
import type { Measured } from './features.ts';

const texts = words.sections.features.curves;

type Series = Parameters<typeof binPoints>[1];

interface FeatureCurve {
  series: Series;
  title: string;
  description: string;
  yName: string;
  bandName: string;
  lines: Curve[];
  isShare: boolean;
}

/** Target, prediction and error over a feature, with their spread; what a task has not is left out. */
export function featureCurves(feature: FeatureResult, sides: readonly Side[], task: Measured['task']): FeatureCurve[] {
  const isShare = task !== 'regression';
  const kind = isShare ? 'shares' : 'numbers';
  return (['target', 'prediction', 'error'] as const).flatMap((series): FeatureCurve[] => {
    // Of several classes the one that is predicted is no number; how often it is wrong says the same.
    if (task === 'multiclass' && series !== 'error') return [];
    const lines = sides.map((side) => ({ side, points: binPoints(feature.cells[side] ?? [], series, isShare) }));
    if (lines.every(({ points }) => points.length === 0)) return [];
    const { title, description, y } = texts[kind][series];
    return [
      {
        ...{ series, title, yName: y, lines, isShare },
        description: texts.describe({ description, isShare }),
        bandName: texts.bands[kind],
      },
    ];
  });
}
