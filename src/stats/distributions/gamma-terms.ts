import gammaln from '@stdlib/math-base-special-gammaln';
import log1pmx from '@stdlib/math-base-special-log1pmx';

const HALF_LOG_TWO_PI = 0.9189385332046728;
/** From here on five terms of Stirling's series reach double precision. */
const LARGE = 16;

/**
 * What Stirling's formula leaves out: log Γ(a + 1) − log(√(2πa) (a/e)ᵃ). Absolute error about 10⁻¹⁵.
 * @param a > 0
 * @returns e.g. 0.08106146679532726 at 1
 */
export function stirlingError(a: number): number {
  if (a < LARGE) return gammaln(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
  const r = 1 / (a * a);
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / a;
}

/**
 * Half the Poisson deviance, a log(a / mean) + mean − a, without cancellation where a is near the mean
 * (Loader 2000, "Fast and accurate computation of binomial probabilities").
 * @param a > 0
 * @param mean > 0
 * @returns e.g. 0 for (3, 3)
 */
export function deviance(a: number, mean: number): number {
  const excess = (mean - a) / a;
  return Math.abs(excess) < 0.5 ? -a * log1pmx(excess) : a * Math.log(a / mean) + mean - a;
}
