import { cumulativeCounts, firstWhere, type Ecdf } from './ecdf.ts';

/** `total` = the sum of all other counts. */
export interface BinCounts {
  counts: number[];
  /** Values under the first edge. */
  underflow: number;
  /** Values over the last edge. */
  overflow: number;
  total: number;
}

/**
 * Counts a column's finite values on given edges. A bin holds its left edge and not its right one; the last holds both.
 * O(bins · log n) once the cumulative counts are known.
 *
 * @param column any ECDF
 * @param edges k + 1 increasing numbers, k ≥ 1
 * @returns e.g. counts [1, 2], underflow 1, overflow 0 for (0, 1, 2, 3) on the edges 1, 2, 3
 */
export function countBins(column: Ecdf, edges: readonly number[]): BinCounts {
  const cumulative = cumulativeCounts(column);
  const cumulativeAt = (position: number): number => (position === 0 ? 0 : cumulative[position - 1]!);
  const last = edges.length - 1;
  const lowerCounts = edges.map((edge, i) =>
    cumulativeAt(firstWhere(column.values, i < last ? (value) => value >= edge : (value) => value > edge)),
  );
  const counts = lowerCounts.slice(1).map((count, i) => count - lowerCounts[i]!);
  return { counts, underflow: lowerCounts[0]!, overflow: column.size - lowerCounts[last]!, total: column.size };
}
