import { compareCurves } from '../compare/numeric/compare-curves.ts';
import { cumulativeCounts, cumulativeShare, firstWhere, type Ecdf } from './ecdf.ts';
import { requireBothSides } from '../statistic-error.ts';

/** Points (x, share of values ≤ x) of two cumulative curves. */
export interface CumulativeCurves {
  x: number[];
  reference: number[];
  current: number[];
  /** The point where the curves are farthest apart; its x is one of `x`. */
  gap: { x: number; reference: number; current: number };
}

// The values at which the curve first reaches 0 (its first value), 1/steps, 2/steps, …, 1.
function evenRises(column: Ecdf, steps: number): number[] {
  const cumulative = cumulativeCounts(column);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const index = firstWhere(cumulative, (count) => Math.floor((count * steps) / column.size) >= step);
    return column.values[index]!;
  });
}

/**
 * Both cumulative curves, thinned for a picture: all points where there are few distinct values; otherwise those at
 * which either curve has risen by another step of 2 / (points − 4), its first and last value, and the largest gap. So
 * nothing is lost but rises smaller than a step.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @param points the most points to return, ≥ 6
 * @throws {StatisticError} when a side has no finite value
 */
export function cumulativeCurves(reference: Ecdf, current: Ecdf, points = 200): CumulativeCurves {
  requireBothSides('cumulative', reference.size, current.size);
  const { x: farthest } = compareCurves(reference, current).gapAt;
  const steps = Math.floor(points / 2) - 2;
  const isShort = reference.values.length + current.values.length <= points;
  const chosen = [reference, current].flatMap((column) => (isShort ? [...column.values] : evenRises(column, steps)));
  const x = [...Float64Array.from(new Set([...chosen, farthest])).sort()];
  const [f, g] = [cumulativeShare(reference), cumulativeShare(current)];
  const gap = { x: farthest, reference: f(farthest), current: g(farthest) };
  return { x, reference: x.map(f), current: x.map(g), gap };
}
