import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';

/**
 * About how large the total variation distance of two files is whose rows are of one process: ½ Σ E|share in r − share in c|, by the normal law for
 * frequent levels, √(2/π · p (1 − p)(1/n + 1/m)), and for levels so rare that one file at most holds them twice their share.
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @param sizes (effective) numbers of reference (n) and current (m) rows
 * @returns a share of rows, e.g. 0.0564 for 100 and 100 rows in two levels of equal shares
 */
export function chanceOfTotalVariation(
  reference: FrequencyTable,
  current: FrequencyTable,
  { n, m }: { n: number; m: number },
): number {
  const common = commonLevels(reference, current);
  const rows = reference.size + current.size;
  const factor = (2 / Math.PI) * (1 / n + 1 / m);
  let sum = 0;
  for (let i = 0; i < common.levels.length; i++) {
    const share = (common.reference[i]! + common.current[i]!) / rows;
    const spread = share * (1 - share);
    sum += Math.min(Math.sqrt(factor * spread), 2 * spread);
  }
  return Math.min(1, sum / 2);
}
