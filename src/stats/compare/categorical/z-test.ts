import { normalSf } from '../../distributions/normal.ts';
import type { FrequencyTable } from '../../describe/frequency-table.ts';
import { twoByTwo } from './two-by-two.ts';

export interface ZTestResult {
  /** Positive where the first level has the larger share in the reference. */
  statistic: number;
  /** Two-sided. */
  pValue: number;
}

/**
 * Two-proportion z test with pooled variance, two-sided, without continuity correction; for a column of two levels. The
 * null hypothesis: the first level has the same share on both sides. The square of z is the chi-square statistic of
 * homogeneity. For large samples. Where there is one level only, nothing can be tested: z 0, p-value 1. O(levels).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. statistic −0.7985494095046904, p-value 0.4245517323446325 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row, or there are more than two levels
 */
export function zTest(reference: FrequencyTable, current: FrequencyTable): ZTestResult {
  const table = twoByTwo('Two-proportion z test', reference, current);
  const [[a, b], [c, d]] = [table.reference, table.current];
  if (b + d === 0) return { statistic: 0, pValue: 1 };
  const [n, m] = [a + b, c + d];
  const statistic = (a * d - b * c) / Math.sqrt(n * m) / Math.sqrt((a + c) * ((b + d) / (n + m)));
  return { statistic, pValue: Math.min(1, 2 * normalSf(Math.abs(statistic))) };
}
