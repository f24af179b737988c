import { fisherExact } from '../compare/categorical/fisher-exact.ts';
import type { FrequencyTable } from '../describe/frequency-table.ts';
import { StatisticError } from '../statistic-error.ts';

/**
 * P-value of Evidently's `fisher_exact`: `fisherExact`, for equally many rows on both sides. 1 where both sides are one
 * and the same level. O(√n).
 * @param reference a table with at least one row
 * @param current a table with as many rows
 * @returns e.g. 0.05727554179566563 for counts (9, 1) and (4, 6)
 * @throws {StatisticError} where Evidently fails: the sides have different sizes, or one has more than two levels; and
 * where both together have more, of which it takes two at random
 */
export function fisherPValue(reference: FrequencyTable, current: FrequencyTable): number {
  const [n, m] = [reference.size, current.size];
  if (n !== m) {
    throw new StatisticError('unequal-sizes', { statistic: 'evidently-fisher_exact', reference: n, current: m });
  }
  return fisherExact(reference, current).pValue;
}
