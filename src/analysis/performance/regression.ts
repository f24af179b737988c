import { normalQuantile } from '../../stats/distributions/normal.ts';
import { ecdf } from '../../stats/ecdf.ts';
import { effectiveSize } from '../../stats/effective-size.ts';
import { multiplesAround, niceStep } from '../../stats/nice-step.ts';
import { binCodes, binEdges } from '../../stats/performance/bin-edges.ts';
import {
  blockLength,
  bootstrap,
  replicatesOf,
  totalSums,
  type Replicates,
} from '../../stats/performance/block-bootstrap.ts';
import { squareCounts } from '../../stats/performance/density.ts';
import { errorBins } from '../../stats/performance/error-bins.ts';
import { errorGroups, sortedFinite, sortedQuantile } from '../../stats/performance/error-groups.ts';
import { difference, estimate, type Measured } from '../../stats/performance/metric-estimates.ts';
import { medianEstimate, normalDifference } from '../../stats/performance/order-interval.ts';
import { pairRows, type Pairs } from '../../stats/performance/pairs.ts';
import {
  nearZeroTargets,
  regressionMeasures,
  regressionSums,
  SMOOTH_MEASURES,
} from '../../stats/performance/regression-sums.ts';
import type { SharedAxis } from '../column-result.ts';
import { numericDistribution } from '../distributions.ts';
import { orderWindow } from '../effective.ts';
import { periodMeans } from '../periods.ts';
import type { PerSide, Period } from '../results.ts';
import { mapSides } from '../sides.ts';
import type { ErrorGroups, Metric, RegressionResult } from './results.ts';

export interface RegressionRows {
  /** NaN where missing. */
  target: Float64Array;
  prediction: Float64Array;
}

export interface MeasureSettings {
  /** Rows in the file's order may depend on each other. */
  ordered: boolean;
  /** Both files hold the same rows. */
  paired: boolean;
  seed: number;
}

/** A file's rows, in the forms that its measures are taken from. */
interface SideRows {
  pairs: Pairs;
  /** Errors and their sizes in order. */
  sortedError: Float64Array;
  sortedSize: Float64Array;
  sortedTarget: Float64Array;
}

/** Everything about a regression but its features. */
export function regressionResult(
  given: PerSide<RegressionRows>,
  { axis, ...settings }: MeasureSettings & { axis: SharedAxis | null },
): { result: RegressionResult; time: number } {
  const sides = mapSides(given, sideRows);
  const time = settings.ordered ? Math.max(1, ...Object.values(sides).map(({ pairs }) => timeOf(pairs.error))) : 1;
  const measured = mapSides(sides, (side, name) =>
    measure(side, time, settings.paired || name === 'reference' ? settings.seed : settings.seed + 1),
  );
  const pairs = mapSides(sides, (side) => side.pairs);
  const result: RegressionResult = {
    task: 'regression',
    rows: mapSides(pairs, ({ rows, used, missingTarget, missingPrediction }) => ({
      ...{ rows, used, missingTarget, missingPrediction },
    })),
    nearZeroTargets: mapSides(measured, ({ nearZero }) => nearZero),
    metrics: [...smoothMetrics(measured), medianMetric(sides, time), largestMetric(sides)],
    naive: mapSides(sides, (side) => naive(side, axis !== null)),
    density: density(sides),
    overTime: axis === null ? null : overTime(pairs, axis),
    error: errorDistribution(pairs),
    normalQuantiles: normalQuantiles(sides),
    byPrediction: byPrediction(pairs),
    groups: groups(sides),
  };
  return { result, time };
}

function sideRows({ target, prediction }: RegressionRows): SideRows {
  const pairs = pairRows(target, prediction);
  return {
    pairs,
    sortedError: sortedFinite(pairs.error),
    sortedSize: sortedFinite(pairs.error.map(Math.abs)),
    sortedTarget: sortedFinite(pairs.target),
  };
}

/** The longer memory of the errors and of their size. */
function timeOf(error: Float64Array): number {
  const { from, to } = orderWindow(error.length);
  const some = error.subarray(from, to);
  return Math.max(effectiveSize(some).time, effectiveSize(some.map(Math.abs)).time);
}

interface SideMeasures {
  values: number[];
  replicates: Replicates;
  nearZero: number;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value / values.length, 0);

/** Targets this much smaller than the median one have no percentage. */
const NEAR_ZERO = 1e-9;

function measure({ pairs, sortedTarget, sortedError }: SideRows, time: number, seed: number): SideMeasures {
  const sizes = sortedFinite(sortedTarget.map(Math.abs));
  const nearZero = sizes.length === 0 ? 0 : NEAR_ZERO * sortedQuantile(sizes, 0.5);
  const shifts = { target: mean(sortedTarget), error: mean(sortedError), nearZero };
  const blocks = regressionSums(pairs, shifts, blockLength(pairs.rows, time));
  const total = totalSums(blocks);
  return {
    values: regressionMeasures(total),
    replicates: bootstrap(blocks, regressionMeasures, { seed }),
    nearZero: nearZeroTargets(total),
  };
}

/** A percentage of a mean error near zero, or of R², says nothing. */
const NOT_RELATIVE: readonly string[] = ['mean_error', 'r2'];

