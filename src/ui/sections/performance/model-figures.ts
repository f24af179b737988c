import type { ReportFigure } from '../../figures/report-figure.ts';
import { scoreFigures } from './classification/score-figures.ts';
import type { Measured } from './features/features.ts';
import { densityFigure, errorFigures, seriesFigures } from './regression/regression-figures.ts';

/** The figures of the model as a whole. */
export function modelFigures({ whole }: Measured): ReportFigure[] {
  if (whole.task === 'regression') {
    const density = densityFigure(whole);
    return [...(density ? [density] : []), ...errorFigures(whole), ...seriesFigures(whole)];
  }
  return whole.scores.flatMap((scored) =>
    scoreFigures(scored, { classes: whole.classes, threshold: whole.threshold ?? 0.5 }),
  );
}
