import { chiSquaredSf } from '../distributions/chi-squared.ts';
import { StatisticError } from '../statistic-error.ts';
import type { CountPair } from './column-pair.ts';

const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);

// Both statistics as (observed, expected) → one part; an observed level with nothing expected is infinitely far off.
function fitPValue(counts: CountPair, part: (observed: number, expected: number) => number): number {
  const scale = sum(counts.current) / sum(counts.reference);
  const parts = counts.current.map((observed, i) => {
    const expected = counts.reference[i]! * scale;
    return expected === 0 ? Infinity : part(observed, expected);
  });
  const levels = counts.reference.length;
  return levels === 1 ? NaN : chiSquaredSf(sum(parts), levels - 1);
}

/**
 * P-value of Evidently's `chisquare`: Pearson's chi-square test of goodness of fit of the current counts to the
 * reference's, scaled to the current size. The reference counts as the truth, without sampling error, so that of
 * unchanged columns of equal sizes far more than α are called drifted (`chiSquareHomogeneity` does not); a new level
 * gives 0. O(levels).
 * @param counts of all levels that either side has, with a row on each side
 * @returns e.g. 0.31731050786291115 for counts (24, 6) and (22, 3); NaN for a single level, as there
 */
export function chiSquareFit(counts: CountPair): number {
  return fitPValue(counts, (observed, expected) => (observed - expected) ** 2 / expected);
}

/**
 * P-value of Evidently's `g_test`: the likelihood-ratio test of goodness of fit of the current counts to the
 * reference's. Otherwise as `chiSquareFit`. O(levels).
 * @param counts of all levels that either side has, with a row on each side
 * @returns e.g. 0.5256928691118512 for counts (5, 5) and (6, 4); NaN for a single level
 * @throws {StatisticError} where the sides have different sizes: Evidently compares counts unscaled
 */
export function gFit(counts: CountPair): number {
  const [n, m] = [sum(counts.reference), sum(counts.current)];
  if (n !== m) throw new StatisticError('unequal-sizes', { statistic: 'evidently-g_test', reference: n, current: m });
  return fitPValue(counts, (observed, expected) => (observed === 0 ? 0 : 2 * observed * Math.log(observed / expected)));
}
