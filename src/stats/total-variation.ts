import { commonLevels, type FrequencyTable } from './frequency-table.ts';
import { requireBothSides } from './statistic-error.ts';

/**
 * Total variation distance, ½ Σ |share in reference − share in current|: the share of rows that would have to change
 * their category to turn one column into the other. In [0, 1]. O(levels).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. 0.08 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row
 */
export function totalVariation(reference: FrequencyTable, current: FrequencyTable): number {
  const [n, m] = [reference.size, current.size];
  requireBothSides('Total variation', n, m);
  const common = commonLevels(reference, current);
  const gaps = common.reference.map((count, i) => Math.abs(count * m - common.current[i]! * n));
  return gaps.reduce((sum, gap) => sum + gap, 0) / (2 * n * m);
}
