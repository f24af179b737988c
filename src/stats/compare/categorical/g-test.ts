import { chiSquaredSf } from '../../distributions/chi-squared.ts';
import { deviance } from '../../distributions/gamma-terms.ts';
import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';
import { requireBothSides } from '../../statistic-error.ts';

export interface GTestResult {
  statistic: number;
  /** Levels that occur, less one. */
  degreesOfFreedom: number;
  pValue: number;
}

// O ln(O / E) + E − O: the last two cancel over a table, and keep each term ≥ 0 and its digits.
const term = (observed: number, expected: number) => (observed === 0 ? expected : deviance(observed, expected));

/**
 * G test (likelihood ratio) of homogeneity of a 2 × k table, 2 Σ O ln(O / E), without correction. The null hypothesis:
 * both columns have the same shares. scipy's `chi2_contingency(lambda_="log-likelihood", correction=False)`. Levels
 * without any row are dropped; where one level is left there is nothing to test: statistic 0, p-value 1. The
 * chi-squared law is rough where expected counts are below about 5. O(levels).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. statistic 0.6512045305963543, p-value 0.419682357399098 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row
 */
export function gTest(reference: FrequencyTable, current: FrequencyTable): GTestResult {
  const [n, m] = [reference.size, current.size];
  requireBothSides('g_test', n, m);
  const common = commonLevels(reference, current);
  let [sum, levels] = [0, 0];
  for (let i = 0; i < common.levels.length; i++) {
    const [r, c] = [common.reference[i]!, common.current[i]!];
    if (r + c === 0) continue;
    levels++;
    sum += term(r, ((r + c) * n) / (n + m)) + term(c, ((r + c) * m) / (n + m));
  }
  const degreesOfFreedom = levels - 1;
  const pValue = degreesOfFreedom === 0 ? 1 : chiSquaredSf(2 * sum, degreesOfFreedom);
  return { statistic: 2 * sum, degreesOfFreedom, pValue };
}
