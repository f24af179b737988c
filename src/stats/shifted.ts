import type { Ecdf } from './ecdf.ts';

/**
 * The middle one of a column's distinct values: a place to measure from. Unlike a mean or median it is a value of the
 * column, so that the differences of values near it are exact, whatever their offset.
 * @param column an ECDF with at least one finite value
 */
export function middleValue(column: Ecdf): number {
  return column.values[column.values.length >>> 1]!;
}

/**
 * A column less a number. O(distinct values).
 * @param column any ECDF
 * @param by what to subtract
 */
export function shifted(column: Ecdf, by: number): Ecdf {
  return { ...column, values: column.values.map((value) => value - by) };
}
