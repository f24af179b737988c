import { chiSquaredSf } from './chi-squared.ts';

/**
 * Upper tail of the noncentral chi-squared distribution, P(X > x): a Poisson mixture of central ones, summed over ten
 * standard deviations around its middle, so to about 10⁻¹⁴ absolute.
 * @param x ≥ 0
 * @param degreesOfFreedom > 0
 * @param noncentrality ≥ 0
 * @returns e.g. 0.6087794846454571 for (3.841458820694124, 1, 5)
 */
export function noncentralChiSquaredSf(x: number, degreesOfFreedom: number, noncentrality: number): number {
  const mean = noncentrality / 2;
  const reach = 10 * Math.sqrt(mean) + 20;
  let [sum, logWeight] = [0, -mean];
  for (let j = 0; j <= mean + reach; j++) {
    if (j > 0) logWeight += Math.log(mean / j);
    if (j >= mean - reach) sum += Math.exp(logWeight) * chiSquaredSf(x, degreesOfFreedom + 2 * j);
  }
  return sum;
}
