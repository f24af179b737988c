import { leastWhere } from '../bisect.ts';
import { incompleteBeta } from './incomplete-beta.ts';

// P(|T| > |t|). t² may overflow, and the quotients then are 0 and 1.
function bothTails(t: number, degreesOfFreedom: number): number {
  const ratio = (t / degreesOfFreedom) * t;
  return incompleteBeta(degreesOfFreedom / 2, 0.5, 1 / (1 + ratio), 1 / (1 + 1 / ratio));
}

/**
 * Upper tail of Student's t distribution, P(T > t), with full relative precision in that tail.
 * @param t any number
 * @param degreesOfFreedom > 0, need not be whole
 * @returns e.g. 0.17044656615103015 for (1, 10)
 */
export function studentSf(t: number, degreesOfFreedom: number): number {
  if (t === 0) return 0.5;
  return t > 0 ? bothTails(t, degreesOfFreedom) / 2 : 1 - bothTails(t, degreesOfFreedom) / 2;
}

/**
 * Both tails of Student's t distribution, P(|T| > |t|): the two-sided p-value.
 * @param t any number
 * @param degreesOfFreedom > 0, need not be whole
 * @returns e.g. 0.3408931323020603 for (1, 10); 1 at 0
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  return t === 0 ? 1 : bothTails(t, degreesOfFreedom);
}

/**
 * Quantile of Student's t distribution: the t with P(T ≤ t) = p, by bisection.
 * @param p in (0, 1)
 * @param degreesOfFreedom > 0
 * @returns e.g. 2.228138851986273 for (0.975, 10)
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -leastWhere((t) => studentSf(t, degreesOfFreedom) <= p);
  return leastWhere((t) => studentSf(-t, degreesOfFreedom) >= p);
}
