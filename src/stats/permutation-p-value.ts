/** Statistics that differ by less than this share are equal but for rounding, as those of the same split are. */
const ROUNDING = 1e-12;

/**
 * P-value of a permutation test, (b + 1) / (B + 1), where b of B random splits have a statistic at least as large as
 * the observed one: never 0, and valid for every B (Phipson & Smyth 2010). O(B).
 * @param observed the statistic of the data, the larger the farther from the null hypothesis
 * @param permuted the statistic of each random split
 * @returns e.g. 0.4 for 2 and (1, 1, 2, 0)
 */
export function permutationPValue(observed: number, permuted: readonly number[]): number {
  const least = observed - ROUNDING * Math.abs(observed);
  return (permuted.filter((statistic) => statistic >= least).length + 1) / (permuted.length + 1);
}
