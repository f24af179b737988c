import { countBelow, countUpTo, meanOf, sortedSizes } from '../../stats/model/error-groups.ts';
import { sortedQuantile } from '../../stats/describe/small-summaries.ts';
import { difference } from '../../stats/model/metric-differences.ts';
import { estimate, withRatioLimits, type Measured } from '../../stats/model/metric-estimates.ts';
import { medianDifference, medianEstimate, medianCorrelation } from '../../stats/model/order-interval.ts';
import { regressionMeasures, regressionSums, SMOOTH_MEASURES } from '../../stats/model/regression-sums.ts';
import type { Compared } from '../../stats/model/joint-reach.ts';
import { comparedOf } from './overall.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { MeasureSettings, SideRows } from './measured-rows.ts';
import { alongSums, byBlocks, drawnMeasures, eachRow, type SummedRows } from './drawn/drawn-measures.ts';
import { timeOfSeries } from './drawn/row-memory.ts';
import type { Metric } from '../../facts/document/model/estimates.ts';

/** What a regression is measured by. */
export interface RegressionMeasures {
  /** All measures, in the order in which they are shown. */
  metrics: Metric[];
  /** Measures whose replicates belong together. */
  groups: Compared[][];
}

export function regressionMetrics(sides: PerSide<SideRows>, settings: MeasureSettings): RegressionMeasures {
  const summed = mapSides(sides, (side, name) =>
    summedErrors(side, settings.paired || name === 'reference' ? settings.seed : settings.seed + 1),
  );
  const targetTime = timeOfSeries(
    mapSides(sides, ({ pairs }) => pairs.target),
    settings.orders,
  );
  const drawn = drawnMeasures(
    summed,
    {
      ...{ measures: regressionMeasures, telling: SMOOTH_MEASURES.length },
      // A variance about a mean that is itself slow varies by more than squares remember.
      leastTime: (index) => (SMOOTH_MEASURES[index] === 'r2' ? targetTime : 1),
    },
    settings.orders,
  );
  const smooth = SMOOTH_MEASURES.map((id, i) => ({
    id,
    sides: mapSides(drawn, ({ measureAt }, name): Measured => {
      const { time, ...drawnMeasure } = measureAt(i);
      const measured = { ...drawnMeasure, ...rangeOf(id) };
      return id === 'r2' ? withRatioLimits(measured, time > 1 ? time / (sides[name]?.pairs.rows ?? 1) : 0) : measured;
    }),
  }));
  return {
    metrics: [...smooth.map(smoothMetric), medianMetric(sides, settings), largestMetric(sides)],
    groups: byBlocks(smooth).map(comparedOf),
  };
}

function summedErrors({ pairs, sortedTarget, sortedError, nearZeroAt }: SideRows, seed: number): SummedRows {
  const shifts = { target: meanOf(sortedTarget), error: meanOf(sortedError), nearZero: nearZeroAt };
  return {
    ...{ rows: pairs.rows, places: pairs.places, seed },
    sumsIn: (blocks) => regressionSums(pairs, shifts, blocks),
    pick(rows) {
      const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
      const { target, prediction, error } = pairs;
      const looked = { target: pick(target), prediction: pick(prediction), error: pick(error), rows: rows.length };
      const sums = regressionSums(looked, shifts, eachRow(rows.length));
      return (direction) => alongSums(sums, direction);
    },
  };
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

const rangeOf = (id: string): Pick<Measured, 'lowerBound' | 'upperBound'> =>
  id === 'mean_error' ? {} : id === 'r2' ? { upperBound: 1 } : { lowerBound: 0 };

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

/** Lying above the median, whose memory is far shorter than that of the errors. */
function aboveMedian({ size, sortedSize }: SideRows): Float64Array {
  const middle = sortedSize.length === 0 ? NaN : sortedQuantile(sortedSize, 0.5);
  return size.map((error) => (error === error ? Number(error > middle) : NaN));
}

function medianMetric(sides: PerSide<SideRows>, { orders, paired }: MeasureSettings): Metric {
  const time = timeOfSeries(mapSides(sides, aboveMedian), orders);
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
