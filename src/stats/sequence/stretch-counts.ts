/** How often each class or level occurs in each stretch that is used. */
export interface StretchCounts {
  /** Of each stretch that is used, a count a class. */
  counts: Float64Array[];
  /** Rows of each of them, and of all. */
  sizes: number[];
  rows: number;
  /** Of all of them together, a count a class. */
  total: Float64Array;
}

/**
 * Counts the rows of each stretch by class. Stretches with less than half of the rows of the usual one are not used.
 * O(rows + stretches · classes).
 * @param positions the class of each row, counted from 0
 * @param stretches the stretch of each row; negative for none
 * @param shape how many stretches and classes there are
 */
export function countStretches(
  positions: Uint16Array | Int32Array,
  stretches: Int32Array,
  shape: { stretches: number; classes: number },
): StretchCounts {
  const { stretches: count, classes } = shape;
  const [totals, sizes] = [new Float64Array(count * classes), new Float64Array(count)];
  for (let i = 0; i < positions.length; i++) {
    const stretch = stretches[i]!;
    if (stretch < 0) continue;
    totals[stretch * classes + positions[i]!]!++;
    sizes[stretch]!++;
  }
  const usual = sizes.slice().sort()[Math.floor(count / 2)] ?? 0;
  const used = Array.from(sizes.keys()).filter((stretch) => sizes[stretch]! > 0 && sizes[stretch]! >= usual / 2);
  const counts = used.map((stretch) => totals.subarray(stretch * classes, (stretch + 1) * classes));
  const total = new Float64Array(classes);
  for (const own of counts) for (let i = 0; i < classes; i++) total[i]! += own[i]!;
  const usedSizes = used.map((stretch) => sizes[stretch]!);
  return { counts, sizes: usedSizes, rows: usedSizes.reduce((sum, size) => sum + size, 0), total };
}
