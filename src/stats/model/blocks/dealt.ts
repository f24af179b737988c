import { seededRandom, type Random } from '../../random.ts';
import type { BlockSums } from './bootstrap.ts';

/** Above this many a count is dealt as a whole: its parts vary by so little that a normal number tells how. */
const ONE_BY_ONE = 10_000;

/**
 * Counts of rows that are known without an order, dealt into blocks at random, as rows that do not depend on each other are.
 * @param counts one each kind of row
 * @param blocks how many, ≥ 1
 * @param seed of the deal
 */
export function dealtBlocks(counts: ArrayLike<number>, blocks: number, seed: number): BlockSums {
  const random = seededRandom(seed);
  const width = counts.length;
  const sums = new Float64Array(blocks * width);
  for (let kind = 0; kind < width; kind++) {
    let remaining = counts[kind]!;
    let block = 0;
    for (; remaining > ONE_BY_ONE && block < blocks - 1; block++) {
      const part = drawn(remaining, 1 / (blocks - block), random);
      sums[block * width + kind] = part;
      remaining -= part;
    }
    const left = blocks - block;
    if (remaining > ONE_BY_ONE) sums[block * width + kind] = remaining;
    else for (; remaining > 0; remaining--) sums[(block + Math.floor(random() * left)) * width + kind]!++;
  }
  return { width, sums };
}

/** A binomial number of many rows, from the normal law. */
function drawn(size: number, share: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const value = Math.round(size * share + normal * Math.sqrt(size * share * (1 - share)));
  return Math.min(size, Math.max(0, value));
}
