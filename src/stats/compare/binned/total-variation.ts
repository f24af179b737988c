import { partsOf, total, type BinnedCounts, type BinnedDistance } from './binned-counts.ts';
import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';
import { requireBothSides } from '../../statistic-error.ts';

/**
 * Total variation distance of binned columns, ½ Σ |share in reference − share in current|: the share of rows that would
 * have to change their bin to turn one column into the other. A metric in [0, 1]. The parts add up to the value. O(bins).
 *
 * @param counts of both sides, on bins frozen from the reference or on levels (`commonLevels`)
 * @returns e.g. value 0.25 for (50, 50) and (25, 75)
 * @throws {StatisticError} when a side has no row
 */
export function binnedTotalVariation(counts: BinnedCounts): BinnedDistance {
  const scale = 2 * total(counts.reference) * total(counts.current);
  const gaps = partsOf('total_variation', counts, (r, c, n, m) => Math.abs(r * m - c * n));
  return { value: total(gaps) / scale, parts: gaps.map((gap) => gap / scale) };
}

/**
 * Total variation distance of categorical columns: the share of rows that would have to change their category to turn
 * one column into the other. In [0, 1]. O(levels).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. 0.08 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row
 */
export function totalVariation(reference: FrequencyTable, current: FrequencyTable): number {
  requireBothSides('total_variation', reference.size, current.size);
  return binnedTotalVariation(commonLevels(reference, current)).value;
}
