import type { StatisticId } from '../../../facts/statements/statistic-reasons.ts';
import { requireBothSides } from '../../statistic-error.ts';

/** Counts of both sides on common bins, or on common levels (`CommonLevels` is one of these). */
export interface BinnedCounts {
  reference: Float64Array;
  current: Float64Array;
}

/** A distance of binned columns. */
export interface BinnedDistance {
  value: number;
  /** What each bin adds; how the parts make up the value is said where it is computed. */
  parts: Float64Array;
}

/** One number a bin, from its counts and the sizes of both sides. */
export type Part = (r: number, c: number, n: number, m: number) => number;

/** Rows added to each bin of a side that has an empty one: Jeffreys' prior. */
const PSEUDO_COUNT = 0.5;

/**
 * The sum of an array.
 * @param numbers any numbers
 * @returns e.g. 6 for (1, 2, 3)
 */
export function total(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * One number a bin, made of both counts and both sizes. O(bins).
 * @param statistic what asks
 * @param counts of both sides, in the same order
 * @param part the number of a bin
 * @throws {StatisticError} when a side has no row
 */
export function partsOf(statistic: StatisticId, { reference, current }: BinnedCounts, part: Part): Float64Array {
  const [n, m] = [total(reference), total(current)];
  requireBothSides(statistic, n, m);
  return reference.map((r, bin) => part(r, current[bin]!, n, m));
}

// Half a row in each bin that either side uses, where this side leaves one of them empty.
function withoutEmpty(counts: Float64Array, opposite: Float64Array): Float64Array {
  const empty = total(counts) > 0 && counts.some((count, bin) => count === 0 && opposite[bin]! > 0);
  return empty ? counts.map((count, bin) => (count + opposite[bin]! > 0 ? count + PSEUDO_COUNT : 0)) : counts;
}

/**
 * Counts for distances that take logarithms of shares. Where a side leaves a bin empty that the other one uses, half a
 * row is added to each of that side's bins (Jeffreys' prior), so that its shares still add up to 1, and the missing
 * bin weighs the less the smaller the side is. Bins that neither side uses, and sides without any row, stay 0. O(bins).
 * @param counts of both sides
 * @returns e.g. (1.5, 0.5) and (2, 3) for (1, 0) and (2, 3)
 */
export function smoothed({ reference, current }: BinnedCounts): BinnedCounts {
  return { reference: withoutEmpty(reference, current), current: withoutEmpty(current, reference) };
}
