/** Of the normal distribution, for 95 %. */
export const Z = 1.959963984540054;

/**
 * The interval of a share of independent rows (Wilson 1927).
 * @param share in [0, 1]
 * @param rows how many it is of, at least 1
 * @param z how far it reaches, in normal deviates; 1.96 for 95 %
 * @returns exactly 0 for a share of 0, and 1 for one of 1, on that side
 */
export function wilson(share: number, rows: number, z = Z): { low: number; high: number } {
  const square = z * z;
  const middle = (share + square / (2 * rows)) / (1 + square / rows);
  const reach = (z / (1 + square / rows)) * Math.sqrt((share * (1 - share)) / rows + square / (4 * rows * rows));
  return {
    low: share === 0 ? 0 : Math.max(0, middle - reach),
    high: share === 1 ? 1 : Math.min(1, middle + reach),
  };
}
