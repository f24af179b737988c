import { largest } from '../../facts/extremes.ts';
import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import { meanOf, sortedFinite, sortedSizes } from '../../stats/model/error-groups.ts';
import { pairRows } from '../../stats/model/pairs.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import { orderWindow } from '../../stats/adjust/order-window.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { byPrediction, density, errorDistribution, groups, normalQuantiles, overTime } from './regression-figures.ts';
import { naive, nearZero, regressionMetrics, smallestTarget, type RowTimes } from './regression-metrics.ts';
import { overallOf } from './overall.ts';
import type { Overall } from '../../facts/document/performance.ts';
import type { RegressionResult } from '../../facts/document/model/regression.ts';
import type { RegressionRows, MeasureSettings, SideRows } from './measured-rows.ts';

/** Everything about a regression but its features, with what all measures together say. */
export function regressionResult(
  given: PerSide<RegressionRows>,
  { axis, ...settings }: MeasureSettings & { axis: SharedAxis | null },
): RegressionResult & { overall: Overall } {
  const sides = mapSides(given, sideRows);
  const times = settings.ordered ? longestTimes(Object.values(sides)) : { errors: 1, targets: 1 };
  const pairs = mapSides(sides, (side) => side.pairs);
  const { metrics, groups: compared } = regressionMetrics(sides, times, settings);
  const whole: RegressionResult = {
    task: 'regression',
    rows: mapSides(pairs, ({ rows, used, missingTarget, missingPrediction, unpaired }) => ({
      ...{ rows, used, missingTarget, missingPrediction, unpaired },
    })),
    nearZeroTargets: mapSides(sides, nearZero),
    metrics,
    naive: mapSides(sides, (side) => naive(side, axis !== null)),
    density: density(sides),
    overTime: axis === null ? null : overTime(pairs, axis),
    error: errorDistribution(pairs),
    normalQuantiles: normalQuantiles(sides),
    byPrediction: byPrediction(sides),
    groups: groups(sides),
  };
  return { ...whole, overall: overallOf(whole, compared) };
}

function sideRows({ target, prediction, places }: RegressionRows): SideRows {
  const pairs = pairRows(target, prediction, places);
  const size = pairs.error.map(Math.abs);
  const sortedError = sortedFinite(pairs.error);
  const sortedTarget = sortedFinite(pairs.target);
  return {
    pairs,
    size,
    sortedError,
    sortedSize: sortedSizes(sortedError),
    sortedTarget,
    nearZeroAt: smallestTarget(sortedTarget),
    sortedPrediction: sortedFinite(pairs.prediction),
  };
}

/** The longest memory of the errors and of their size; and of these and the targets and their distance from the mean. */
function longestTimes(sides: readonly SideRows[]): RowTimes {
  const longest = (seriesOf: (side: SideRows) => Float64Array[]): number =>
    largest(
      sides.flatMap((side) => seriesOf(side).map(timeOf)),
      1,
    );
  const errors = longest(({ pairs, size }) => [pairs.error, size]);
  const targets = longest(({ pairs: { target }, sortedTarget }) => {
    const { start, end } = orderWindow(target.length);
    const mean = meanOf(sortedTarget);
    return [target, target.slice(start, end).map((value) => Math.abs(value - mean))];
  });
  return { errors, targets: Math.max(errors, targets) };
}

function timeOf(series: Float64Array): number {
  const { start, end } = orderWindow(series.length);
  return effectiveSize(series.subarray(start, end)).time;
}
