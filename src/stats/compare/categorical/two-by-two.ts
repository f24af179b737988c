import type { StatisticId } from '../../../facts/statements/statistic-reasons.ts';
import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';
import { requireBothSides, StatisticError } from '../../statistic-error.ts';

/** Rows of the first level and of the other one, on both sides. */
export interface TwoByTwo {
  reference: [first: number, other: number];
  current: [first: number, other: number];
}

/**
 * Two tables of a column with at most two levels; levels without a row do not count.
 * @param statistic what asks
 * @param reference a table with at least one row; its first level that is used anywhere is the first
 * @param current a table with at least one row
 * @throws {StatisticError} when a side has no row, or there are more than two levels
 */
export function twoByTwo(statistic: StatisticId, reference: FrequencyTable, current: FrequencyTable): TwoByTwo {
  requireBothSides(statistic, reference.size, current.size);
  const common = commonLevels(reference, current);
  const used = common.levels.flatMap((_, i) => (common.reference[i]! + common.current[i]! > 0 ? [i] : []));
  if (used.length > 2) throw new StatisticError('many-categories', { statistic, most: 2, found: used.length });
  const side = (counts: Float64Array): [number, number] => [counts[used[0]!]!, counts[used[1]!] ?? 0];
  return { reference: side(common.reference), current: side(common.current) };
}
