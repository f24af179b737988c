import type { StratumWeights } from './stratum-weights.ts';

/** A mean over the rows of one side, each stratum with its weight. */
export interface StratifiedMean {
  mean: number;
  /** What independent rows add to its variance. */
  variance: number;
  /** Of each row, its value less the mean of its stratum; NaN in rows that are not used. */
  residuals: Float64Array;
}

/**
 * Σ w_h x̄_h over the strata that are used, and its variance Σ w_h² s_h² / n_h; s_h is of all strata together where a
 * stratum has a single row. O(rows).
 * @param values one a row; NaN in rows without one
 * @param strata of each row; negative for none
 * @param weights of the strata, counted over rows that have a value
 */
export function stratifiedMean(
  values: Float64Array,
  strata: Int32Array,
  { shares }: Pick<StratumWeights, 'shares'>,
): StratifiedMean {
  const isUsed = (row: number): boolean =>
    strata[row]! >= 0 && shares[strata[row]!]! > 0 && values[row] === values[row];
  const [sums, sizes, squares] = [0, 1, 2].map(() => new Float64Array(shares.length)) as Sums;
  for (let row = 0; row < values.length; row++) {
    if (!isUsed(row)) continue;
    sums[strata[row]!]! += values[row]!;
    sizes[strata[row]!]!++;
  }
  const residuals = values.map((value, row) =>
    isUsed(row) ? value - sums[strata[row]!]! / sizes[strata[row]!]! : NaN,
  );
  for (let row = 0; row < values.length; row++) if (isUsed(row)) squares[strata[row]!]! += residuals[row]! ** 2;
  const spare = sizes.reduce((sum, size) => sum + Math.max(0, size - 1), 0);
  const common = spare === 0 ? NaN : squares.reduce((sum, square) => sum + square, 0) / spare;
  let [mean, variance] = [0, 0];
  shares.forEach((share, h) => {
    if (share === 0) return;
    mean += (share * sums[h]!) / sizes[h]!;
    variance += (share * share * (sizes[h]! > 1 ? squares[h]! / (sizes[h]! - 1) : common)) / sizes[h]!;
  });
  return { mean, variance, residuals };
}

type Sums = [Float64Array, Float64Array, Float64Array];
