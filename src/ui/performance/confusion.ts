export interface ConfusionCell {
  value: number;
  /** How strongly the cell is filled: 0, then from 0.08 to 0.85; never in between where no text could be read. */
  shade: number;
}

/** Counts, shares of the true class or shares of the predicted class; shaded by the share of the true class. */
export function confusionCells(
  matrix: readonly (readonly number[])[],
  by: 'count' | 'row' | 'column',
): ConfusionCell[][] {
  const sums = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = matrix.map((_, j) => matrix.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  return matrix.map((row, i) =>
    row.map((count, j) => {
      const share = count / Math.max(1, sums[i] ?? 0);
      const value = by === 'count' ? count : by === 'row' ? share : count / Math.max(1, columns[j] ?? 0);
      return { value, shade: share === 0 ? 0 : 0.08 + 0.32 * share };
    }),
  );
}