function smoothMetrics(measured: PerSide<SideMeasures>): Metric[] {
  return SMOOTH_MEASURES.map((id, i): Metric => {
    const one = mapSides(measured, ({ values, replicates }): Measured => ({
      value: values[i] ?? NaN,
      replicates: replicatesOf(replicates, i),
      blocks: replicates.blocks,
    }));
    const { reference, current } = one;
    const both = reference !== undefined && current !== undefined;
    return {
      id,
      values: mapSides(one, estimate),
      difference: both ? difference(reference, current, !NOT_RELATIVE.includes(id)) : null,
    };
  });
}

function medianMetric(sides: PerSide<SideRows>, time: number): Metric {
  const values = mapSides(sides, ({ sortedSize }) => medianEstimate(sortedSize, sortedSize.length / time));
  const { reference = null, current = null } = values;
  return { id: 'median_absolute_error', values, difference: normalDifference(reference, current) };
}

function largestMetric(sides: PerSide<SideRows>): Metric {
  const values = mapSides(sides, ({ sortedSize }) => {
    const value = sortedSize.at(-1);
    return value === undefined ? null : { value, low: null, high: null };
  });
  return { id: 'max_error', values, difference: null };
}

function naive({ pairs, sortedTarget }: SideRows, inTime: boolean): { median: number; last: number | null } {
  const middle = sortedTarget.length === 0 ? NaN : sortedQuantile(sortedTarget, 0.5);
  const median = mean(sortedTarget.map((target) => Math.abs(target - middle)));
  let [rows, sum, before] = [0, 0, NaN];
  for (const target of pairs.target) {
    if (target !== target) continue;
    if (before === before) {
      rows++;
      sum += Math.abs(target - before);
    }
    before = target;
  }
  return { median, last: inTime && rows > 0 ? sum / rows : null };
}

const GRID = 60;
/** The grid spans all but the outermost thousandth; what lies outside counts in the cells at the edge. */
const OUTER = 0.001;

function density(sides: PerSide<SideRows>): RegressionResult['density'] {
  const ends = Object.values(sides).flatMap(({ pairs, sortedTarget }) => {
    const predictions = sortedFinite(pairs.prediction);
    return [sortedTarget, predictions].flatMap((sorted) =>
      sorted.length === 0 ? [] : [sortedQuantile(sorted, OUTER), sortedQuantile(sorted, 1 - OUTER)],
    );
  });
  if (ends.length === 0) return null;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const width = high > low ? high - low : Math.max(1, Math.abs(low));
  const edges = multiplesAround(low, low + width, niceStep(width, GRID - 2));
  return { edges, counts: mapSides(sides, ({ pairs }) => squareCounts(pairs.target, pairs.prediction, edges)) };
}

function overTime(pairs: PerSide<Pairs>, { timeColumn, unit, axes }: SharedAxis): RegressionResult['overTime'] {
  const series = (of: (pairs: Pairs) => Float64Array): PerSide<Period[]> =>
    mapSides(pairs, (one, side) => {
      const axis = axes[side];
      return axis === undefined ? [] : periodMeans(of(one), axis);
    });
  return {
    ...{ timeColumn, unit },
    target: series(({ target }) => target),
    prediction: series(({ prediction }) => prediction),
    error: series(({ error }) => error),
    absolutePercentageError: series(({ error, target }) =>
      error.map((one, row) => (target[row] === 0 ? NaN : Math.abs(one / target[row]!))),
    ),
  };
}

function errorDistribution(pairs: PerSide<Pairs>): RegressionResult['error'] {
  const curves = mapSides(pairs, ({ error }) => ecdf(error));
  return numericDistribution(curves, { type: 'numeric', bins: { rule: 'nice' } });
}

const PROBABILITIES = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);

function normalQuantiles(sides: PerSide<SideRows>): RegressionResult['normalQuantiles'] {
  if (!Object.values(sides).some(({ sortedError }) => sortedError.length > 1)) return null;
  return {
    theoretical: PROBABILITIES.map(normalQuantile),
    values: mapSides(sides, ({ sortedError }) =>
      sortedError.length < 2 ? [] : PROBABILITIES.map((probability) => sortedQuantile(sortedError, probability)),
    ),
  };
}

function byPrediction(pairs: PerSide<Pairs>): RegressionResult['byPrediction'] {
  const frozen = (pairs.reference ?? pairs.current)?.prediction ?? new Float64Array();
  const inner = binEdges(frozen, 20);
  const all = Object.values(pairs).map(({ prediction }) => sortedFinite(prediction));
  const ends = all.flatMap((sorted) => [sorted[0], sorted.at(-1)]).filter((end) => end !== undefined);
  if (ends.length === 0) return null;
  return {
    edges: [Math.min(...ends), ...inner, Math.max(...ends)],
    bins: mapSides(pairs, ({ prediction, error }) => errorBins(binCodes(prediction, inner), inner.length + 1, error)),
  };
}

function groups(sides: PerSide<SideRows>): PerSide<ErrorGroups> {
  const found: PerSide<ErrorGroups> = {};
  mapSides(sides, ({ pairs, sortedError }, side) => {
    const limits = errorGroups(pairs.error, sortedError);
    if (limits === null) return;
    const part = (holds: (error: number) => boolean): { rows: number; mean: number | null } => {
      const errors = sortedError.filter(holds);
      return { rows: errors.length, mean: errors.length === 0 ? null : mean(errors) };
    };
    const { low, high } = limits;
    found[side] = {
      ...{ low, high },
      under: part((error) => error <= low),
      majority: part((error) => error > low && error < high),
      over: part((error) => error >= high && error > low),
    };
  });
  return found;
}
