import { deviance, stirlingError } from './gamma-terms.ts';

// Log of the binomial probability of k among n, by Loader's saddle point form.
function logBinomial(k: number, n: number, p: number): number {
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const exponent = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  return exponent - deviance(k, n * p) - deviance(n - k, n * (1 - p)) + Math.log(n / (2 * Math.PI * k * (n - k))) / 2;
}

/**
 * Probability of k marked ones among n drawn without replacement from a population in which `marked` are marked and
 * `unmarked` are not (Loader 2000): about 10⁻¹² relative up to millions.
 * @param k a whole number, at most n and `marked`, at least n − `unmarked`
 * @param n how many are drawn, ≥ 1 and less than the population
 * @param marked ≥ 0
 * @param unmarked ≥ 0
 * @returns e.g. 0.5 for (1, 1, 2, 2)
 */
export function hypergeometric(k: number, n: number, marked: number, unmarked: number): number {
  const p = n / (marked + unmarked);
  return Math.exp(logBinomial(k, marked, p) + logBinomial(n - k, unmarked, p) - logBinomial(n, marked + unmarked, p));
}
