import type { BlockSums } from '../model/blocks/bootstrap.ts';
import type { GroupSums } from './mix-within.ts';
import type { RowsInOrder } from './split-rows.ts';

const MOST_BLOCKS = 200;
const FEWEST_BLOCKS = 16;
const TIMES = 5;

/**
 * Rows and sums of values by group, over blocks of neighbouring rows.
 * @param codes the group of each row
 * @param groups how many there are
 * @param values one a row, NaN where a row is left out
 * @param order what is known of the rows
 * @returns in each block the rows of every group, then their sums
 */
export function groupBlocks(
  codes: Uint8Array,
  groups: number,
  values: Float64Array,
  { rows, stretches, time }: Omit<RowsInOrder, 'values'>,
): BlockSums {
  const blocks =
    stretches === null
      ? Math.min(MOST_BLOCKS, Math.max(FEWEST_BLOCKS, Math.floor(rows / (TIMES * time))))
      : stretches.reduce((highest, stretch) => Math.max(highest, stretch + 1), 1);
  const width = 2 * groups;
  const sums = new Float64Array(blocks * width);
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    const block = stretches === null ? Math.floor((row * blocks) / rows) : stretches[row]!;
    const cell = block * width + codes[row]!;
    sums[cell]!++;
    sums[cell + groups]! += value;
  }
  return { width, sums };
}

/**
 * The groups of a block, or of all.
 * @param sums rows of every group, then their sums
 */
export const groupsOf = (sums: Float64Array): GroupSums => ({
  rows: sums.subarray(0, sums.length / 2),
  sums: sums.subarray(sums.length / 2),
});
