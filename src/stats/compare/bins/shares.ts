import type { BinSums } from '../../../facts/summary.ts';

/** A bin that both columns share, in shares of either column's values. */
export interface SharedBin {
  /** Shares of values up to the bin's start and up to its end. */
  before: { reference: number; current: number };
  after: { reference: number; current: number };
  /** The least and the greatest value that is there; null where there is none. */
  reference: { least: number; greatest: number } | null;
  current: { least: number; greatest: number } | null;
}

/**
 * Number of values in all bins.
 * @param counts of a bin each
 */
export const sizeOf = ({ counts }: Pick<BinSums, 'counts'>): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * Bins of two columns that were counted on the same edges, in order.
 * @param reference at least one value
 * @param current at least one value, the same edges
 */
export function sharedBins(reference: BinSums, current: BinSums): SharedBin[] {
  const sizes = { reference: sizeOf(reference), current: sizeOf(current) };
  const counted = { reference: 0, current: 0 };
  return Array.from(reference.counts, (_, i) => {
    const before = { reference: counted.reference / sizes.reference, current: counted.current / sizes.current };
    counted.reference += reference.counts[i]!;
    counted.current += current.counts[i]!;
    const after = { reference: counted.reference / sizes.reference, current: counted.current / sizes.current };
    return { before, after, reference: rangeOf(reference, i), current: rangeOf(current, i) };
  });
}

const rangeOf = ({ counts, least, greatest }: BinSums, i: number): SharedBin['reference'] =>
  counts[i]! > 0 ? { least: least[i]!, greatest: greatest[i]! } : null;
