/** A number for every pair of columns, row by row; null where it cannot be computed. */
export type PairMatrix = (number | null)[][];

/**
 * A symmetric matrix from its lower triangle.
 * @param size number of columns
 * @param entry the value of row i and column j ≤ i
 */
export function symmetricMatrix(size: number, entry: (i: number, j: number) => number | null): PairMatrix {
  const matrix: PairMatrix = Array.from({ length: size }, () => new Array<number | null>(size).fill(null));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i]![j] = matrix[j]![i] = entry(i, j);
  }
  return matrix;
}
