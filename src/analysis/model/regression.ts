import { sortedFinite, sortedSizes } from '../../stats/model/error-groups.ts';
import { pairRows } from '../../stats/model/pairs.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { byPrediction, density, errorDistribution, groups, normalQuantiles, overTime } from './regression-figures.ts';
import { naive, nearZero, regressionMetrics, smallestTarget } from './regression-metrics.ts';
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
  const pairs = mapSides(sides, (side) => side.pairs);
  const { metrics, groups: compared } = regressionMetrics(sides, settings);
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
