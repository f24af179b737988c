import { deviance, stirlingError } from './gamma-terms.ts';

const EPSILON = 2 ** -53;
const TINY = 1e-300;

/** A beta distribution and a point x of it, with y = 1 − x. */
interface Point {
  a: number;
  b: number;
  x: number;
  y: number;
}

// xᵃ yᵇ / B(a, b), by Loader's saddle point form: no cancellation for large a and b.
function factor({ a, b, x, y }: Point): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

// The m-th partial denominator of Didonato & Morris's (1992) continued fraction; free of 1 − x, which may cancel.
function denominator({ a, b, x, y }: Point, m: number): number {
  return m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (a + 2 * m + 1);
}

// What the factor is divided by; Lentz's method. Fast for x below the mean.
function continuedFraction(point: Point): number {
  const { a, b, x } = point;
  let c = (a * (a * point.y - b * x + 1)) / (a + 1);
  let fraction = c;
  let d = 0;
  for (let m = 1, change = 0; Math.abs(change - 1) > EPSILON * 2; m++) {
    const numerator = (((a + m - 1) * (a + b + m - 1)) / (a + 2 * m - 1)) * ((m * (b - m)) / (a + 2 * m - 1)) * x * x;
    const next = denominator(point, m);
    d = 1 / (next + numerator * d || TINY);
    c = next + numerator / c || TINY;
    change = c * d;
    fraction *= change;
  }
  return fraction;
}

/**
 * Regularised incomplete beta function I(x; a, b), the distribution function of the beta distribution, with full
 * relative precision in the lower tail (for the upper one, swap a with b and x with y). O(√max(a, b)) terms.
 *
 * @param a > 0
 * @param b > 0
 * @param x in [0, 1]
 * @param y 1 − x; give it where it is known better than by the difference
 * @returns e.g. 0.0523 for (2, 3, 0.1)
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const [lower, upper] = [
    { a, b, x, y },
    { a: b, b: a, x: y, y: x },
  ];
  if (x * (a + b + 2) <= a + 1) return factor(lower) / continuedFraction(lower);
  return 1 - factor(upper) / continuedFraction(upper);
}
