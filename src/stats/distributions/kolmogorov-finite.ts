import { durbinCdf } from './durbin.ts';
import { pelzGoodCdf } from './pelz-good.ts';
import { smirnovSf } from './smirnov.ts';

const SMALL = 140;
/** Beyond this n d² the tail is below the smallest double. */
const UNDERFLOW = 375;

// d ≤ 1/n: all points must lie in cells of their own (Ruben & Gambino 1982).
function firstCell(n: number, t: number): number {
  let product = 1;
  for (let i = 1; i <= n && product > 0; i++) product *= (i / n) * (2 * t - 1);
  return product;
}

// P(Dₙ ≤ d) where the two-sided statistic is not yet twice the one-sided one.
function middle(n: number, d: number): number {
  return n <= SMALL || (n <= 100_000 && n * d ** 1.5 <= 1.4) ? durbinCdf(n, d) : pelzGoodCdf(n, d);
}

/**
 * Upper tail of the two-sided, one-sample Kolmogorov-Smirnov statistic, P(Dₙ > d), for continuous data and finite n.
 * The choice of method by n and n d² is that of Simard & L'Ecuyer (2011), as in scipy's `kstwo.sf`, whose values it
 * gives; the tail is a sum of positive terms, so it keeps its relative precision down to the smallest doubles.
 *
 * @param n sample size, a whole number ≥ 1
 * @param d the statistic
 * @returns e.g. 0.37152038454349573 for (10, 0.274)
 */
export function kolmogorovFiniteSf(n: number, d: number): number {
  const t = n * d;
  if (t <= 0.5) return 1;
  if (d >= 1 || t * d > UNDERFLOW) return 0;
  if (t <= 1) return 1 - firstCell(n, t);
  if (t >= n - 1) return 2 * (1 - d) ** n;
  const oneSided = d >= 0.5 || t * d > (n <= SMALL ? 4 : 2.2);
  return Math.min(1, oneSided ? 2 * smirnovSf(n, d) : 1 - middle(n, d));
}
