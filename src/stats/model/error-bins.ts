import type { ErrorBin } from '../../facts/document/model/regression.ts';
import { sortFloat64 } from '../describe/sort.ts';
import { sortedQuantile } from '../describe/small-summaries.ts';

/**
 * Mean and type-7 quantiles of the errors of each bin. O(n log n).
 * @param codes the bin of each row, −1 for none
 * @param bins how many there are
 * @param error one a row, NaN where left out
 */
export function errorBins(codes: Int32Array, bins: number, error: Float64Array): ErrorBin[] {
  const counts = new Int32Array(bins);
  const counted = (row: number): boolean => codes[row]! >= 0 && error[row]! === error[row]!;
  for (let row = 0; row < codes.length; row++) if (counted(row)) counts[codes[row]!]!++;
  const held = Array.from(counts, (count) => new Float64Array(count));
  const next = new Int32Array(bins);
  for (let row = 0; row < codes.length; row++) if (counted(row)) held[codes[row]!]![next[codes[row]!]!++] = error[row]!;
  return held.map((values): ErrorBin => {
    if (values.length === 0) return { count: 0, mean: null, q05: null, q25: null, q50: null, q75: null, q95: null };
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sorted = sortFloat64(values);
    const quantile = (probability: number): number => sortedQuantile(sorted, probability);
    return {
      count: values.length,
      mean,
      q05: quantile(0.05),
      q25: quantile(0.25),
      q50: quantile(0.5),
      q75: quantile(0.75),
      q95: quantile(0.95),
    };
  });
}
