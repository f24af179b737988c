import { kolmogorovFiniteSf } from '../../distributions/kolmogorov-finite.ts';
import { kolmogorovSf } from '../../distributions/kolmogorov.ts';
import { compareCurves } from './compare-curves.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { ksExactPValue } from './ks-exact.ts';
import { requireBothSides } from '../../statistic-error.ts';

/** Up to this many values on either side the p-value is exact, as in scipy. */
const EXACT_SIZE = 10_000;

export interface KolmogorovSmirnovResult {
  /** D, the largest distance of the cumulative curves, in [0, 1]. */
  statistic: number;
  pValue: number;
  pValueKind: 'exact' | 'asymptotic';
  /** The smallest x at which the curves are D apart. */
  x: number;
}

/**
 * Asymptotic p-value of the two-sample, two-sided test: the law of the one-sample statistic at n m / (n + m) values,
 * rounded (scipy's `ks_2samp(method="asymp")`).
 * @param statistic D in [0, 1]
 * @param n size of one sample, ≥ 1
 * @param m size of the other
 * @returns e.g. 0.3008279883381925 for (18 / 35, 5, 7)
 */
export function ksAsymptoticPValue(statistic: number, n: number, m: number): number {
  return kolmogorovFiniteSf(Math.max(1, Math.round((n * m) / (n + m))), statistic);
}

/**
 * P-value for autocorrelated samples, whose effective size is smaller than their number of rows: Kolmogorov's limit law at the
 * effective size n m / (n + m) of the difference. On the careful side for small sizes and for ties.
 * @param statistic D in [0, 1]
 * @param n effective size of one sample, > 0, need not be whole
 * @param m effective size of the other
 * @returns e.g. 0.2699996716773546 for (0.1, 200, 200)
 */
export function ksEffectivePValue(statistic: number, n: number, m: number): number {
  return kolmogorovSf(statistic * Math.sqrt((n * m) / (n + m)));
}

/**
 * Two-sample, two-sided Kolmogorov-Smirnov test of independent rows. The null hypothesis: both columns come from the
 * same distribution. The p-value is exact for continuous data while max(n, m) ≤ 10 000, asymptotic beyond, and too
 * large (careful) for tied data. Same values as scipy's `ks_2samp(method="auto")`. O(n + m), and see `ksExactPValue`.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. statistic 1, p-value 0.1 for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has no finite value
 */
export function kolmogorovSmirnov(reference: Ecdf, current: Ecdf): KolmogorovSmirnovResult {
  const [n, m] = [reference.size, current.size];
  requireBothSides('ks', n, m);
  const { scaledGap, gapAt } = compareCurves(reference, current);
  const statistic = scaledGap / (n * m);
  const exact = Math.max(n, m) <= EXACT_SIZE;
  const pValue = exact ? ksExactPValue(scaledGap, n, m) : ksAsymptoticPValue(statistic, n, m);
  return { statistic, pValue, pValueKind: exact ? 'exact' : 'asymptotic', x: gapAt.x };
}
