import { cramerVonMises } from '../compare/numeric/cramer-von-mises.ts';
import type { Ecdf } from '../describe/ecdf.ts';
import { StatisticError } from '../statistic-error.ts';

/** The series of the limit law is cut after the first term below this, as scipy and Evidently do. */
const CUT = 1e-7;
/** Up to this many values on either side the p-value is exact. */
const EXACT_SIZE = 20;
/** Below this the distribution function is 0. */
const LEAST = 0.003;
const STEP = 1 / 32;

// exp(−q) K¼(q), the modified Bessel function, as ∫ exp(−q (1 + cosh t)) cosh(t / 4) dt by the trapezoidal rule.
function scaledBessel(q: number): number {
  let sum = Math.exp(-2 * q) / 2;
  for (let t = STEP; ; t += STEP) {
    const next = Math.exp(-q * (1 + Math.cosh(t))) * Math.cosh(t / 4);
    if (!(next > 0) || next < sum * Number.EPSILON * STEP) return sum * STEP;
    sum += next;
  }
}

// The limit law's distribution function at x, cut like scipy's (Csörgő & Faraway 1996, equation 1.2).
function cutSeries(x: number): number {
  let sum = 0;
  // Γ(k + ½) / k!
  let ratio = Math.sqrt(Math.PI);
  for (let k = 0; ; k++) {
    const odd = 4 * k + 1;
    const term = ((ratio * Math.sqrt(odd)) / (Math.PI ** 1.5 * Math.sqrt(x))) * scaledBessel(odd ** 2 / (16 * x));
    sum += term;
    if (Math.abs(term) < CUT) return sum;
    ratio *= (k + 0.5) / (k + 1);
  }
}

/**
 * P-value of Evidently's `cramer_von_mises`: that of `cramerVonMises`, but for the asymptotic one (more than 20 values on
 * a side) 1 less a series cut at 10⁻⁷, which is off by up to 10⁻⁸: here the same number counts. The exact one is off by
 * up to 4 · 10⁻⁷ there, where orders are counted in single precision; that is not done again. O(n + m).
 * @param reference an ECDF with at least two finite values
 * @param current an ECDF with at least two finite values
 * @throws {StatisticError} when a side has fewer than two finite values
 */
export function cramerVonMisesPValue(reference: Ecdf, current: Ecdf): number {
  const { statistic, pValue } = cramerVonMises(reference, current);
  const [n, m, total] = [reference.size, current.size, reference.size + current.size];
  const fewest = Math.min(n, m);
  if (fewest < 2) {
    throw new StatisticError('few-on-a-side', { statistic: 'evidently-cramer_von_mises', needed: 2, fewest });
  }
  if (Math.max(n, m) <= EXACT_SIZE) return pValue;
  const mean = (1 + 1 / total) / 6;
  const variance =
    ((total + 1) * (4 * n * m * total - 3 * (n * n + m * m) - 2 * n * m)) / (180 * total * total * n * m);
  const x = 1 / 6 + (statistic - mean) / Math.sqrt(45 * variance);
  return x < LEAST ? 1 : Math.max(0, 1 - cutSeries(x));
}
