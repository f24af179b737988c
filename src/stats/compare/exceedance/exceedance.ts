import { incompleteBeta } from '../../distributions/incomplete-beta.ts';

/**
 * Chance that so many rows of a file, or more, come before a given row of the other one, where both are drawn from the same process: the law
 * of exceedances. Above the largest value of n rows lie at least r of m further rows with a probability of at most
 * (m / (n + m))ʳ, above their k-th largest with one of at most I(m / (n + m); r, k), I the regularised incomplete beta function. It
 * holds for every distribution, as only ranks take part; and for rows of a kind, of which one file holds r and the
 * other k − 1, it is the one-sided test of whether they became more frequent.
 *
 * The bound is the limit of large files: r + k rows are taken for few beside n + m, which is on the careful side. Numbers
 * need not be whole, so that rows of a slow process can be counted at what they are worth.
 *
 * Source: E. J. Gumbel & H. von Schelling, "The distribution of the number of exceedances", Annals of Mathematical
 * Statistics 21 (1950), 247–262.
 *
 * @param rows r ≥ 0
 * @param before k > 0: of the other file's rows the k-th is met
 * @param share m / (n + m), the share of all rows that belong to the file of the r rows; in [0, 1]
 * @returns in [0, 1], e.g. 0.125 for 3 rows before the first of a file as long; 1 for no row
 */
export function exceedance(rows: number, before: number, share: number): number {
  return rows <= 0 ? 1 : Math.min(1, incompleteBeta(rows, before, share, 1 - share));
}
