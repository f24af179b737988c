import { compareRanks } from './compare-ranks.ts';
import { cramerVonMisesExactPValue } from './cramer-von-mises-exact.ts';
import { cramerVonMisesSf } from '../../distributions/cramer-von-mises.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { requireBothSides } from '../../statistic-error.ts';

export interface CramerVonMisesResult {
  /** Anderson's T. */
  statistic: number;
  pValue: number;
  pValueKind: 'exact' | 'asymptotic';
}

/** Up to this many values on either side the p-value is exact, as in scipy. */
const EXACT_SIZE = 20;

// T is moved and stretched to the mean and variance of the limit law (Anderson 1962, section 3).
function asymptoticPValue(statistic: number, n: number, m: number): number {
  const total = n + m;
  const mean = (1 + 1 / total) / 6;
  const variance = (((total + 1) / total / total) * (4 * total - 3 * (n / m + m / n) - 2)) / 180;
  return cramerVonMisesSf(1 / 6 + (statistic - mean) / Math.sqrt(45 * variance));
}

/**
 * Two-sample Cramér-von Mises test: T = n m / (n + m)² Σ (F − G)² over all values (Anderson 1962, "On the distribution
 * of the two-sample Cramér-von Mises criterion"), by mid-ranks for ties. The null hypothesis: both columns come from
 * the same distribution. The p-value is exact for continuous data while max(n, m) ≤ 20, then from the limit law; it is
 * scipy's `cramervonmises_2samp`, but for the asymptotic one, where scipy's own is off by up to 10⁻⁸ (see
 * `cramerVonMisesSf`). Unchanged by increasing maps. O(n + m), and see `cramerVonMisesExactPValue`.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. statistic 0.5277777777777778, p-value 0.1 for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has no finite value
 */
export function cramerVonMises(reference: Ecdf, current: Ecdf): CramerVonMisesResult {
  const [n, m] = [reference.size, current.size];
  requireBothSides('cramer_von_mises', n, m);
  const u = compareRanks(reference, current).placesSquared;
  const statistic = u / (n * m) / (n + m) - (4 * n * m - 1) / (6 * (n + m));
  const exact = Math.max(n, m) <= EXACT_SIZE;
  const pValue = exact ? cramerVonMisesExactPValue(u, n, m) : asymptoticPValue(statistic, n, m);
  return { statistic, pValue, pValueKind: exact ? 'exact' : 'asymptotic' };
}
