import type { BinSums } from '../../../facts/summary.ts';
import { ecdfOfSteps, type Ecdf } from '../../describe/ecdf.ts';
import { sizeOf } from './shares.ts';

/** Counts of curves are whole numbers of 32 bits. */
const MOST_ROWS = 2 ** 32 - 1;

/**
 * Two columns that are known by bins as curves with one step a bin, at its end: what a test of ranks or curves says of these holds
 * for the columns as far as the bins tell them apart, and ties make it careful. Of more than 2³² − 1 values a curve
 * holds as many in the same shares (to 10⁻⁹). O(bins).
 *
 * @param reference at least one value
 * @param current at least one value, counted on the same edges
 */
export function gridCurves(reference: BinSums, current: BinSums): { reference: Ecdf; current: Ecdf } {
  const beyond = Math.max(endOf(reference), endOf(current));
  return { reference: gridCurve(reference, beyond), current: gridCurve(current, beyond) };
}

const endOf = ({ greatest, counts }: BinSums): number => (counts.at(-1)! > 0 ? greatest.at(-1)! : -Infinity);

/**
 * One column as such a curve.
 * @param sums of its bins
 * @param beyond where the values of the last bin are put, which has no end
 */
export function gridCurve(sums: BinSums, beyond = endOf(sums)): Ecdf {
  const { counts, edges } = sums;
  const filled = [...counts.keys()].filter((i) => counts[i]! > 0);
  const share = Math.min(1, MOST_ROWS / sizeOf(sums));
  let upTo = 0;
  return ecdfOfSteps(
    {
      values: Float64Array.from(filled, (i) => (i < edges.length ? edges[i]! : beyond)),
      upTo: Uint32Array.from(filled, (i) => Math.round((upTo += counts[i]!) * share)),
    },
    { missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 },
  );
}
