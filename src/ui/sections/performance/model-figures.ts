import type { ReportFigure } from '../../figures/report-figure.ts';
import { wrongFigure } from './classification/wrong-figure.ts';
import { scoreFigures } from './classification/score-figures.ts';
import { errorSince } from './error-since.ts';
import type { Measured } from './features/features.ts';
import { densityFigure, errorFigures, seriesFigures } from './regression/regression-figures.ts';

/** The figures of the model as a whole. */
export function modelFigures(model: Measured): ReportFigure[] {
  const { whole } = model;
  const dating = errorSince(model);
  if (whole.task === 'regression') {
    const density = densityFigure(whole);
    return [...(density ? [density] : []), ...errorFigures(whole), ...seriesFigures(whole, dating)];
  }
  const wrong = wrongFigure(whole, dating);
  const scored = whole.scores.flatMap((one) =>
    scoreFigures(one, { classes: whole.classes, threshold: whole.threshold ?? 0.5 }),
  );
  return [...(wrong === null ? [] : [wrong]), ...scored];
}
