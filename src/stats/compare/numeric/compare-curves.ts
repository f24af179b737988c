import type { Ecdf } from '../../describe/ecdf.ts';
import { FOUND } from '../../kernel/kernel.ts';
import { placeCurves, type PlacedCurve } from '../../kernel/placed-curves.ts';

/** How two cumulative curves F (reference, n values) and G (current, m values) differ. */
export interface CurveDifference {
  /** The largest distance |F − G|, times n · m: a whole number, exact while n · m < 2⁵³. */
  scaledGap: number;
  /** The smallest x at which the curves are that far apart, and the number of values ≤ x on either side. */
  gapAt: { x: number; referenceCount: number; currentCount: number };
  /** The same for gaps of either sign: the largest of F − G (above), and of G − F (below); at least 0. */
  scaledGaps: { positive: number; negative: number };
  /** ∫ |F − G| dx. */
  area: number;
  /** Pairs of rows in which the reference value is the larger, ties counting a half. */
  larger: number;
  /** Σ t³ − t over groups of t tied values. */
  ties: number;
}

const known = new WeakMap<Ecdf, { current: Ecdf; difference: CurveDifference }>();

function merge(reference: Ecdf, current: Ecdf): CurveDifference {
  const { kernel, places } = placeCurves([reference, current]);
  const [a, b] = places as [PlacedCurve, PlacedCurve];
  kernel.calls.compare(a.values, a.upTo, a.count, b.values, b.upTo, b.count, FOUND);
  const [scaledGap, x, referenceCount, currentCount, area, larger, ties, positive, negative] = [
    ...kernel.doubles(FOUND, 9),
  ] as NineNumbers;
  return {
    scaledGap,
    gapAt: { x, referenceCount, currentCount },
    scaledGaps: { positive, negative: -negative },
    area,
    larger,
    ties,
  };
}

type NineNumbers = [number, number, number, number, number, number, number, number, number];

/**
 * Largest gap and area between two cumulative curves, and how often one side is the larger: what the Kolmogorov-Smirnov
 * and Mann-Whitney tests and the Wasserstein distance are made of. O(n + m) the first time; the answer for a pair is kept as long as its reference lives.
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 */
export function compareCurves(reference: Ecdf, current: Ecdf): CurveDifference {
  const cached = known.get(reference);
  if (cached?.current === current) return cached.difference;
  const difference = merge(reference, current);
  known.set(reference, { current, difference });
  return difference;
}
