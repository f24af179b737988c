import { largest } from '../../facts/extremes.ts';
import {
  blockLength,
  bootstrap,
  missedShare,
  replicatesOf,
  rowBlocks,
  totalSums,
  type Replicates,
} from '../../stats/model/blocks/bootstrap.ts';
import { countBelow, countUpTo, meanOf, sortedSizes } from '../../stats/model/error-groups.ts';
import { sortedQuantile } from '../../stats/describe/small-summaries.ts';
import { difference } from '../../stats/model/metric-differences.ts';
import { estimate, withRatioLimits, type Measured } from '../../stats/model/metric-estimates.ts';
import { medianDifference, medianEstimate, medianCorrelation } from '../../stats/model/order-interval.ts';
import { regressionMeasures, regressionSums, SMOOTH_MEASURES } from '../../stats/model/regression-sums.ts';
import type { Compared } from '../../stats/model/joint-reach.ts';
import { comparedOf } from './overall.ts';
import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import { orderWindow } from '../../stats/adjust/order-window.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { MeasureSettings, SideRows } from './measured-rows.ts';
import type { Metric } from '../../facts/document/model/estimates.ts';

/** What a regression is measured by. */
export interface RegressionMeasures {
  /** All measures, in the order in which they are shown. */
  metrics: Metric[];
  /** Measures whose replicates belong together. */
  groups: Compared[][];
}

export function regressionMetrics(
  sides: PerSide<SideRows>,
  times: RowTimes,
  settings: MeasureSettings,
): RegressionMeasures {
  const apart = !sameBlocks(sides, times);
  const measured = mapSides(sides, (side, name): Record<keyof RowTimes, SideMeasures> => {
    const seed = settings.paired || name === 'reference' ? settings.seed : settings.seed + 1;
    const targets = smoothMeasures(side, times.targets, seed);
    return { targets, errors: apart ? smoothMeasures(side, times.errors, seed) : targets };
  });
  const smooth = SMOOTH_MEASURES.map((id, i) => ({ id, sides: mapSides(measured, (side) => measuredAt(side, id, i)) }));
  const groupOf = (withTarget: boolean): Compared[] =>
    comparedOf(smooth.filter(({ id }) => !apart || WITH_TARGET.includes(id) === withTarget));
  return {
    metrics: [...smooth.map(smoothMetric), medianMetric(sides, settings), largestMetric(sides)],
    groups: apart ? [groupOf(false), groupOf(true)] : [groupOf(false)],
  };
}

/** In long files both memories ask for no longer blocks than there are anyway. */
const sameBlocks = (sides: PerSide<SideRows>, { errors, targets }: RowTimes): boolean =>
  Object.values(sides).every(({ pairs: { rows } }) => blockLength(rows, errors) === blockLength(rows, targets));

function measuredAt({ errors, targets }: Record<keyof RowTimes, SideMeasures>, id: string, index: number): Measured {
  const { values, replicates } = WITH_TARGET.includes(id) ? targets : errors;
  const measured = { value: values[index] ?? NaN, ...replicatesOf(replicates, index) };
  return id === 'r2' ? withRatioLimits(measured) : measured;
}

/** Rows per independent row: of the errors, and of all that measures with the target in them sum. */
export interface RowTimes {
  errors: number;
  targets: number;
}

/** Measures that hold the target as well. */
export const WITH_TARGET: readonly string[] = ['mape', 'wape', 'smape', 'r2'];

interface SideMeasures {
  values: number[];
  replicates: Replicates;
}

/** Targets this much smaller than the median one have no percentage. */
const NEAR_ZERO = 1e-9;

/** Targets up to this size are too near to zero for a percentage. */
export function smallestTarget(sortedTarget: Float64Array): number {
  const sizes = sortedSizes(sortedTarget);
  return sizes.length === 0 ? 0 : NEAR_ZERO * sortedQuantile(sizes, 0.5);
}

/** How many targets are too near to zero for a percentage. */
export const nearZero = ({ sortedTarget, nearZeroAt }: SideRows): number =>
  countUpTo(sortedTarget, nearZeroAt) - countBelow(sortedTarget, -nearZeroAt);

function smoothMeasures(side: SideRows, time: number, seed: number): SideMeasures {
  const { pairs, sortedTarget, sortedError } = side;
  const shifts = { target: meanOf(sortedTarget), error: meanOf(sortedError), nearZero: side.nearZeroAt };
  const blocks = rowBlocks(pairs.rows, pairs.places, (rows) => blockLength(rows, time));
  const sums = regressionSums(pairs, shifts, blocks);
  return {
    values: regressionMeasures(totalSums(sums)),
    replicates: bootstrap(sums, regressionMeasures, { seed, missed: missedShare(blocks, time) }),
  };
}

/** A percentage of a mean error near zero, or of R², says nothing. */
const NOT_RELATIVE: readonly string[] = ['mean_error', 'r2'];

/** A measure of both files as it is told. */
export function smoothMetric({ id, sides }: { id: string; sides: PerSide<Measured> }): Metric {
  const { reference, current } = sides;
  const isCompared = reference !== undefined && current !== undefined;
  return {
    id,
    values: mapSides(sides, estimate),
    difference: isCompared ? difference(reference, current, !NOT_RELATIVE.includes(id)) : null,
  };
}

/** The memory of lying above the median: far shorter than that of the errors. */
function medianTime({ size, sortedSize }: SideRows): number {
  const { start, end } = orderWindow(size.length);
  const middle = sortedQuantile(sortedSize, 0.5);
  return effectiveSize(size.subarray(start, end).map((error) => (error === error ? Number(error > middle) : NaN))).time;
}

function medianMetric(sides: PerSide<SideRows>, { ordered, paired }: MeasureSettings): Metric {
  const filled = Object.values(sides).filter(({ sortedSize }) => sortedSize.length > 0);
  const time = ordered ? largest(filled.map(medianTime), 1) : 1;
  const values = mapSides(sides, ({ sortedSize }) => medianEstimate(sortedSize, sortedSize.length / time));
  const { reference, current } = sides;
  const [referenceMedian = null, currentMedian = null] = [values.reference, values.current];
  if (!reference || !current || !referenceMedian || !currentMedian)
    return { id: 'median_absolute_error', values, difference: null };
  const correlation = paired
    ? medianCorrelation(
        { ...referenceMedian, rows: reference.size, places: reference.pairs.places },
        { ...currentMedian, rows: current.size, places: current.pairs.places },
      )
    : 0;
  return {
    id: 'median_absolute_error',
    values,
    difference: medianDifference(referenceMedian, currentMedian, correlation),
  };
}

function largestMetric(sides: PerSide<SideRows>): Metric {
  const values = mapSides(sides, ({ sortedSize }) => {
    const value = sortedSize.at(-1);
    return value === undefined ? null : { value, low: null, high: null };
  });
  return { id: 'max_error', values, difference: null };
}

/** Mean absolute errors of models without inputs. */
export function naive({ pairs, sortedTarget }: SideRows, inTime: boolean): { median: number; last: number | null } {
  const middle = sortedTarget.length === 0 ? NaN : sortedQuantile(sortedTarget, 0.5);
  const median = meanOf(sortedTarget.map((target) => Math.abs(target - middle)));
  let rows = 0;
  let sum = 0;
  let previous = NaN;
  for (let row = 0; row < pairs.target.length; row++) {
    const target = pairs.target[row]!;
    if (target !== target) continue;
    if (previous === previous) {
      rows++;
      sum += Math.abs(target - previous);
    }
    previous = target;
  }
  return { median, last: inTime && rows > 0 ? sum / rows : null };
}
