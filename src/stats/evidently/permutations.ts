import type { Ecdf } from '../describe/ecdf.ts';
import type { FrequencyTable } from '../describe/frequency-table.ts';
import { mmd } from '../compare/numeric/mmd.ts';
import { permutationTestOfTables } from '../compare/categorical/permutation-test.ts';
import { totalVariation } from '../compare/binned/total-variation.ts';

const TABLE_PERMUTATIONS = 1000;
const MMD_PERMUTATIONS = 100;

// Evidently's b / B, where (b + 1) / (B + 1) is ours: 0 where no random split is as far apart.
const uncorrected = (pValue: number, permutations: number) =>
  Math.max(0, Math.round(pValue * (permutations + 1)) - 1) / permutations;

/**
 * P-value of Evidently's `TVD`: permutation test of the total variation distance, the share b / B of B = 1000 random
 * splits that are at least as far apart (0 where none is). The random splits are not Evidently's: its p-value differs
 * by chance, by up to 0.03 near 0.1. O(1000 · (rows + levels)).
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @param seed of the random splits
 * @throws {StatisticError} when a side has no row
 */
export function totalVariationPValue(reference: FrequencyTable, current: FrequencyTable, seed: number): number {
  const options = { seed, permutations: TABLE_PERMUTATIONS };
  return uncorrected(permutationTestOfTables(reference, current, totalVariation, options).pValue, TABLE_PERMUTATIONS);
}

/**
 * P-value of Evidently's `empirical_mmd`: permutation test of the maximum mean discrepancy, the share b / B of B = 100
 * random splits that are at least as far apart. Evidently sets no seed, so that it gives another number each time; and
 * the bandwidth here is that of `mmd`, from both sides, and its rows are sampled (Evidently needs memory for the square
 * of the rows). So this one agrees in what it asks, not in its digits.
 * @param reference an ECDF with at least two finite values
 * @param current an ECDF with at least two finite values
 * @param seed of sample and random splits
 * @throws {StatisticError} when a side has fewer than two finite values, or all values are equal
 */
export function discrepancyPValue(reference: Ecdf, current: Ecdf, seed: number): number {
  const { pValue, permutations } = mmd(reference, current, { seed, permutations: MMD_PERMUTATIONS });
  return uncorrected(pValue, permutations);
}
