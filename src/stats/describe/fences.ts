import type { Ecdf } from './ecdf.ts';
import { quantiles } from './quantiles.ts';

export interface Range {
  low: number;
  high: number;
}

/** How many interquartile ranges beyond the quartiles a value still is ordinary: Tukey's "far out". */
const REACH = 3;
/** Share of the values on either side that may lie outside without stretching the fences. */
const TAIL = 0.001;

/**
 * The range outside which a value is an outlier: Tukey's outer fences (quartiles ± 3 interquartile ranges), widened
 * where they would cut more than the outermost 0.1 % on a side (in small columns: more than two values), as in skewed
 * columns and in those whose quartiles coincide. May reach beyond the smallest and largest value.
 *
 * @param column an ECDF with at least one finite value
 * @param transform a monotone scale on which to measure, e.g. Math.log10 for positive values; the fences are on it
 * @returns e.g. low −1, high 6 for (1, 2, 2, 3, 1000): 3 · 1 around the quartiles 2 and 3
 * @throws {StatisticError} without a finite value
 */
export const fences = (column: Ecdf, transform: (value: number) => number = (value) => value): Range =>
  fencesBy(column.size, (probabilities) => quantiles(column, probabilities).map(transform));

/**
 * The same of a column whose quantiles are known in another way.
 * @param size how many values it has, ≥ 1
 * @param quantilesAt gives its quantiles
 */
export function fencesBy(size: number, quantilesAt: (probabilities: readonly number[]) => readonly number[]): Range {
  const tail = Math.min(Math.max(TAIL, 2 / size), 0.25);
  const [low, q1, q3, high] = quantilesAt([tail, 0.25, 0.75, 1 - tail]) as [number, number, number, number];
  const reach = REACH * (q3 - q1);
  return { low: Math.min(low, q1 - reach), high: Math.max(high, q3 + reach) };
}
