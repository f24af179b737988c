/** Of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of a share of independent rows (Wilson 1927).
 * @param share in [0, 1]
 * @param rows how many it is of, at least 1
 */
export function wilson(share: number, rows: number): { low: number; high: number } {
  const square = Z * Z;
  const middle = (share + square / (2 * rows)) / (1 + square / rows);
  const reach = (Z / (1 + square / rows)) * Math.sqrt((share * (1 - share)) / rows + square / (4 * rows * rows));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
