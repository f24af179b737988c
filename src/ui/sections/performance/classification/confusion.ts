export interface ConfusionCell {
  value: number;
  /** How strongly the cell is filled, by the share of the true class; weak enough that text on it can be read. */
  shade: number;
}

const shares = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return row.map((count) => count / Math.max(1, sum));
  });

const shadeOf = (share: number): number => (share === 0 ? 0 : 0.08 + 0.32 * Math.min(1, Math.abs(share)));

/** Counts, shares of the true class or shares of the predicted class. */
export function confusionCells(
  matrix: readonly (readonly number[])[],
  by: 'count' | 'row' | 'column',
): ConfusionCell[][] {
  const columns = matrix.map((_, j) => matrix.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  return shares(matrix).map((row, i) =>
    row.map((share, j) => {
      const count = matrix[i]?.[j] ?? 0;
      const value = by === 'count' ? count : by === 'row' ? share : count / Math.max(1, columns[j] ?? 0);
      return { value, shade: shadeOf(share) };
    }),
  );
}

/** How much larger a share of each true class is predicted so in the current file. */
export function confusionDifference(
  reference: readonly (readonly number[])[],
  current: readonly (readonly number[])[],
): ConfusionCell[][] {
  const referenceShares = shares(reference);
  return shares(current).map((row, i) =>
    row.map((share, j) => {
      const value = share - (referenceShares[i]?.[j] ?? 0);
      return { value, shade: shadeOf(value) };
    }),
  );
}
