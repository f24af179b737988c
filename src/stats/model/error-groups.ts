import { firstIndex } from '../bisect.ts';
import { sortedQuantile } from '../describe/small-summaries.ts';
import { sortFloat64 } from '../describe/sort.ts';

export interface ErrorLimits {
  /** Errors up to here are the lowest 5 %. */
  low: number;
  /** Errors from here on are the highest 5 %. */
  high: number;
}

/**
 * The mean of numbers.
 * @param values finite
 * @returns NaN without any
 */
export function meanOf(values: Float64Array): number {
  const [first = NaN] = values;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! - first;
  return first + sum / values.length;
}

/**
 * The finite values in order.
 * @param values one a row
 */
export function sortedFinite(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value - value === 0) kept[count++] = value;
  }
  return sortFloat64(kept.subarray(0, count));
}

/**
 * The sizes of sorted values in order, O(n).
 * @param sorted increasing, finite
 */
export function sortedSizes(sorted: Float64Array): Float64Array {
  const sizes = new Float64Array(sorted.length);
  let upper = countBelow(sorted, 0);
  let lower = upper - 1;
  for (let i = 0; i < sizes.length; i++) {
    const takesBelow = lower >= 0 && (upper >= sorted.length || -sorted[lower]! <= sorted[upper]!);
    sizes[i] = takesBelow ? -sorted[lower--]! : sorted[upper++]!;
  }
  return sizes;
}

/**
 * How many of sorted values lie below a limit. O(log n).
 * @param sorted increasing
 * @param limit any
 */
export const countBelow = (sorted: Float64Array, limit: number): number =>
  firstIndex(0, sorted.length, (i) => sorted[i]! >= limit);

/**
 * How many of sorted values are at most as large as a limit. O(log n).
 * @param sorted increasing
 * @param limit any
 */
export const countUpTo = (sorted: Float64Array, limit: number): number =>
  firstIndex(0, sorted.length, (i) => sorted[i]! > limit);

/**
 * The errors that part the 5 % of rows with the lowest errors and the 5 % with the highest from those between: type-7
 * quantiles at 0.05 and 0.95, as in Evidently.
 * @param error one a row, NaN where left out
 * @param sorted the same in order, where it is known
 * @returns null without any row
 */
export function errorGroups(error: Float64Array, sorted: Float64Array = sortedFinite(error)): ErrorLimits | null {
  if (sorted.length === 0) return null;
  return { low: sortedQuantile(sorted, 0.05), high: sortedQuantile(sorted, 0.95) };
}
