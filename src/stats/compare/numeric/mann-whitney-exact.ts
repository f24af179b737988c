// Turns the counts of U for i − 1 rows on the smaller side into those for i: the Gaussian binomial coefficient grows by
// (1 − qᵐ⁺ⁱ) / (1 − qⁱ). In place, over the low half only.
function addRow(counts: Float64Array, i: number, m: number): void {
  for (let u = counts.length - 1; u >= m + i; u--) counts[u]! -= counts[u - m - i]!;
  for (let u = i; u < counts.length; u++) counts[u]! += counts[u - i]!;
}

/** Number of orders of i and m values, as a double. */
function orders(n: number, m: number): number {
  let product = 1;
  for (let i = 1; i <= n; i++) product = (product * (m + i)) / i;
  return product;
}

/**
 * Exact upper tail of the Mann-Whitney statistic for continuous data, P(U ≥ u): the share of all orders of the pooled
 * values (Mann & Whitney 1947). By symmetry it is summed over the shorter tail, so small values keep their precision.
 * Same values as scipy. O(n² m) for the smaller size n; the subtractions lose a digit for about 6 rows of it, so at
 * most some 30.
 *
 * @param u a whole number from 0 to n · m
 * @param n size of one sample, ≥ 1
 * @param m size of the other
 * @returns e.g. 0.05 for (9, 3, 3)
 */
export function mannWhitneyExactSf(u: number, n: number, m: number): number {
  const [smaller, larger] = [Math.min(n, m), Math.max(n, m)];
  const last = n * m - u;
  const low = last < u ? last : u - 1;
  if (low < 0) return 1;
  const counts = new Float64Array(low + 1);
  counts[0] = 1;
  for (let i = 1; i <= smaller; i++) addRow(counts, i, larger);
  const share = counts.reduce((sum, count) => sum + count, 0) / orders(smaller, larger);
  return last < u ? share : 1 - share;
}
