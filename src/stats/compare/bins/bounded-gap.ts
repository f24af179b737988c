import type { BinSums } from '../../../facts/summary.ts';
import type { Bounded } from './bounded.ts';
import { sharedBins, type SharedBin } from './shares.ts';

/** How far one curve can be above the other within a bin, known its values at both ends and where its values lie. */
function highest({ before, after, reference, current }: SharedBin, up: 'reference' | 'current'): number {
  const down = up === 'reference' ? 'current' : 'reference';
  const ends = Math.max(before[up] - before[down], after[up] - after[down]);
  const [rising, waiting] = up === 'reference' ? [reference, current] : [current, reference];
  if (rising === null) return ends;
  // All values of the one may come before any of the other, but for those that are known to stand where they stand.
  if (waiting === null || rising.least < waiting.greatest) return Math.max(ends, after[up] - before[down]);
  return ends;
}

/**
 * The largest gap of two cumulative curves (Kolmogorov & Smirnov's D) of columns that are known by bins: exact at the edges, and by
 * how much it can be larger between two of them. No column with these bins has a larger one. O(bins).
 *
 * @param reference at least one value
 * @param current at least one value, counted on the same edges
 * @returns in [0, 1], with the place in `edges` where the curves lie farthest apart (−1 where they nowhere do)
 */
export function boundedGap(reference: BinSums, current: BinSums): Bounded & { edge: number } {
  let [value, atMost, edge] = [0, 0, -1];
  sharedBins(reference, current).forEach((bin, i) => {
    const gap = Math.abs(bin.after.reference - bin.after.current);
    if (gap > value) [value, edge] = [gap, i];
    atMost = Math.max(atMost, highest(bin, 'reference'), highest(bin, 'current'));
  });
  return { value, atMost: Math.max(value, atMost), edge };
}
