/** Evenly spaced points on which all values of a column lie. */
export interface Grid {
  start: number;
  spacing: number;
  /** From the first to the last value, unused ones included. */
  points: number;
}

/** How far off the grid, in spacings, a value may lie: rounding of decimals, not more. */
const TOLERANCE = 1e-4;
/** Half a spacing must still be seen by a double: relative to the values, and in itself. */
const COARSENESS = 1e-14;
const SMALLEST = 1e-300;

function smallestGap(values: Float64Array): number {
  let gap = Infinity;
  for (let i = 1; i < values.length; i++) gap = Math.min(gap, values[i]! - values[i - 1]!);
  return Number(gap.toPrecision(12));
}

/**
 * The grid of a column of integers, cents, half points and the like: spacing is its smallest gap. O(limit).
 * @param values distinct, ascending
 * @param limit the most points a grid may have
 * @returns null where the values lie on no grid, on a finer one, or are fewer than two; e.g. start 1, spacing 0.5,
 * points 5 for (1, 1.5, 3)
 */
export function gridOf(values: Float64Array, limit: number): Grid | null {
  if (values.length < 2 || values.length > limit) return null;
  const start = values[0]!;
  const spacing = smallestGap(values);
  const magnitude = Math.max(Math.abs(start), Math.abs(values.at(-1)!));
  if (spacing < COARSENESS * magnitude || spacing < SMALLEST) return null;
  const points = Math.round((values.at(-1)! - start) / spacing) + 1;
  if (!(points <= limit)) return null;
  const onGrid = values.every((value) => {
    const index = (value - start) / spacing;
    return Math.abs(index - Math.round(index)) < TOLERANCE;
  });
  return onGrid ? { start, spacing, points } : null;
}
