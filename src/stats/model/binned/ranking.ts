import { rankingMeasures } from './score-sums.ts';
import { isTied, type ScoreBins } from './score-bins.ts';

/** A measure of scores that are known by bins: a number, and between which it is sure to be. */
export interface BoundedMeasure {
  value: number;
  atLeast: number;
  atMost: number;
}

/** From so many terms on, the sum of 1 / i is told by its logarithm to the last digits. */
const ONE_BY_ONE = 64;

/**
 * ROC AUC and average precision of scores that are known by bins. The value takes all scores of a bin for the same; the bounds are those of every order that
 * the scores of a bin may have: within it rows of the class come first, or last. O(bins).
 * @param positives scores of the class
 * @param negatives scores of other rows
 * @returns NaN where one of the two has no rows
 * @example boundedRanking of one bin with one row of each: AUC 0.5, at least 0, at most 1; average precision 0.5, at least 0.5, at most 1
 */
export function boundedRanking(
  positives: ScoreBins,
  negatives: ScoreBins,
): Record<'rocAuc' | 'averagePrecision', BoundedMeasure> {
  const [area, precision] = rankingMeasures(sideBySide(positives, negatives)) as [number, number];
  let [hitsAbove, missesAbove, open] = [0, 0, 0];
  let [lowest, highest] = [0, 0];
  for (let bin = positives.n.length - 1; bin >= 0; bin--) {
    const [hits, misses] = [positives.n[bin]!, negatives.n[bin]!];
    if (isTied(positives, negatives, bin)) {
      const tied = hits > 0 ? (hits * (hitsAbove + hits)) / (hitsAbove + hits + missesAbove + misses) : 0;
      lowest += tied;
      highest += tied;
    } else {
      open += hits * misses;
      lowest += precisionsOf(hitsAbove, hits, missesAbove + misses);
      highest += hits > 0 ? (hits * (hitsAbove + hits)) / (hitsAbove + hits + missesAbove) : 0;
    }
    hitsAbove += hits;
    missesAbove += misses;
  }
  const reach = open / 2 / (hitsAbove * missesAbove);
  return {
    rocAuc: { value: area, atLeast: area - reach, atMost: area + reach },
    averagePrecision: { value: precision, atLeast: lowest / hitsAbove, atMost: highest / hitsAbove },
  };
}

/**
 * Counts by bin, of rows that are not of the class and that are, as `rankingMeasures` takes them.
 * @param positives scores of the class
 * @param negatives scores of other rows
 */
export function sideBySide(positives: Pick<ScoreBins, 'n'>, negatives: Pick<ScoreBins, 'n'>): Float64Array {
  const counts = new Float64Array(2 * positives.n.length);
  positives.n.forEach((count, bin) => {
    counts[2 * bin] = negatives.n[bin] ?? 0;
    counts[2 * bin + 1] = count;
  });
  return counts;
}

/** Σ (hits + i) / (hits + i + misses) for i from 1 to `count`: rows of the class behind all others of their bin. */
function precisionsOf(hits: number, count: number, misses: number): number {
  if (misses === 0) return count;
  let sum = 0;
  const counted = Math.min(count, ONE_BY_ONE);
  for (let i = 1; i <= counted; i++) sum += (hits + i) / (hits + i + misses);
  if (count === counted) return sum;
  const first = hits + counted + misses;
  return sum + (count - counted) - misses * harmonicBetween(first, hits + count + misses);
}

/** Σ 1 / i for low < i ≤ high, both large. */
function harmonicBetween(low: number, high: number): number {
  const rest = (m: number): number => 1 / (2 * m) - 1 / (12 * m * m);
  return Math.log(high / low) + rest(high) - rest(low);
}
