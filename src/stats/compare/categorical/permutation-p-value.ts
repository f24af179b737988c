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
  const threshold = atLeast(observed);
  return (permuted.filter((statistic) => statistic >= threshold).length + 1) / (permuted.length + 1);
}

const atLeast = (observed: number): number => observed - ROUNDING * Math.abs(observed);

/** Splits with a statistic at least as large that settle it: p is then 0.05 or more, if there are to be 999. */
const ENOUGH = 50;

/**
 * P-value of a permutation test that ends as soon as there is nothing to find (Besag and Clifford 1991): with the 50th random split whose
 * statistic is at least as large as the observed one p is 50 / l, if that is the l-th; where B splits do not come to that, it is that of
 * `permutationPValue`. Valid for every B: P(p ≤ α) ≤ α for data of the null hypothesis.
 * @param observed the statistic of the data, the larger the farther from the null hypothesis
 * @param next the statistic of another random split
 * @param permutations B, the most splits to make
 */
export function sequentialPValue(observed: number, next: () => number, permutations: number): number {
  const threshold = atLeast(observed);
  let found = 0;
  for (let split = 1; split <= permutations; split++) {
    if (next() >= threshold) found++;
    if (found === ENOUGH) return found / split;
  }
  return (found + 1) / (permutations + 1);
}
