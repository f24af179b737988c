import { sortedOrder } from '../describe/sorted-order.ts';
import { symmetricMatrix, type PairMatrix } from './symmetric-matrix.ts';

const FEWEST_ROWS = 3;

const pairs = (n: number) => (n * (n - 1)) / 2;

// Pairs of rows with i < j and values[i] > values[j]: a merge sort counts them. Leaves the values sorted.
function inversions(values: Float64Array): number {
  let from = values;
  let to: Float64Array = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      count += mergeRuns(from, to, start, width);
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return count;
}

// Merges two neighbouring sorted runs of a width; gives the number of pairs that were out of order.
function mergeRuns(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  let count = 0;
  for (let k = start; k < end; k++) {
    if (right >= end || (left < middle && from[left]! <= from[right]!)) to[k] = from[left++]!;
    else {
      to[k] = from[right++]!;
      count += middle - left;
    }
  }
  return count;
}

// Pairs of neighbouring rows' runs in which `same` holds.
function tiedPairs(length: number, same: (row: number) => boolean): number {
  let tied = 0;
  let run = 1;
  for (let row = 1; row <= length; row++) {
    if (row < length && same(row)) run++;
    else {
      tied += pairs(run);
      run = 1;
    }
  }
  return tied;
}

const by = (values: Float64Array, order: Uint32Array) => Float64Array.from(order, (row) => values[row]!);

// Both columns in the rows that they have in common.
function common(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const shared = (_: number, row: number) => x[row] === x[row] && y[row] === y[row];
  return [x.filter(shared), y.filter(shared)];
}

/**
 * Kendall's rank correlation τ-b of two columns: concordant less discordant pairs of rows, over the geometric mean of
 * the pairs not tied in x and of those not tied in y; over the rows in which both have a value. Knight's (1966)
 * algorithm. Same values as scipy's `kendalltau`. Changes by nothing but its sign under monotone maps. O(n log n).
 *
 * @param x numbers; NaN is missing, ±∞ are the largest and smallest
 * @param y as many numbers
 * @returns in [−1, 1], e.g. 0.3333333333333333 for (1, 2, 3) and (1, 3, 2); null for fewer than three common rows, or
 * where a column does not vary in them
 */
export function kendall(x: Float64Array, y: Float64Array): number | null {
  const [ownX, ownY] = common(x, y);
  const n = ownX.length;
  if (n < FEWEST_ROWS) return null;
  const byY = sortedOrder(ownY);
  const [sortedX, sortedY] = [by(ownX, byY), by(ownY, byY)];
  const tiedY = tiedPairs(n, (row) => sortedY[row] === sortedY[row - 1]);
  const byXThenY = sortedOrder(sortedX);
  const [finalX, finalY] = [by(sortedX, byXThenY), by(sortedY, byXThenY)];
  const tiedX = tiedPairs(n, (row) => finalX[row] === finalX[row - 1]);
  const tiedBoth = tiedPairs(n, (row) => finalX[row] === finalX[row - 1] && finalY[row] === finalY[row - 1]);
  const [untiedX, untiedY] = [pairs(n) - tiedX, pairs(n) - tiedY];
  if (untiedX === 0 || untiedY === 0) return null;
  const difference = untiedX - tiedY + tiedBoth - 2 * inversions(finalY);
  return Math.max(-1, Math.min(1, difference / Math.sqrt(untiedX) / Math.sqrt(untiedY)));
}

/**
 * Kendall's τ-b of every pair of columns, pairwise complete. O(n log n) a pair.
 * @param columns one array a column, all of one length; NaN is missing
 * @returns in [−1, 1]; null where `kendall` is
 */
export function kendallMatrix(columns: readonly Float64Array[]): PairMatrix {
  return symmetricMatrix(columns.length, (i, j) => kendall(columns[i]!, columns[j]!));
}
