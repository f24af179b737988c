import { deviance, stirlingError } from './gamma-terms.ts';

/** With more terms than this the sum is taken over every k-th one: see `smirnovSf`. */
const TERMS = 4000;
const ERROR_TABLE = Float64Array.from({ length: 16 }, (_, v) => (v === 0 ? 0 : stirlingError(v)));

const error = (v: number) => ERROR_TABLE[v] ?? stirlingError(v);

// x/(x + v/n) times the binomial probability of v among n at x + v/n.
function term(n: number, x: number, v: number): number {
  if (v === 0) return Math.exp(n * Math.log1p(-x));
  const excess = n * x;
  const rest = n - v;
  if (rest - excess <= 0) return 0;
  const exponent = error(n) - error(v) - error(rest) - deviance(v, v + excess) - deviance(rest, rest - excess);
  return (excess / (excess + v)) * Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * v * rest));
}

/**
 * Upper tail of the one-sided, one-sample Kolmogorov-Smirnov statistic, P(Dₙ⁺ ≥ x), for continuous data: the finite
 * sum of Birnbaum & Tingey (1951), all terms positive, each by Loader's saddle point form.
 *
 * Beyond 4000 terms it takes every k-th and multiplies: the terms fall off at both ends faster than any power, so the
 * trapezoid rule with some 2000 points is exact to double precision where n x² ≥ 2. It is meant for that range there.
 *
 * @param n sample size ≥ 1
 * @param x in (0, 1)
 * @returns e.g. 0.25 for (2, 0.5)
 */
export function smirnovSf(n: number, x: number): number {
  const last = Math.floor(n * (1 - x));
  const stride = n > TERMS ? Math.floor(n / (TERMS / 2)) : 1;
  let sum = 0;
  for (let v = 0; v <= last; v += stride) sum += term(n, x, v);
  return sum * stride;
}
