import { cumulativeCounts, firstWhere, type Ecdf } from './ecdf.ts';

/**
 * The inner edges of bins that hold about equally many reference values: its quantiles (type 1, so that they are
 * values of it). A bin holds what is above the edge before it, up to and with its own; the first and the last bin are
 * open. Where values are tied there are fewer bins, and each of them holds some reference values. Edges depend on
 * nothing but the reference. O(bins log n).
 *
 * @param reference an ECDF with at least one finite value
 * @param bins how many at most, ≥ 1
 * @returns at most bins − 1 increasing edges, e.g. (2, 4) for three bins of (1, 2, 3, 4, 5, 6); none for a constant
 */
export function quantileEdges(reference: Ecdf, bins: number): Float64Array {
  const cumulative = cumulativeCounts(reference);
  const last = reference.values.length - 1;
  const positions = new Set<number>();
  for (let k = 1; k < bins; k++) {
    const index = firstWhere(cumulative, (count) => count * bins >= k * reference.size);
    if (index < last) positions.add(index);
  }
  return Float64Array.from(positions, (position) => reference.values[position]!);
}
