import { largest, smallest } from '../../facts/extremes.ts';
import { normalQuantile } from '../../stats/distributions/normal.ts';
import { ecdf } from '../../stats/describe/ecdf.ts';
import { multiplesAround, niceStep } from '../../stats/describe/nice-step.ts';
import { binCodes, binEdges } from '../../stats/model/bin-edges.ts';
import { squareCounts } from '../../stats/model/density.ts';
import { errorBins } from '../../stats/model/error-bins.ts';
import { countBelow, countUpTo, errorGroups, meanOf } from '../../stats/model/error-groups.ts';
import { sortedQuantile } from '../../stats/describe/small-summaries.ts';
import type { Pairs } from '../../stats/model/pairs.ts';
import { periodsOf, periodSums, type SharedAxis } from '../summarise/periods.ts';
import { numericDistribution } from '../summarise/distributions.ts';
import type { Period } from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { SideRows } from './measured-rows.ts';
import type { ErrorGroups, RegressionResult } from '../../facts/document/model/regression.ts';

const GRID = 60;
/** The grid spans all but the outermost thousandth; what lies outside counts in the cells at the edge. */
const OUTER = 0.001;

export function density(sides: PerSide<SideRows>): RegressionResult['density'] {
  const ends = Object.values(sides).flatMap(({ sortedPrediction, sortedTarget }) =>
    [sortedTarget, sortedPrediction].flatMap((sorted) =>
      sorted.length === 0 ? [] : [sortedQuantile(sorted, OUTER), sortedQuantile(sorted, 1 - OUTER)],
    ),
  );
  if (ends.length === 0) return null;
  const [low, high] = [smallest(ends), largest(ends)];
  const width = high > low ? high - low : Math.max(1, Math.abs(low));
  const edges = multiplesAround(low, low + width, niceStep(width, GRID - 2));
  return { edges, counts: mapSides(sides, ({ pairs }) => squareCounts(pairs.target, pairs.prediction, edges)) };
}

export function overTime(pairs: PerSide<Pairs>, { timeColumn, unit, axes }: SharedAxis): RegressionResult['overTime'] {
  const series = (valuesOf: (pairs: Pairs) => Float64Array): PerSide<Period[]> =>
    mapSides(pairs, (sidePairs, side) => {
      const axis = axes[side];
      return axis === undefined ? [] : periodsOf(periodSums({ values: valuesOf(sidePairs), missing: null }, axis));
    });
  return {
    ...{ timeColumn, unit },
    target: series(({ target }) => target),
    prediction: series(({ prediction }) => prediction),
    error: series(({ error }) => error),
    absoluteError: series(({ error }) => error.map(Math.abs)),
    absolutePercentageError: series(({ error, target }) =>
      error.map((deviation, row) => (target[row] === 0 ? NaN : Math.abs(deviation / target[row]!))),
    ),
  };
}

export function errorDistribution(pairs: PerSide<Pairs>): RegressionResult['error'] {
  const curves = mapSides(pairs, ({ error }) => ecdf(error));
  return numericDistribution(curves, { type: 'numeric', bins: { rule: 'nice' } });
}

const PROBABILITIES = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);

export function normalQuantiles(sides: PerSide<SideRows>): RegressionResult['normalQuantiles'] {
  if (!Object.values(sides).some(({ sortedError }) => sortedError.length > 1)) return null;
  return {
    theoretical: PROBABILITIES.map(normalQuantile),
    values: mapSides(sides, ({ sortedError }) =>
      sortedError.length < 2 ? [] : PROBABILITIES.map((probability) => sortedQuantile(sortedError, probability)),
    ),
  };
}

export function byPrediction(sides: PerSide<SideRows>): RegressionResult['byPrediction'] {
  const frozen = (sides.reference ?? sides.current)?.pairs.prediction ?? new Float64Array();
  const inner = binEdges(frozen, 20);
  const ends = Object.values(sides)
    .flatMap(({ sortedPrediction }) => [sortedPrediction[0], sortedPrediction.at(-1)])
    .filter((end) => end !== undefined);
  if (ends.length === 0) return null;
  return {
    edges: [smallest(ends), ...inner, largest(ends)],
    bins: mapSides(sides, ({ pairs: { prediction, error } }) =>
      errorBins(binCodes(prediction, inner), inner.length + 1, error),
    ),
  };
}

export function groups(sides: PerSide<SideRows>): PerSide<ErrorGroups> {
  const found: PerSide<ErrorGroups> = {};
  mapSides(sides, ({ pairs, sortedError }, side) => {
    const limits = errorGroups(pairs.error, sortedError);
    if (limits === null) return;
    const { low, high } = limits;
    const part = (start: number, end: number): { rows: number; mean: number | null } => ({
      rows: end - start,
      mean: end > start ? meanOf(sortedError.subarray(start, end)) : null,
    });
    const lowest = countUpTo(sortedError, low);
    const highest = Math.max(lowest, countBelow(sortedError, high));
    found[side] = {
      ...{ low, high },
      under: part(0, lowest),
      majority: part(lowest, highest),
      over: part(highest, sortedError.length),
    };
  });
  return found;
}
