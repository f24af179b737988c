import { chiSquaredSf } from './chi-squared.ts';
import { density } from './incomplete-gamma.ts';

/**
 * Upper tail of the noncentral chi-squared distribution, P(X > x): a Poisson mixture of central ones, summed over ten
 * standard deviations around its middle, so to about 10⁻¹⁴ absolute. Neighbouring ones differ by a density,
 * Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1) (DLMF 8.8.6), so that one incomplete gamma function is enough.
 * @param x ≥ 0
 * @param degreesOfFreedom > 0
 * @param noncentrality ≥ 0
 * @returns e.g. 0.6087794846454571 for (3.841458820694124, 1, 5)
 */
export function noncentralChiSquaredSf(x: number, degreesOfFreedom: number, noncentrality: number): number {
  const mean = noncentrality / 2;
  if (mean === 0 || x <= 0) return chiSquaredSf(x, degreesOfFreedom);
  const reach = 10 * Math.sqrt(mean) + 20;
  const [first, end] = [Math.max(0, Math.ceil(mean - reach)), mean + reach];
  let weight = first === 0 ? Math.exp(-mean) : density(first, mean);
  let tail = chiSquaredSf(x, degreesOfFreedom + 2 * first);
  let a = degreesOfFreedom / 2 + first;
  let step = density(a, x / 2);
  let sum = 0;
  for (let j = first; j <= end; j++) {
    sum += weight * tail;
    weight *= mean / (j + 1);
    tail += step;
    step *= x / 2 / ++a;
  }
  return sum;
}
