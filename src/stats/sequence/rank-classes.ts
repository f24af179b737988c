import { elementAt } from '../../facts/element-at.ts';
import { cumulativeCounts, firstWhere, type Ecdf } from '../describe/ecdf.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';

/** At most this many classes, a power of two. What they leave out is 4 · 10⁻⁶ of the ranks' variance. */
const CLASSES = 512;

/** A column's values put into classes of neighbours. */
export interface RankClasses {
  /** Classes in use. */
  count: number;
  /** The largest value of each class, ascending; Infinity in classes that are not used. */
  tops: Float64Array;
  /** The mean rank of each class, less the mean of all ranks. */
  ranks: Float64Array;
}

/**
 * Up to 512 classes of a column's distinct values: each value is one while there are few; otherwise neighbours share one
 * until it holds its share of the rows.
 * @param column an ECDF with at least one finite value
 */
export function rankClasses(column: Ecdf): RankClasses {
  const cumulative = cumulativeCounts(column);
  const isShort = cumulative.length <= CLASSES;
  const fewestRows = isShort ? 0 : column.size / CLASSES;
  const [tops, ranks] = [new Float64Array(CLASSES).fill(Infinity), new Float64Array(CLASSES)];
  let [count, lowerRows] = [0, 0];
  for (let start = 0; start < cumulative.length;) {
    const holds = (upTo: number): boolean => upTo - lowerRows >= fewestRows || upTo === column.size;
    const top = start + (isShort ? 0 : firstWhere(cumulative.subarray(start), holds));
    const upTo = elementAt(cumulative, top);
    tops[count] = elementAt(column.values, top);
    ranks[count++] = (lowerRows + upTo - column.size) / 2;
    lowerRows = upTo;
    start = top + 1;
  }
  return { count, tops, ranks };
}

/**
 * What a table holds for the class of each finite value. A row costs nine comparisons, where its own rank would cost a
 * sorted permutation.
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing; null for none
 * @param classes those of a column whose largest value is not exceeded
 * @param table a number a class
 * @returns one number a finite value, in row order
 */
export function lookUpClasses(
  values: Float64Array,
  missing: Uint8Array | null,
  { tops }: RankClasses,
  table: Float64Array,
): Float64Array {
  const { kernel, addresses, tables } = placeArrays([values, missing ?? 0, tops, table], [8 * values.length]);
  const [atValues, atMissing, atTops, atTable] = addresses;
  const [found] = tables;
  const size = kernel.calls.lookUp(...([atValues, atMissing, values.length, atTops, atTable, CLASSES, found] as const));
  return kernel.doubles(found, size).slice();
}

/**
 * Mid-ranks of a column's finite values in the order of its rows, less their mean. Exact for up to 512 distinct values;
 * with more, values share the mean rank of their class of about 1/512 of the rows, which no autocorrelation shows.
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing; null for none
 * @param column the ECDF of these values
 * @returns one rank a finite value, e.g. (−1, 0.5, 0.5) for (1, 2, NaN, 2)
 */
export function centredRanks(values: Float64Array, missing: Uint8Array | null, column: Ecdf): Float64Array {
  const classes = rankClasses(column);
  return lookUpClasses(values, missing, classes, classes.ranks);
}

const POSITIONS = Float64Array.from({ length: CLASSES }, (_, i) => i);

/**
 * The class of each finite value.
 * @param values finite numbers
 * @param classes those of a column whose largest value is not exceeded
 * @returns positions among the classes
 */
export const positionsOf = (values: Float64Array, classes: RankClasses): Uint16Array =>
  Uint16Array.from(lookUpClasses(values, null, classes, POSITIONS));
