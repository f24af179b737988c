/** Rows by bin, with the mean and the sum of squared deviations of a series in each. */
export interface BinMeans {
  counts: Float64Array;
  /** 0 for a bin without rows. */
  means: Float64Array;
  /** Σ (value − mean of its bin)², by bin. */
  squares: Float64Array;
}

/**
 * Means of a series by bin, over the rows that have both (Welford 1962: an offset does not cost precision). O(n).
 * @param codes the bin of each row, −1 for none
 * @param bins how many bins there are
 * @param values one a row; NaN is left out
 */
export function binMeans(codes: Int32Array, bins: number, values: ArrayLike<number>): BinMeans {
  const [counts, means, squares] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    const value = values[row]!;
    if (bin < 0 || value !== value) continue;
    const deviation = value - means[bin]!;
    means[bin]! += deviation / ++counts[bin]!;
    squares[bin]! += deviation * (value - means[bin]!);
  }
  return { counts, means, squares };
}

/**
 * The share of a series' variance that lies between the means of the bins: η² less what bins without meaning would
 * explain by luck, 1 − (1 − η²)(n − 1)/(n − k) for k bins with rows (Ezekiel 1930).
 * @param bins see `binMeans`
 * @returns in [0, 1], 0 where luck would explain more; null where the series does not vary or there are too few rows
 */
export function explainedVariance({ counts, means, squares }: BinMeans): number | null {
  const used = [...counts.keys()].filter((bin) => counts[bin]! > 0);
  const rows = used.reduce((sum, bin) => sum + counts[bin]!, 0);
  const mean = used.reduce((sum, bin) => sum + means[bin]! * (counts[bin]! / rows), 0);
  const within = used.reduce((sum, bin) => sum + squares[bin]!, 0);
  const between = used.reduce((sum, bin) => sum + counts[bin]! * (means[bin]! - mean) ** 2, 0);
  if (rows <= used.length || !(within + between > 0)) return null;
  const share = within / (within + between);
  return Math.max(0, 1 - (share * (rows - 1)) / (rows - used.length));
}
