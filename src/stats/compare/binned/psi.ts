import { partsOf, smoothed, total, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';

/**
 * Population stability index, Σ (share in current − share in reference) ln(share in current / share in reference):
 * Jeffreys' divergence, in nats. Symmetric; ≥ 0; unbounded. Each part is ≥ 0, and they add up to the value. Empty bins
 * as in `smoothed`. O(bins).
 *
 * The usual thresholds, 0.1 and 0.25, know nothing of the sizes.
 *
 * @param counts of both sides, on bins frozen from the reference or on levels (`commonLevels`)
 * @returns e.g. value 0.2746530721670274 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function psi(counts: BinnedCounts): BinnedDistance {
  const parts = partsOf('psi', smoothed(counts), (r, c, n, m) =>
    r + c === 0 ? 0 : (c / m - r / n) * Math.log((c * n) / (r * m)),
  );
  return { value: total(parts), parts };
}
