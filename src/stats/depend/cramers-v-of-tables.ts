import { chiSquareHomogeneity } from '../compare/categorical/chi-square.ts';
import { cramersVFromPhi2, type CramersV } from './cramers-v.ts';
import type { FrequencyTable } from '../describe/frequency-table.ts';

/**
 * Cramér's V of a categorical column and the side that a row comes from, reference or current: √(χ² / (n + m)) of their
 * 2 × k table, and corrected for its bias (see `cramersVFromPhi2`). An effect, where the p-value of `chiSquareHomogeneity`
 * is evidence. 0 where both sides have the same shares, and where there is one level only; 1 where no level is on both
 * sides. It depends on the sizes too: the more unequal they are, the smaller it is. O(levels).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. plain 0.10767638041163308, corrected 0 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row
 */
export function cramersVOfTables(reference: FrequencyTable, current: FrequencyTable): CramersV {
  const { statistic, degreesOfFreedom } = chiSquareHomogeneity(reference, current);
  if (degreesOfFreedom === 0) return { plain: 0, corrected: 0 };
  const rows = reference.size + current.size;
  return cramersVFromPhi2(statistic / rows, rows, 2, degreesOfFreedom + 1);
}
