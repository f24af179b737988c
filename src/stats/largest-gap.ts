import { walkBoth, type Ecdf } from './ecdf.ts';

export interface Gap {
  /** The smallest x at which the curves are farthest apart. */
  x: number;
  /** Values ≤ x on either side. */
  referenceCount: number;
  currentCount: number;
  /** |m · referenceCount − n · currentCount|, a whole number: n · m times the distance of the curves. */
  scaled: number;
}

/**
 * Where the cumulative curves of two columns are farthest apart: the place of the Kolmogorov-Smirnov distance.
 * Compares whole numbers, so it is exact while n · m < 2⁵³. O(n + m).
 * @param reference an ECDF with n ≥ 1 finite values
 * @param current an ECDF with m ≥ 1 finite values
 */
export function largestGap(reference: Ecdf, current: Ecdf): Gap {
  let gap: Gap = { x: NaN, referenceCount: 0, currentCount: 0, scaled: -1 };
  walkBoth(reference, current, (x, referenceCount, currentCount) => {
    const scaled = Math.abs(referenceCount * current.size - currentCount * reference.size);
    if (scaled > gap.scaled) gap = { x, referenceCount, currentCount, scaled };
  });
  return gap;
}
