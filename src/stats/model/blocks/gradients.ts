/** A step by which a sum is changed, as a share of it. */
const STEP = 1e-4;

/**
 * How much measures of sums change with each sum, by differences.
 * @param total sums over all rows
 * @param measures gives the measures from them
 * @returns one direction each measure, as long as `total`; 0 where a measure is not defined
 */
export function gradients(total: Float64Array, measures: (sums: Float64Array) => readonly number[]): Float64Array[] {
  const found = measures(total).map(() => new Float64Array(total.length));
  const moved = total.slice();
  for (let k = 0; k < total.length; k++) {
    const sum = total[k]!;
    const step = STEP * Math.max(1, Math.abs(sum));
    moved[k] = sum + step;
    const upperMeasures = measures(moved);
    moved[k] = sum - step;
    const lowerMeasures = measures(moved);
    moved[k] = sum;
    found.forEach((direction, i) => {
      const slope = (upperMeasures[i]! - lowerMeasures[i]!) / (2 * step);
      direction[k] = Number.isFinite(slope) ? slope : 0;
    });
  }
  return found;
}
