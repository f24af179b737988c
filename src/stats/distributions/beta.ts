import { leastWhere } from '../bisect.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Quantile of the beta distribution: the x with I(x; a, b) = p, by bisection.
 * @param p in [0, 1)
 * @param a > 0
 * @param b > 0
 * @returns e.g. 0.3857275681323894 for (0.5, 2, 3)
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return p <= 0 ? 0 : leastWhere((x) => x >= 1 || incompleteBeta(a, b, x) >= p, 0.5);
}
