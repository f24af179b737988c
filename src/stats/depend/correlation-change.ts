import { firstIndex } from '../bisect.ts';
import { studentTwoSided } from '../distributions/student.ts';
import { fisherZ, type Spread } from './batch-spread.ts';

/** A coefficient of one of two sides. */
export interface Correlated {
  /** In [−1, 1]. */
  value: number;
  spread: Spread;
  /** So many rows in a row tell as much of a coefficient as one that depends on none: see `bartlettTime`. */
  time: number;
}

/** How clearly a coefficient differs between two sides. */
export interface CorrelationChange {
  pValue: number;
  /** The standard error of the difference of the coefficients where nothing changed. */
  error: number;
  degreesOfFreedom: number;
}

/** Fewer independent rows say nothing of a coefficient. */
const LEAST_EFFECTIVE = 10;
/** Of so many pairs the largest difference is reckoned; of more, of every second, third, … */
const MOST_PAIRS = 2000;

/** What the variance of Fisher's z is of independent normal rows, times (rows − 3). Spearman: Bonett & Wright 2000. */
const NORMAL_FACTOR = { pearson: () => 1, spearman: (rho: number) => 1 + (rho * rho) / 2 } as const;

/**
 * How many rows in a row tell as much of a coefficient of correlation as one that depends on none, 1 + 2 Σ ρx(k) ρy(k) (Bartlett 1935), for
 * autoregressions of first order whose means are told by as many rows as the columns' are: (1 + φx φy) / (1 − φx φy) with φ = (time − 1) / (time + 1).
 * @param x the time of one column, ≥ 1: rows over effective rows
 * @param y that of the other
 * @returns e.g. 1 for any column beside one of independent rows, 9.526… for two of 19 (φ = 0.9)
 */
export function bartlettTime(x: number, y: number): number {
  const product = ((x - 1) / (x + 1)) * ((y - 1) / (y + 1));
  return (1 + product) / (1 - product);
}

/**
 * Whether a coefficient differs between two sides: the difference of Fisher's z over its standard error, by Student's law. The variance of each z is
 * the larger of that of normal rows at Bartlett's size, f / (rows / time − 3), and of what stretches of the rows tell (`batchSpread`), whose degrees of
 * freedom count (Welch's).
 *
 * Source: Fisher 1921; D. G. Bonett & T. A. Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations" (2000).
 *
 * @param method the coefficient
 * @param reference one side
 * @param current the other
 * @returns null where a side has fewer than ten independent rows
 */
export function correlationChange(
  method: keyof typeof NORMAL_FACTOR,
  reference: Correlated,
  current: Correlated,
): CorrelationChange | null {
  const sides = [reference, current].map(({ value, spread, time }) => {
    const normal = NORMAL_FACTOR[method](value) / (spread.rows / time - 3);
    const told = spread.variance > normal ? spread.variance ** 2 / (spread.batches - 1) : 0;
    return { z: fisherZ(value), variance: Math.max(normal, spread.variance), told, effective: spread.rows / time };
  });
  const [a, b] = sides;
  if (a === undefined || b === undefined || sides.some(({ effective }) => effective < LEAST_EFFECTIVE)) return null;
  const variance = a.variance + b.variance;
  const degreesOfFreedom = Math.min(1e6, variance ** 2 / (a.told + b.told));
  const common = Math.tanh((a.z * b.variance + b.z * a.variance) / variance);
  return {
    pValue: studentTwoSided((b.z - a.z) / Math.sqrt(variance), degreesOfFreedom),
    error: Math.sqrt(variance) * (1 - common * common),
    degreesOfFreedom,
  };
}

/**
 * The size that the largest of these differences exceeds by chance alone in a share `level` of the cases in which nothing changed, as if they did not
 * hang together (which makes it a little larger).
 * @param changes at least one
 * @param level in (0, 1)
 * @returns to a thousandth, at most 2
 */
export function largestByChance(changes: readonly CorrelationChange[], level: number): number {
  const stride = Math.ceil(changes.length / MOST_PAIRS);
  const sample = changes.filter((_, i) => i % stride === 0);
  const power = changes.length / sample.length;
  const exceeded = (size: number): number => {
    const logs = sample.reduce(
      (sum, { error, degreesOfFreedom }) => sum + Math.log1p(-studentTwoSided(size / error, degreesOfFreedom)),
      0,
    );
    return -Math.expm1(power * logs);
  };
  return firstIndex(1, 2000, (thousandths) => exceeded(thousandths / 1000) <= level) / 1000;
}
