import type { BinnedCounts } from '../compare/binned/binned-counts.ts';
import { cumulativeCounts, firstWhere, type Ecdf } from './ecdf.ts';
import { requireBothSides } from '../statistic-error.ts';

/** Counts of two numeric columns on bins frozen from the reference. */
export interface QuantileBinned extends BinnedCounts {
  /** The upper edges of all bins but the last; see `quantileEdges`. */
  edges: Float64Array;
}

/** As many as credit scoring takes for its index. */
const BINS = 10;

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
export function quantileEdges(reference: Ecdf, bins = BINS): Float64Array {
  const cumulative = cumulativeCounts(reference);
  const last = reference.values.length - 1;
  const positions = new Set<number>();
  for (let k = 1; k < bins; k++) {
    const at = firstWhere(cumulative, (count) => count * bins >= k * reference.size);
    if (at < last) positions.add(at);
  }
  return Float64Array.from(positions, (at) => reference.values[at]!);
}

/**
 * How many values of a column lie in each bin between edges (see `quantileEdges`). O(bins log n).
 * @param column any ECDF
 * @param edges increasing
 * @returns one count more than edges
 */
export function countsBetween(column: Ecdf, edges: Float64Array): Float64Array {
  const cumulative = cumulativeCounts(column);
  const upTo = (edge: number) => {
    const above = firstWhere(column.values, (value) => value > edge);
    return above === 0 ? 0 : cumulative[above - 1]!;
  };
  const counts = Float64Array.from([...edges, Infinity], upTo);
  for (let bin = edges.length; bin > 0; bin--) counts[bin]! -= counts[bin - 1]!;
  return counts;
}

/**
 * Puts two columns on quantile bins of the reference. O(n + m) the first time, then O(bins log n).
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @param bins how many at most, ≥ 1
 * @throws {StatisticError} when a side has no finite value
 */
export function quantileBinned(reference: Ecdf, current: Ecdf, bins = BINS): QuantileBinned {
  requireBothSides('quantile_bins', reference.size, current.size);
  const edges = quantileEdges(reference, bins);
  return { edges, reference: countsBetween(reference, edges), current: countsBetween(current, edges) };
}
