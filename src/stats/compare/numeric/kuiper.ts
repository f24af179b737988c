import { requireBothSides } from '../../statistic-error.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { compareCurves } from './compare-curves.ts';

export interface KuiperResult {
  /** V = D⁺ + D⁻, the largest gaps of the cumulative curves of either sign together, in [0, 1]. */
  statistic: number;
  pValue: number;
}

/** Both series need at most four terms on their side of this point. */
const TURN = 1.25;

/**
 * Upper tail of Kuiper's distribution: P(√N V > x) in the limit of large N, for continuous data. Both forms of the theta
 * series (Kuiper 1960, and its Poisson sum), so both tails keep full precision.
 * @param x any number
 * @returns e.g. 0.05007468185374524 at 1.747; 1 at and below 0
 */
export function kuiperSf(x: number): number {
  if (x <= 0) return 1;
  return x < TURN ? 1 - smallX(x) : largeX(x);
}

// P(√N V ≤ x) = √2 π^(5/2) / x³ Σ k² exp(−π² k² / 2x²).
function smallX(x: number): number {
  const term = (k: number) => k * k * Math.exp(-((Math.PI * k) ** 2) / (2 * x * x));
  return ((Math.SQRT2 * Math.PI ** 2.5) / x ** 3) * (term(1) + term(2) + term(3) + term(4));
}

// P(√N V > x) = 2 Σ (4k²x² − 1) exp(−2k²x²).
function largeX(x: number): number {
  const term = (k: number) => (4 * (k * x) ** 2 - 1) * Math.exp(-2 * (k * x) ** 2);
  return 2 * (term(1) + term(2) + term(3) + term(4));
}

/**
 * P-value of the two-sample test by Kuiper's limit law at n m / (n + m) values, with which rows may also count for less
 * than one (autocorrelated ones). On the careful side for small sizes, and for ties.
 * @param statistic V in [0, 1]
 * @param n (effective) size of one sample, > 0, need not be whole
 * @param m the same of the other
 * @returns e.g. 0.1104370050302875 for (0.16, 200, 200)
 */
export const kuiperPValue = (statistic: number, n: number, m: number): number =>
  kuiperSf(statistic * Math.sqrt((n * m) / (n + m)));

/**
 * Two-sample Kuiper test of independent rows. The null hypothesis: both columns come from the same distribution. V is the
 * sum of the largest gaps of the cumulative curves above and below each other, so that it sees a change of spread as well
 * as one of level; shifting values around a circle (hours of the day, directions) leaves it as it is. O(n + m).
 *
 * The p-value is that of the limit law, which is too large for small sizes: of unchanged columns at α = 5 %, 1 % to 2 %
 * are rejected with 10 to 30 rows a side, 3 % with 30 and 100, 4 % with 300. (The corrections for small sizes of Kuiper
 * 1960 and Stephens 1970 are of the one-sample test; in two samples of ten rows they reject 7 %.) Too large for tied data
 * too.
 *
 * Sources: N. H. Kuiper, "Tests concerning random points on a circle", Indagationes Mathematicae 63 (1960), 38–47; M. A.
 * Stephens, "Use of the Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive tables", Journal of
 * the Royal Statistical Society B 32 (1970), 115–122.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. statistic 1, p-value 0.4981533176461227 for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has no finite value
 */
export function kuiper(reference: Ecdf, current: Ecdf): KuiperResult {
  const [n, m] = [reference.size, current.size];
  requireBothSides('kuiper', n, m);
  const { positive, negative } = compareCurves(reference, current).scaledGaps;
  const statistic = (positive + negative) / (n * m);
  return { statistic, pValue: kuiperPValue(statistic, n, m) };
}
