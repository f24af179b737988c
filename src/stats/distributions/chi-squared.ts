import { leastWhere } from '../bisect.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';

/**
 * Upper tail of the chi-squared distribution, P(X > x), down to the smallest doubles.
 * @param x ≥ 0
 * @param degreesOfFreedom > 0
 * @returns e.g. 0.04550026389635842 for (4, 1)
 */
export function chiSquaredSf(x: number, degreesOfFreedom: number): number {
  return upperGamma(degreesOfFreedom / 2, x / 2);
}

/**
 * Distribution function of the chi-squared distribution, P(X ≤ x).
 * @param x ≥ 0
 * @param degreesOfFreedom > 0
 * @returns e.g. 0.9544997361036416 for (4, 1)
 */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  return lowerGamma(degreesOfFreedom / 2, x / 2);
}

/**
 * The value that is exceeded with a given probability.
 * @param tail in (0, 1)
 * @param degreesOfFreedom > 0
 * @returns e.g. 3.841458820694124 for (0.05, 1)
 */
export function chiSquaredCritical(tail: number, degreesOfFreedom: number): number {
  const exceeded =
    tail < 0.5
      ? (x: number) => chiSquaredSf(x, degreesOfFreedom) <= tail
      : (x: number) => chiSquaredCdf(x, degreesOfFreedom) >= 1 - tail;
  return leastWhere(exceeded, degreesOfFreedom);
}
