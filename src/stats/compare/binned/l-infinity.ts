import { partsOf, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';

/**
 * L-infinity (Chebyshev) distance of shares: the largest |share in reference − share in current| of any bin. A metric
 * in [0, 1]. The parts are these differences, each ≥ 0: the value is their largest. O(bins).
 *
 * @param counts of both sides, on bins frozen from the reference (`quantileBinned`) or on levels (`commonLevels`)
 * @returns e.g. value 0.25 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function lInfinity(counts: BinnedCounts): BinnedDistance {
  const parts = partsOf('L-infinity distance', counts, (r, c, n, m) => Math.abs(r * m - c * n) / (n * m));
  return { value: parts.reduce((most, part) => Math.max(most, part), 0), parts };
}
