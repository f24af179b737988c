import { partsOf, total, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';

/**
 * Hellinger distance, √(½ Σ (√r − √c)²) over shares. A metric, between 0 and 1 for columns without a common bin. Empty
 * bins need no pseudo-count. The parts are of its square, each ≥ 0: the value is the square root of their sum. O(bins).
 *
 * @param counts of both sides, on bins frozen from the reference or on levels (`commonLevels`)
 * @returns e.g. value 0.18459191128251454 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function hellinger(counts: BinnedCounts): BinnedDistance {
  const parts = partsOf('hellinger', counts, (r, c, n, m) => {
    const gap = c * n - r * m;
    return gap === 0 ? 0 : (gap / (Math.sqrt(c * n) + Math.sqrt(r * m))) ** 2 / (2 * n * m);
  });
  return { value: Math.sqrt(Math.min(1, total(parts))), parts };
}
