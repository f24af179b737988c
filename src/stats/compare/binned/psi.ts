import { partsOf, smoothed, total, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';
import { chiSquaredCritical } from '../../distributions/chi-squared.ts';

/**
 * Population stability index, Σ (share in current − share in reference) ln(share in current / share in reference):
 * Jeffreys' divergence, in nats. Symmetric; ≥ 0; unbounded. Each part is ≥ 0, and they add up to the value. Empty bins
 * as in `smoothed`. O(bins).
 *
 * The usual thresholds, 0.1 and 0.25, know nothing of the sizes: see `psiThreshold`.
 *
 * @param counts of both sides, on bins frozen from the reference (`quantileBinned`) or on levels (`commonLevels`)
 * @returns e.g. value 0.2746530721670274 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function psi(counts: BinnedCounts): BinnedDistance {
  const parts = partsOf('psi', smoothed(counts), (r, c, n, m) =>
    r + c === 0 ? 0 : (c / m - r / n) * Math.log((c * n) / (r * m)),
  );
  return { value: total(parts), parts };
}

/**
 * The value that the population stability index of independent rows exceeds with probability α where nothing changed:
 * χ²(1 − α; B − 1) (1/n + 1/m) (Yurdakul & Naranjo 2020, "Statistical properties of the population stability index").
 * For large samples; smaller ones exceed it somewhat more often.
 *
 * @param sizes numbers of reference (n) and current (m) rows
 * @param bins B, the number of bins that are used; 0 for a single one
 * @param alpha in (0, 1)
 * @returns e.g. 0.3383795520924091 for 100 and 100 rows, ten bins and α = 0.05
 */
export function psiThreshold({ n, m }: { n: number; m: number }, bins: number, alpha: number): number {
  return bins < 2 ? 0 : chiSquaredCritical(alpha, bins - 1) * (1 / n + 1 / m);
}
