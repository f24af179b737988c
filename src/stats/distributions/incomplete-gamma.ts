import { deviance, stirlingError } from './gamma-terms.ts';

const EPSILON = 2 ** -53;
const TINY = 1e-300;

/**
 * xᵃ e⁻ˣ / Γ(a + 1), by Loader's saddle point form: no cancellation for large a.
 * @param a > 0
 * @param x > 0
 * @returns e.g. 0.36787944117144233 for (1, 1)
 */
export function density(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

// Lower function over the density: 1 + x/(a+1) + x²/((a+1)(a+2)) + …
function series(a: number, x: number): number {
  let sum = 1;
  for (let n = 1, term = x / (a + 1); term > sum * EPSILON; term *= x / (a + ++n)) sum += term;
  return sum;
}

// Upper function over the density: Legendre's continued fraction, evaluated by Lentz's method.
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, factor = 0; Math.abs(factor - 1) > EPSILON * 2; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || TINY);
    c = b + numerator / c || TINY;
    factor = c * d;
    fraction *= factor;
  }
  return a * fraction;
}

/**
 * Regularised upper incomplete gamma function Q(a, x), with full relative precision in the upper tail. Series below
 * a + 1, continued fraction above (DLMF 8.7.1, 8.9.2); O(√a) terms.
 *
 * Our own because the one in @stdlib (0.3.1) is off by 10⁻³ where a and x are large (a = 500, x = 1250).
 *
 * @param a > 0
 * @param x ≥ 0
 * @returns e.g. 0.36787944117144233 for (1, 1); 2.10592680484814e-129 for (500, 1250)
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - density(a, x) * series(a, x) : density(a, x) * continuedFraction(a, x);
}

/**
 * Regularised lower incomplete gamma function P(a, x) = 1 − Q(a, x), with full relative precision in the lower tail.
 * @param a > 0
 * @param x ≥ 0
 * @returns e.g. 0.6321205588285577 for (1, 1)
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? density(a, x) * series(a, x) : 1 - density(a, x) * continuedFraction(a, x);
}
