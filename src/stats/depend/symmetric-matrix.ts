/** A number for every pair of columns, row by row; null where it cannot be computed. */
export type PairMatrix = (number | null)[][];

/**
 * A symmetric matrix from its lower triangle.
 * @param size number of columns
 * @param entry the value of row i and column j ≤ i
 */
export function symmetricMatrix<T = number>(size: number, entry: (i: number, j: number) => T | null): (T | null)[][] {
  const matrix = Array.from({ length: size }, () => new Array<T | null>(size).fill(null));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i]![j] = matrix[j]![i] = entry(i, j);
  }
  return matrix;
}
