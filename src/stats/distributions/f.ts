import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Upper tail of Fisher's F distribution, P(F > f).
 * @param f at least 0
 * @param above degrees of freedom of the numerator, > 0, need not be whole
 * @param below degrees of freedom of the denominator, > 0, need not be whole
 * @returns e.g. 0.05000 for (4.9646, 1, 10)
 */
export function fSf(f: number, above: number, below: number): number {
  if (!(f > 0)) return 1;
  const ratio = (above / below) * f;
  return incompleteBeta(below / 2, above / 2, 1 / (1 + ratio), 1 / (1 + 1 / ratio));
}
