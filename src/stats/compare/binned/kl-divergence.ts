import log1pmx from '@stdlib/math-base-special-log1pmx';
import { partsOf, smoothed, total, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';

/**
 * Kullback-Leibler divergence of the reference from the current data, Σ r ln(r / c) over shares, in nats: what is lost
 * by taking the current shares for the reference's. Not symmetric; ≥ 0; unbounded. The part of a bin is
 * r ln(r / c) + c − r, which is ≥ 0; the parts add up to the value, because both sides' shares add up to 1. Empty bins
 * as in `smoothed`. O(bins).
 *
 * @param counts of both sides, on bins frozen from the reference (`quantileBinned`) or on levels (`commonLevels`)
 * @returns e.g. value 0.14384103622589045 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function klDivergence(counts: BinnedCounts): BinnedDistance {
  const parts = partsOf('Kullback-Leibler divergence', smoothed(counts), (r, c, n, m) =>
    r + c === 0 ? 0 : -(r / n) * log1pmx((c * n - r * m) / (r * m)),
  );
  return { value: total(parts), parts };
}
