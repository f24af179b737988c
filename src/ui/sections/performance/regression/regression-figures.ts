import type { RegressionResult } from '../../../../facts/performance.ts';
import CurvesFigure from '../../../../charts/figures/curves/CurvesFigure.svelte';
import DensityFigure from '../../../../charts/figures/distribution/DensityFigure.svelte';
import DistributionFigure from '../../../../charts/figures/distribution/DistributionFigure.svelte';
import OverTimeFigure from '../../../../charts/figures/time/OverTimeFigure.svelte';
import { figureOf, type ReportFigure } from '../../../figures/report-figure.ts';
import { errorCurves, quantileCurves } from './regression.ts';

/** Predictions against what came, in one picture. */
export function densityFigure({ density }: RegressionResult): ReportFigure | null {
  if (!density) return null;
  const naming = { id: 'performance/density', title: 'Predicted against actual', square: true };
  return figureOf(naming, DensityFigure, () => ({ density }));
}

/** How the error is spread. */
export function errorFigures(result: RegressionResult): ReportFigure[] {
  const { error, byPrediction, normalQuantiles } = result;
  const figures: ReportFigure[] = [];
  if (error)
    figures.push(
      figureOf({ id: 'performance/error', title: 'Distribution of the error' }, DistributionFigure, () => ({
        distribution: error,
      })),
    );
  if (byPrediction)
    figures.push(
      figureOf({ id: 'performance/error-by-prediction', title: 'Error against prediction' }, CurvesFigure, () => ({
        description:
          'The median error of rows with such a prediction: at zero the model is right on balance there. Band: half of the rows.',
        curves: errorCurves(result),
        xName: 'prediction',
        yName: 'median error',
        bandName: 'half of the rows',
        dots: true,
      })),
    );
  if (normalQuantiles)
    figures.push(
      figureOf({ id: 'performance/normal-quantiles', title: 'Normal Q–Q of the error' }, CurvesFigure, () => ({
        description: 'On a straight line errors are normal; ends that bend away are large errors more often than that.',
        curves: quantileCurves(result),
        xName: 'standard normal quantile',
        yName: 'error',
      })),
    );
  return figures;
}

/** Target, prediction and errors, period by period. */
export function seriesFigures({ overTime }: RegressionResult): ReportFigure[] {
  if (!overTime) return [];
  const { unit } = overTime;
  const series = [
    { id: 'target', title: 'Target over time', periods: overTime.target },
    { id: 'prediction', title: 'Prediction over time', periods: overTime.prediction },
    { id: 'error', title: 'Error over time (prediction − target)', periods: overTime.error },
    {
      id: 'percentage-error',
      title: 'Absolute percentage error over time',
      periods: overTime.absolutePercentageError,
    },
  ];
  return series.map(({ id, title, periods }) =>
    figureOf({ id: `performance/over-time/${id}`, title }, OverTimeFigure, () => ({ series: { unit, periods } })),
  );
}
