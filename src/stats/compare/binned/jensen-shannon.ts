import { partsOf, total, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';

/** Below this, eight terms of the series reach double precision. */
const SMALL = 0.1;
const TERMS = 8;

// (1 − d) ln(1 − d) + (1 + d) ln(1 + d), for d in [−1, 1]; about d² for small d, without cancellation there.
function entropyOfSplit(d: number): number {
  if (Math.abs(d) === 1) return 2 * Math.LN2;
  if (Math.abs(d) >= SMALL) return (1 - d) * Math.log1p(-d) + (1 + d) * Math.log1p(d);
  let sum = 0;
  for (let k = TERMS; k >= 1; k--) sum = (sum + 1 / (k * (2 * k - 1))) * d * d;
  return sum;
}

/**
 * Jensen-Shannon distance: the square root of the divergence ½ Σ r ln(r / a) + c ln(c / a) over shares, where a is the
 * mean of r and c, with natural logarithms. A metric (Endres & Schindelin 2003), between 0 and √ln 2 = 0.8326 for
 * columns without a common bin. Empty bins need no pseudo-count. The parts are of the divergence, each ≥ 0: the value
 * is the square root of their sum. O(bins).
 *
 * @param counts of both sides, on bins frozen from the reference or on levels (`commonLevels`)
 * @returns e.g. value 0.1839077909404743 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function jensenShannon(counts: BinnedCounts): BinnedDistance {
  const parts = partsOf('jensen_shannon', counts, (r, c, n, m) => {
    const pooled = r * m + c * n;
    return pooled === 0 ? 0 : (pooled / (4 * n * m)) * entropyOfSplit((c * n - r * m) / pooled);
  });
  return { value: Math.sqrt(Math.min(Math.LN2, total(parts))), parts };
}
