import { walkBoth, type Ecdf } from './ecdf.ts';
import { largestGap } from './largest-gap.ts';
import { requireBothSides } from './statistic-error.ts';

/** Points (x, share of values ≤ x) of two cumulative curves. */
export interface CumulativeCurves {
  x: number[];
  reference: number[];
  current: number[];
  /** The point where the curves are farthest apart; its x is one of `x`. */
  gap: { x: number; reference: number; current: number };
}

/**
 * Both cumulative curves, thinned for a picture. All points where there are few distinct values; otherwise the first,
 * the last, the largest gap, and in between a point whenever the mean of both curves has risen by another
 * 1 / (points − 3): so between two points without a jump neither curve rises by more than about 2 / points.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @param points the most points to return, > 3
 * @throws {StatisticError} when a side has no finite value
 */
export function cumulativeCurves(reference: Ecdf, current: Ecdf, points = 200): CumulativeCurves {
  requireBothSides('Cumulative curves', reference.size, current.size);
  const most = largestGap(reference, current);
  const share = {
    reference: (count: number) => count / reference.size,
    current: (count: number) => count / current.size,
  };
  const curves = { x: [] as number[], reference: [] as number[], current: [] as number[] };
  const few = reference.values.length + current.values.length <= points;
  const steps = points - 3;
  let next = 0;
  walkBoth(reference, current, (x, referenceCount, currentCount) => {
    const [f, g] = [share.reference(referenceCount), share.current(currentCount)];
    const progress = ((f + g) / 2) * steps;
    if (!few && progress < next && x !== most.x) return;
    if (progress >= next) next = Math.floor(progress) + 1;
    curves.x.push(x);
    curves.reference.push(f);
    curves.current.push(g);
  });
  const gap = { x: most.x, reference: share.reference(most.referenceCount), current: share.current(most.currentCount) };
  return { ...curves, gap };
}
