import { sortFloat64 } from './sort.ts';

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

/** Memory that serves one column after another: at least as many entries as the column has rows. */
export interface EcdfRoom {
  values: Float64Array;
  counts: Uint32Array;
}

type Special = Pick<Ecdf, 'missing' | 'nan' | 'positiveInfinity' | 'negativeInfinity'>;

// Counts the cells that are no finite value, and copies the others to the front of `finite`.
function split(values: Float64Array, missing: Uint8Array | null, finite: Float64Array): Special {
  const special = { missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
  let size = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (missing !== null && missing[row] === 1) special.missing++;
    else if (value - value === 0) finite[size++] = value + 0;
    else if (value === Infinity) special.positiveInfinity++;
    else if (value === -Infinity) special.negativeInfinity++;
    else special.nan++;
  }
  return special;
}

// Moves the distinct values of a sorted array to its front and returns how often each occurs.
function runLengths(sorted: Float64Array, counts: Uint32Array): Uint32Array {
  let distinct = -1;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (distinct >= 0 && value === sorted[distinct]) counts[distinct]!++;
    else {
      sorted[++distinct] = value;
      counts[distinct] = 1;
    }
  }
  return counts.subarray(0, distinct + 1);
}

/**
 * Empirical cumulative distribution of a column, as sorted distinct values with counts. Ties are exact; −0 equals 0;
 * missing, NaN and infinite cells are counted apart and belong to no share.
 *
 * O(n) for the usual column (see `sortFloat64`); `values` is left as it is.
 *
 * @param values one number a row
 * @param missing one byte a row, 1 where the cell is missing (whatever `values` holds there); null for none
 * @param room memory for the result, which is then valid until the room is used again; without it the result has its own
 * @returns e.g. values [1, 2] with counts [1, 2], size 3 and nan 1 for (2, 1, NaN, 2)
 */
export function ecdf(values: Float64Array, missing: Uint8Array | null = null, room?: EcdfRoom): Ecdf {
  const buffer = room?.values.subarray(0, values.length) ?? new Float64Array(values.length);
  const special = split(values, missing, buffer);
  const size = values.length - special.missing - special.nan - special.positiveInfinity - special.negativeInfinity;
  const sorted = sortFloat64(buffer.subarray(0, size));
  const counts = runLengths(sorted, room?.counts ?? new Uint32Array(size));
  const distinct = sorted.subarray(0, counts.length);
  // A copy frees the rest; where most values are distinct it would cost more than the rest.
  if (room !== undefined || 2 * counts.length > values.length) return { values: distinct, counts, size, ...special };
  return { values: distinct.slice(), counts: counts.slice(), size, ...special };
}

/**
 * Position of the first entry from which on a condition holds, by bisection; the length where it never does.
 * @param sorted entries in an order in which the condition, once it holds, holds for all that follow
 * @param holds the condition on an entry
 */
export function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
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
 * The result is a view of the column. O(log n) once its cumulative counts are known.
 * @param column any ECDF
 * @param low lowest value kept
 * @param high highest value kept
 */
export function within(column: Ecdf, low: number, high: number): Ecdf {
  const start = firstWhere(column.values, (value) => value >= low);
  const end = Math.max(
    start,
    firstWhere(column.values, (value) => value > high),
  );
  const cumulative = cumulativeCounts(column);
  const below = start === 0 ? 0 : cumulative[start - 1]!;
  const size = end === start ? 0 : cumulative[end - 1]! - below;
  return { ...column, values: column.values.subarray(start, end), counts: column.counts.subarray(start, end), size };
}

const known = new WeakMap<Ecdf, Float64Array>();

/**
 * Number of values ≤ each distinct value; the last entry is the size. O(n) the first time, then kept as long as the
 * column: with it quantiles, bins and points of the curve are bisections.
 * @param column any ECDF
 */
export function cumulativeCounts(column: Ecdf): Float64Array {
  const before = known.get(column);
  if (before !== undefined) return before;
  const cumulative = new Float64Array(column.counts.length);
  let sum = 0;
  for (let i = 0; i < cumulative.length; i++) cumulative[i] = sum += column.counts[i]!;
  known.set(column, cumulative);
  return cumulative;
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
