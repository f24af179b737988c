import { compareCurves } from './compare-curves.ts';
import { normalSf } from '../../distributions/normal.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { mannWhitneyExactSf } from './mann-whitney-exact.ts';
import { requireBothSides, StatisticError } from '../../statistic-error.ts';

/** "less": that reference values tend to be less than current ones. */
export type Alternative = 'two-sided' | 'less';

export interface MannWhitneyResult {
  /** U of the reference: the pairs of rows in which its value is the larger, ties counting a half. */
  statistic: number;
  /** P(current > reference) + ½ P(current = reference), of one random row each; ½ where neither tends to be larger. */
  effect: number;
  pValue: number;
  pValueKind: 'exact' | 'asymptotic';
}

/** Without ties the p-value is exact up to this size of the smaller side, as in scipy. */
const EXACT_SIZE = 8;
/** But not for more pairs of rows than this, which would take 70 MB. */
const EXACT_PAIRS = 2 ** 24;

// Normal law with continuity correction; the variance is less what ties take from it.
function asymptoticSf(u: number, ties: number, n: number, m: number): number {
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / total / (total - 1));
  return normalSf((u - (n * m) / 2 - 0.5) / Math.sqrt(variance));
}

/**
 * Mann-Whitney U test, alias Wilcoxon's rank sum test, with mid-ranks for ties. The null hypothesis: both columns come
 * from the same distribution; it is sensitive to one of them tending to larger values, blind to a change of spread.
 * The p-value is exact without ties while min(n, m) ≤ 8 (and n m ≤ 2²⁴); otherwise from the normal law, corrected for
 * ties and for continuity: scipy's `mannwhitneyu(reference, current, method="auto")`. Unchanged by increasing maps, so
 * outliers weigh no more than any value. O(n + m), and see `mannWhitneyExactSf`.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @param alternative what is held against the null hypothesis
 * @returns e.g. statistic 0, effect 1, p-value 0.1 for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has no finite value, or all values are equal
 */
export function mannWhitney(reference: Ecdf, current: Ecdf, alternative: Alternative = 'two-sided'): MannWhitneyResult {
  const [n, m] = [reference.size, current.size];
  requireBothSides('mann_whitney', n, m);
  const { larger: u, ties } = compareCurves(reference, current);
  const total = n + m;
  if (ties === total * (total - 1) * (total + 1)) throw new StatisticError('all-equal', { statistic: 'mann_whitney' });
  const exact = ties === 0 && Math.min(n, m) <= EXACT_SIZE && n * m <= EXACT_PAIRS;
  const upper = alternative === 'less' ? n * m - u : Math.max(u, n * m - u);
  const tail = exact ? mannWhitneyExactSf(upper, n, m) : asymptoticSf(upper, ties, n, m);
  return {
    statistic: u,
    effect: 1 - u / (n * m),
    pValue: alternative === 'less' ? tail : Math.min(1, 2 * tail),
    pValueKind: exact ? 'exact' : 'asymptotic',
  };
}

/**
 * Two-sided p-value for autocorrelated columns, whose effective size is smaller than their number of rows: the normal law of the
 * effect, with the variance that as many independent rows would give it, corrected for ties. O(n + m).
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @param effective the effective sizes, > 0, need not be whole
 * @returns 1 where all values are equal
 */
export function mannWhitneyEffectivePValue(
  reference: Ecdf,
  current: Ecdf,
  effective: { n: number; m: number },
): number {
  const [n, m] = [reference.size, current.size];
  const { larger, ties } = compareCurves(reference, current);
  const total = n + m;
  const untied = 1 - ties / total / (total - 1) / (total + 1);
  const variance = (untied / 12) * (1 / effective.n + 1 / effective.m);
  return variance <= 0 ? 1 : Math.min(1, 2 * normalSf(Math.abs(larger / n / m - 0.5) / Math.sqrt(variance)));
}
