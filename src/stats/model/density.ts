/**
 * Counts of pairs on a square grid, row by row from the lowest y up; what lies outside counts in the cells at the edge.
 * O(n).
 * @param x one a row; NaN is left out
 * @param y as many
 * @param edges evenly spaced, the same on both axes
 */
export function squareCounts(x: Float64Array, y: Float64Array, edges: readonly number[]): number[] {
  const cells = edges.length - 1;
  const counts = new Float64Array(cells * cells);
  const [first = 0, last = 1] = [edges[0], edges.at(-1)];
  const scale = cells / (last - first);
  const cellOf = (value: number): number => Math.min(cells - 1, Math.max(0, Math.floor((value - first) * scale)));
  for (let row = 0; row < x.length; row++) {
    const a = x[row]!;
    const b = y[row]!;
    if (a === a && b === b) counts[cellOf(b) * cells + cellOf(a)]!++;
  }
  return [...counts];
}
