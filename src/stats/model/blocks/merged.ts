import type { BlockSums } from './bootstrap.ts';

/**
 * Sums over longer blocks: so many neighbouring ones become one, the last takes what is left.
 * @param blocks see `BlockSums`
 * @param length how many become one, ≥ 1
 */
export function mergedBlocks({ width, sums }: BlockSums, length: number): BlockSums {
  const count = Math.floor(sums.length / width / length) || Math.min(1, sums.length);
  const merged = new Float64Array(count * width);
  for (let index = 0; index < sums.length; index++) {
    const block = Math.min(count - 1, Math.floor(index / width / length));
    merged[block * width + (index % width)]! += sums[index]!;
  }
  return { width, sums: merged };
}
