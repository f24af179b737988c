import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import { sortedFinite, sortedSizes } from '../../stats/model/error-groups.ts';
import { pairRows } from '../../stats/model/pairs.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import { orderWindow } from '../compare/effective.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { byPrediction, density, errorDistribution, groups, normalQuantiles, overTime } from './regression-figures.ts';
import { naive, nearZero, regressionMetrics, smallestTarget } from './regression-metrics.ts';
import type { RegressionResult } from '../../facts/document/performance.ts';
import type { RegressionRows, MeasureSettings, SideRows } from './measured-rows.ts';

/** Everything about a regression but its features. */
export function regressionResult(
  given: PerSide<RegressionRows>,
  { axis, ...settings }: MeasureSettings & { axis: SharedAxis | null },
): RegressionResult {
  const sides = mapSides(given, sideRows);
  const time = settings.ordered ? Math.max(1, ...Object.values(sides).map(timeOf)) : 1;
  const pairs = mapSides(sides, (side) => side.pairs);
  return {
    task: 'regression',
    rows: mapSides(pairs, ({ rows, used, missingTarget, missingPrediction, unpaired }) => ({
      ...{ rows, used, missingTarget, missingPrediction, unpaired },
    })),
    nearZeroTargets: mapSides(sides, nearZero),
    metrics: regressionMetrics(sides, time, settings),
    naive: mapSides(sides, (side) => naive(side, axis !== null)),
    density: density(sides),
    overTime: axis === null ? null : overTime(pairs, axis),
    error: errorDistribution(pairs),
    normalQuantiles: normalQuantiles(sides),
    byPrediction: byPrediction(sides),
    groups: groups(sides),
  };
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

/** The longer memory of the errors and of their size. */
function timeOf({ pairs: { error }, size }: SideRows): number {
  const { start, end } = orderWindow(error.length);
  return Math.max(effectiveSize(error.subarray(start, end)).time, effectiveSize(size.subarray(start, end)).time);
}
