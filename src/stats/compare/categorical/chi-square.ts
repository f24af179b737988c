import { chiSquaredSf } from '../../distributions/chi-squared.ts';
import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';
import { requireBothSides } from '../../statistic-error.ts';

export interface ChiSquareResult {
  statistic: number;
  /** Levels that occur, less one. */
  degreesOfFreedom: number;
  pValue: number;
  /** The smallest expected count: the chi-squared law is rough where it is below about 1. */
  smallestExpected: number;
}

/**
 * Pearson's chi-square test of homogeneity of a 2 × k table, without continuity correction. The null hypothesis: both
 * columns have the same shares. Both sides count as random samples. Levels without any row are dropped; where one
 * level is left there is nothing to test: statistic 0, degrees of freedom 0, p-value 1. O(levels).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. statistic 0.6376811594202898, p-value 0.4245517323446325 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row
 */
export function chiSquareHomogeneity(reference: FrequencyTable, current: FrequencyTable): ChiSquareResult {
  const [n, m] = [reference.size, current.size];
  requireBothSides('chi_square', n, m);
  const common = commonLevels(reference, current);
  const smaller = Math.min(n, m) / (n + m);
  let [statistic, levels, smallestExpected] = [0, 0, Infinity];
  for (let i = 0; i < common.levels.length; i++) {
    const [r, c] = [common.reference[i]!, common.current[i]!];
    if (r + c === 0) continue;
    levels++;
    statistic += (r * m - c * n) ** 2 / (n * m * (r + c));
    smallestExpected = Math.min(smallestExpected, (r + c) * smaller);
  }
  const degreesOfFreedom = levels - 1;
  const pValue = degreesOfFreedom === 0 ? 1 : chiSquaredSf(statistic, degreesOfFreedom);
  return { statistic, degreesOfFreedom, pValue, smallestExpected };
}
