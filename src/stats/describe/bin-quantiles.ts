import type { BinSums } from '../../facts/summary.ts';
import { interpolate } from './quantiles.ts';

/**
 * Quantiles of a column that is known by bins: within a bin its values are taken to lie evenly between the least and the greatest. Off by
 * at most the distance of these two; exact where the bin holds one value. O(bins) each.
 *
 * @param sums at least one value
 * @param probabilities each in [0, 1]
 */
export const binQuantiles = (sums: BinSums, probabilities: readonly number[]): number[] =>
  probabilities.map((probability) => binQuantile(sums, probability));

function binQuantile({ counts, least, greatest }: BinSums, probability: number): number {
  const size = counts.reduce((sum, count) => sum + count, 0);
  const position = (size - 1) * probability;
  let before = 0;
  let last = NaN;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    if (count === 0) continue;
    // Between the last value of one bin and the first of the next.
    if (position < before) return interpolate(last, least[i]!, position - (before - 1));
    if (position <= before + count - 1) {
      return count === 1 ? least[i]! : interpolate(least[i]!, greatest[i]!, (position - before) / (count - 1));
    }
    before += count;
    last = greatest[i]!;
  }
  return last;
}
