import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Upper tail of Fisher's F distribution, P(F > f).
 * @param f at least 0
 * @param numeratorDf degrees of freedom of the numerator, > 0, need not be whole
 * @param denominatorDf degrees of freedom of the denominator, > 0, need not be whole
 * @returns e.g. 0.05000 for (4.9646, 1, 10)
 */
export function fSf(f: number, numeratorDf: number, denominatorDf: number): number {
  if (!(f > 0)) return 1;
  const ratio = (numeratorDf / denominatorDf) * f;
  return incompleteBeta(denominatorDf / 2, numeratorDf / 2, 1 / (1 + ratio), 1 / (1 + 1 / ratio));
}
