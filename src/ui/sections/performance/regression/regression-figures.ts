import type { RegressionResult } from '../../../../facts/document/model/regression.ts';
import CurvesFigure from '../../../../charts/figures/curves/CurvesFigure.svelte';
import DensityFigure from '../../../../charts/figures/distribution/DensityFigure.svelte';
import DistributionFigure from '../../../../charts/figures/distribution/DistributionFigure.svelte';
import OverTimeFigure from '../../../../charts/figures/time/OverTimeFigure.svelte';
import { figureOf, type ReportFigure } from '../../../figures/report-figure.ts';
import { words } from '../../../../words/words.ts';
import type { ErrorSince } from '../error-since.ts';
import { errorCurves, quantileCurves } from './regression.ts';

const texts = words.sections.regression;

/** Predictions against what came, in one picture. */
export function densityFigure({ density }: RegressionResult): ReportFigure | null {
  if (!density) return null;
  const naming = { id: 'performance/density', title: texts.density, square: true };
  return figureOf(naming, DensityFigure, () => ({ density }));
}

/** How the error is spread. */
export function errorFigures(result: RegressionResult): ReportFigure[] {
  const { error, byPrediction, normalQuantiles } = result;
  const figures: ReportFigure[] = [];
  if (error)
    figures.push(
      figureOf({ id: 'performance/error', title: texts.error }, DistributionFigure, () => ({
        distribution: error,
      })),
    );
  if (byPrediction)
    figures.push(
      figureOf({ id: 'performance/error-by-prediction', title: texts.byPrediction.title }, CurvesFigure, () => ({
        description: texts.byPrediction.description,
        curves: errorCurves(result),
        xName: texts.byPrediction.x,
        yName: texts.byPrediction.y,
        bandName: texts.byPrediction.band,
        dots: true,
      })),
    );
  if (normalQuantiles)
    figures.push(
      figureOf({ id: 'performance/normal-quantiles', title: texts.normalQuantiles.title }, CurvesFigure, () => ({
        description: texts.normalQuantiles.description,
        curves: quantileCurves(result),
        xName: texts.normalQuantiles.x,
        yName: texts.normalQuantiles.y,
      })),
    );
  return figures;
}

/** Target, prediction and errors, period by period. */
export function seriesFigures({ overTime, nearZeroTargets }: RegressionResult, dating: ErrorSince): ReportFigure[] {
  if (!overTime) return [];
  const remark = Object.values(nearZeroTargets).some((rows) => rows > 0) ? texts.withoutNearZero : '';
  const { unit } = overTime;
  const { target, prediction } = overTime;
  const both = figureOf(
    { id: 'performance/over-time/target-and-prediction', title: texts.overTime.both },
    OverTimeFigure,
    () => ({ series: { unit, periods: target }, second: { periods: prediction, names: texts.overTime.series } }),
  );
  const series = [
    { id: 'error', periods: overTime.error },
    ...(overTime.absoluteError === undefined
      ? []
      : [{ id: 'absolute-error', periods: overTime.absoluteError } as const]),
    { id: 'percentage-error', periods: overTime.absolutePercentageError },
  ] as const;
  const errors = series.map(({ id, periods }) => {
    const isShare = id === 'percentage-error';
    const naming = { id: `performance/over-time/${id}`, title: texts.overTime[id] };
    return figureOf(naming, OverTimeFigure, () => ({
      series: { unit, periods },
      isShare,
      remark: isShare ? remark : '',
      ...(id === 'absolute-error' && dating),
    }));
  });
  return [both, ...errors];
}
