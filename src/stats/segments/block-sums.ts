import { freedomOf } from '../model/metric-estimates.ts';

/** Of one file's rows that confirm, by block. */
export interface SegmentBlocks {
  /** Rows in the segment, and all others. */
  rows: Float64Array;
  otherRows: Float64Array;
  /** What the losses add up to in both. */
  sums: Float64Array;
  otherSums: Float64Array;
  /** The share of the variance that blocks miss, since neighbouring ones depend on each other. */
  missed: number;
}

/**
 * Adds up the rows of a segment and all others, block by block.
 * @param marks one byte a row, 1 in the segment
 * @param losses of the same rows; absent where they are only counted
 * @param place the block of each row, how many there are, and see `SegmentBlocks.missed`
 */
export function segmentBlocks(
  marks: Uint8Array,
  losses: Float64Array | undefined,
  { block, blocks, missed }: { block: Uint8Array; blocks: number; missed: number },
): SegmentBlocks {
  const rows = new Float64Array(2 * blocks);
  const sums = new Float64Array(2 * blocks);
  for (let i = 0; i < marks.length; i++) rows[2 * block[i]! + marks[i]!]!++;
  if (losses !== undefined) for (let i = 0; i < marks.length; i++) sums[2 * block[i]! + marks[i]!]! += losses[i]!;
  const part = (rowsInAll: Float64Array, at: number): Float64Array => rowsInAll.filter((_, i) => i % 2 === at);
  return { rows: part(rows, 1), otherRows: part(rows, 0), sums: part(sums, 1), otherSums: part(sums, 0), missed };
}

/** A number with how much each block moves it. */
export interface Influenced {
  value: number;
  influence: Float64Array;
  missed: number;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The mean of sums over counts, with the part that each block has in its difference from the truth.
 * @param sums by block
 * @param counts by block
 * @param missed see `SegmentBlocks`
 */
export function blockMean(sums: Float64Array, counts: Float64Array, missed: number): Influenced {
  const rowsInAll = total(counts);
  const value = total(sums) / rowsInAll;
  return { value, influence: sums.map((sum, i) => (sum - value * counts[i]!) / rowsInAll), missed };
}

/**
 * A number that changes with others as a sum of them does, near where they are.
 * @param value the number
 * @param parts each with its weight, all over the same blocks
 */
export function weighted(value: number, parts: readonly (readonly [number, Influenced])[]): Influenced {
  const [first] = parts;
  const influence = new Float64Array(first?.[1].influence.length ?? 0);
  for (const [weight, part] of parts) part.influence.forEach((share, i) => (influence[i]! += weight * share));
  return { value, influence, missed: first?.[1].missed ?? 0 };
}

/** How exactly a number is known. */
export interface Exactness {
  variance: number;
  /** Degrees of freedom. */
  freedom: number;
}

/**
 * The variance of a number from its blocks.
 * @param number with the influence of each block
 */
export function exactnessOf({ influence, missed }: Influenced): Exactness {
  const blocks = influence.length;
  const squares = influence.reduce((sum, share) => sum + share * share, 0);
  return {
    variance: blocks < 2 ? NaN : (squares * blocks) / (blocks - 1) / (1 - missed),
    freedom: freedomOf(influence, blocks),
  };
}

/**
 * The variance of a sum of numbers of different files (Welch and Satterthwaite).
 * @param parts of each file
 */
export function joinedExactness(parts: readonly Exactness[]): Exactness {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const shares = parts.reduce((sum, part) => sum + part.variance ** 2 / part.freedom, 0);
  return { variance, freedom: shares > 0 ? variance ** 2 / shares : 1 };
}
