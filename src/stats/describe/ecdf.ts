import { ecdfArenas, type EcdfArena } from './ecdf-arena.ts';
import { commonKernel, FOUND, kernelOf, type Kernel } from '../kernel/kernel.ts';

/** The empirical distribution of a numeric column: all that a test, distance, quantile or picture needs. */
export interface Ecdf {
  /** Distinct finite values, ascending; no −0. */
  values: Float64Array;
  /** How often each value occurs; none is 0. */
  counts: Uint32Array;
  /** Number of finite values. */
  size: number;
  missing: number;
  nan: number;
  positiveInfinity: number;
  negativeInfinity: number;
}

type FiveCounts = [number, number, number, number, number];

/**
 * Empirical cumulative distribution of a column, as sorted distinct values with counts. Ties are exact; −0 equals 0;
 * missing, NaN and infinite cells are counted apart and belong to no share.
 *
 * O(n): radix sort by the 33 bits that tell the values apart best, the rest by insertion or, where that would take long, by
 * radix too. 8 times as fast as the built-in sort at 10⁶ normal values; `values` is left as it is.
 *
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing (whatever `values` holds there); null for none
 * @param arena memory for the result, which is then valid until the arena is laid out anew; without it the result has its own
 * @returns e.g. values [1, 2] with counts [1, 2], size 3 and nan 1 for (2, 1, NaN, 2)
 */
export function ecdf(values: Float64Array, missing: Uint8Array | null = null, arena?: EcdfArena): Ecdf {
  const { kernel, addresses } = arena ?? ecdfArenas(commonKernel(), [values.length])[0]!;
  placeAt(kernel, values, addresses.rows);
  if (missing !== null) placeAt(kernel, missing, addresses.missing);
  const distinct = kernel.calls.curve(
    ...([addresses.rows, missing === null ? 0 : addresses.missing, values.length] as const),
    ...([addresses.values, addresses.spare, addresses.counts, addresses.upTo, FOUND, kernel.workspace] as const),
  );
  const [size, missingCells, nan, positiveInfinity, negativeInfinity] = kernel.words(FOUND, 5) as unknown as FiveCounts;
  const kept = <T extends Float64Array | Uint32Array>(view: T): T => (arena === undefined ? (view.slice() as T) : view);
  const column: Ecdf = {
    values: kept(kernel.doubles(addresses.values, distinct)),
    counts: kept(kernel.words(addresses.counts, distinct)),
    size,
    missing: missingCells,
    ...{ nan, positiveInfinity, negativeInfinity },
  };
  steps.set(column, { upTo: kept(kernel.words(addresses.upTo, distinct)), preceding: 0 });
  return column;
}

/** Copies an array to a place, if it does not stand there. */
function placeAt(kernel: Kernel, array: ArrayBufferView, place: number): void {
  if (kernelOf(array) !== kernel || array.byteOffset !== place) kernel.put(array, place);
}

/**
 * Position of the first entry from which on a condition holds, by bisection; the length where it never does.
 * @param sorted entries in an order in which the condition, once it holds, holds for all that follow
 * @param holds the condition on an entry
 */
export function firstWhere(sorted: Float64Array | Uint32Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The part of a distribution that lies in [low, high]; the other finite values are dropped, the counts of missing,
 * NaN and infinite cells stay.
 * The result is a view of the column. O(log n).
 * @param column any ECDF
 * @param low lowest value kept
 * @param high highest value kept
 */
export function truncated(column: Ecdf, low: number, high: number): Ecdf {
  const start = firstWhere(column.values, (value) => value >= low);
  const end = Math.max(
    start,
    firstWhere(column.values, (value) => value > high),
  );
  const { upTo, preceding } = stepsOf(column);
  const lowerCount = start === 0 ? preceding : upTo[start - 1]!;
  const size = end === start ? 0 : upTo[end - 1]! - lowerCount;
  const part = {
    ...column,
    values: column.values.subarray(start, end),
    counts: column.counts.subarray(start, end),
    size,
  };
  steps.set(part, { upTo: upTo.subarray(start, end), preceding: lowerCount });
  return part;
}

/** The steps of a cumulative curve. */
export interface Steps {
  /** Number of values ≤ each distinct value, and `preceding` more. */
  upTo: Uint32Array;
  /** Where the column is part of a larger one: how many values of that lie below. */
  preceding: number;
}

const steps = new WeakMap<Ecdf, Steps>();

/** The arrays of a cumulative curve. */
export interface CurveArrays {
  /** Distinct finite values, ascending. */
  values: Float64Array;
  /** Number of values ≤ each of them. */
  upTo: Uint32Array;
  /** How often each occurs, where that is known. */
  counts?: Uint32Array;
}

/**
 * The ECDF that a cumulative curve is of: the way back from `values` and `stepsOf`. O(distinct values) without `counts`.
 * @param curve its arrays, which are not copied
 * @param uncounted cells that are no finite value
 */
export function ecdfOfSteps(
  { values, upTo, counts = countsOf(upTo) }: CurveArrays,
  uncounted: Pick<Ecdf, 'missing' | 'nan' | 'positiveInfinity' | 'negativeInfinity'>,
): Ecdf {
  const column: Ecdf = { values, counts, size: upTo.at(-1) ?? 0, ...uncounted };
  steps.set(column, { upTo, preceding: 0 });
  return column;
}

const countsOf = (upTo: Uint32Array): Uint32Array => upTo.map((count, i) => count - (i === 0 ? 0 : upTo[i - 1]!));

/**
 * The steps of a column's cumulative curve. O(n) the first time for columns that neither `ecdf` nor `truncated` made, then kept
 * as long as the column.
 * @param column any ECDF
 */
export function stepsOf(column: Ecdf): Steps {
  const known = steps.get(column);
  if (known !== undefined) return known;
  const upTo = new Uint32Array(column.counts.length);
  let sum = 0;
  for (let i = 0; i < upTo.length; i++) upTo[i] = sum += column.counts[i]!;
  const made = { upTo, preceding: 0 };
  steps.set(column, made);
  return made;
}

/**
 * Number of values ≤ each distinct value; the last entry is the size. With it quantiles, bins and points of the curve are
 * bisections. O(n) for parts of a column (`truncated`), and the first time for columns that `ecdf` did not make.
 * @param column any ECDF
 */
export function cumulativeCounts(column: Ecdf): Uint32Array {
  const { upTo, preceding } = stepsOf(column);
  return preceding === 0 ? upTo : upTo.map((count) => count - preceding);
}

/**
 * The step function F(x) = share of values ≤ x, ready for many evaluations at O(log n) each.
 * @param column an ECDF with at least one finite value (without one, F is 0 everywhere)
 * @returns e.g. F(2) = 0.75 for (1, 2, 2, 5)
 */
export function cumulativeShare(column: Ecdf): (x: number) => number {
  const cumulative = cumulativeCounts(column);
  return (x) => {
    const position = firstWhere(column.values, (value) => value > x);
    return position === 0 ? 0 : cumulative[position - 1]! / column.size;
  };
}
