import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Upper tail of Fisher's F distribution, P(F > x), with full relative precision in that tail.
 * @param x ≥ 0
 * @param numerator its degrees of freedom, > 0
 * @param denominator its degrees of freedom, > 0
 * @returns e.g. 0.01235835481790196 for (3, 5, 200)
 */
export function fSf(x: number, numerator: number, denominator: number): number {
  if (x <= 0) return 1;
  const ratio = (x * numerator) / denominator;
  return incompleteBeta(denominator / 2, numerator / 2, 1 / (1 + ratio), 1 / (1 + 1 / ratio));
}
