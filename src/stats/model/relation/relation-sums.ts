/** Rows by bin, with means and squares of a series and of the feature that the bins are of. */
export interface RelationSums {
  counts: Float64Array;
  /** Means of the feature; 0 for a bin without rows, and where bins are categories. */
  x: Float64Array;
  /** Means of the series; 0 for a bin without rows. */
  y: Float64Array;
  /** Sums of squared deviations from the means of the bin, and of their products. */
  xx: Float64Array;
  xy: Float64Array;
  yy: Float64Array;
}

/** A file's rows as a relation is looked for in them. */
export interface RelationRows {
  /** The bin of each row, −1 for none. */
  codes: Int32Array;
  /** The feature; null where bins are categories. */
  x: Float64Array | null;
  /** What depends on it; NaN is left out. */
  y: Float64Array;
}

/**
 * Means and products by bin. Sums are taken of what lies beyond the first row of each bin, so that an offset costs no
 * precision. O(n).
 * @param rows see `RelationRows`
 * @param bins how many bins there are
 */
export function relationSums({ codes, x, y }: RelationRows, bins: number): RelationSums {
  const table = (): Float64Array => new Float64Array(bins);
  const sums: RelationSums = { counts: table(), x: table(), y: table(), xx: table(), xy: table(), yy: table() };
  const [firstX, firstY] = [table(), table()];
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    const value = y[row]!;
    if (bin < 0 || value !== value) continue;
    const place = x === null ? 0 : x[row]!;
    if (sums.counts[bin]!++ === 0) [firstX[bin], firstY[bin]] = [place, value];
    const dx = place - firstX[bin]!;
    const dy = value - firstY[bin]!;
    sums.x[bin]! += dx;
    sums.y[bin]! += dy;
    sums.xx[bin]! += dx * dx;
    sums.xy[bin]! += dx * dy;
    sums.yy[bin]! += dy * dy;
  }
  for (let bin = 0; bin < bins; bin++) centre(sums, bin, { x: firstX[bin]!, y: firstY[bin]! });
  return sums;
}

/** Turns the sums of a bin into means and into squares about them. */
function centre({ counts, x, y, xx, xy, yy }: RelationSums, bin: number, first: { x: number; y: number }): void {
  const count = counts[bin]!;
  if (count === 0) return;
  const [dx, dy] = [x[bin]! / count, y[bin]! / count];
  xx[bin] = Math.max(0, xx[bin]! - count * dx * dx);
  yy[bin] = Math.max(0, yy[bin]! - count * dy * dy);
  xy[bin]! -= count * dx * dy;
  x[bin] = first.x + dx;
  y[bin] = first.y + dy;
}

/** So small a part of the mean square is rounding. */
const ROUNDING = 1e-12;

/**
 * The slope of the series on the feature inside each bin, of both files together; 0 where the feature does not vary there.
 * @param reference see `relationSums`
 * @param current the same bins
 */
export function pooledSlopes(reference: RelationSums, current: RelationSums): Float64Array {
  return reference.xx.map((square, bin) => {
    const squares = square + current.xx[bin]!;
    const size = reference.counts[bin]! * reference.x[bin]! ** 2 + current.counts[bin]! * current.x[bin]! ** 2;
    return squares > ROUNDING * size ? (reference.xy[bin]! + current.xy[bin]!) / squares : 0;
  });
}
