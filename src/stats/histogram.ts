import type { Ecdf } from './ecdf.ts';

/** `total` = the sum of all other counts. */
export interface BinCounts {
  counts: number[];
  /** Values under the first edge. */
  below: number;
  /** Values over the last edge. */
  above: number;
  total: number;
}

/**
 * Counts a column's finite values on given edges. A bin holds its left edge and not its right one; the last holds both.
 * O(distinct values + bins).
 *
 * @param column any ECDF
 * @param edges k + 1 increasing numbers, k ≥ 1
 * @returns e.g. counts [1, 2], below 1, above 0 for (0, 1, 2, 3) on the edges 1, 2, 3
 */
export function countBins(column: Ecdf, edges: readonly number[]): BinCounts {
  const counts = new Array<number>(edges.length - 1).fill(0);
  const last = edges[edges.length - 1]!;
  let [below, above, bin] = [0, 0, 0];
  for (let i = 0; i < column.values.length; i++) {
    const value = column.values[i]!;
    const count = column.counts[i]!;
    if (value < edges[0]!) below += count;
    else if (value > last) above += count;
    else {
      while (bin < counts.length - 1 && value >= edges[bin + 1]!) bin++;
      counts[bin]! += count;
    }
  }
  return { counts, below, above, total: column.size };
}
