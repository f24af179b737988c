import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/**
 * Standard normal distribution function, P(Z ≤ z), from the complementary error function: both tails keep full
 * relative precision.
 * @param z any number, in standard deviations
 * @returns e.g. 6.220960574271785e-16 at −8
 */
export function normalCdf(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

/**
 * Upper tail of the standard normal distribution, P(Z > z).
 * @param z any number, in standard deviations
 * @returns e.g. 0.15865525393145707 at 1
 */
export function normalSf(z: number): number {
  return erfc(z * Math.SQRT1_2) / 2;
}

/**
 * Quantile of the standard normal distribution: the z with P(Z ≤ z) = p. Give small upper tails by symmetry,
 * −normalQuantile(tail): 1 − tail would lose them.
 * @param p in [0, 1]
 * @returns e.g. −1.959963984540054 at 0.025; ∓∞ at 0 and 1
 */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}
