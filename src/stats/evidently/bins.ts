import type { Ecdf } from '../describe/ecdf.ts';
import { countBins } from '../describe/histogram.ts';
import { StatisticError } from '../statistic-error.ts';
import { valueCounts, type ColumnPair, type CountPair } from './column-pair.ts';

/** A numeric reference with more distinct values than this is binned; other columns have a bin a value. */
const FEW_VALUES = 20;

/** The lowest and the highest value of two columns. */
export interface Span {
  low: number;
  high: number;
}

/**
 * The range of both columns' finite values together.
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 */
export function commonSpan(reference: Ecdf, current: Ecdf): Span {
  return {
    low: Math.min(reference.values[0]!, current.values[0]!),
    high: Math.max(reference.values.at(-1)!, current.values.at(-1)!),
  };
}

/**
 * Edges of evenly spaced bins by Sturges's rule: ⌈log₂ n + 1⌉ of them, from the lowest value to the highest; half to
 * either side of a single value. To the last bit those of numpy's `histogram_bin_edges(bins="sturges")`, whose count is
 * one more where the division rounds up. (numpy 2 makes the bins of whole numbers at least 1 wide; numpy 1, whose
 * values these are, does not.)
 *
 * @param span the range to cover
 * @param size n, the number of values in it
 * @returns e.g. 0, 2, 4, 6 for 0 to 6 and 4 values
 * @throws {StatisticError} where the range overflows
 */
export function sturgesEdges({ low, high }: Span, size: number): number[] {
  const range = high - low;
  if (!Number.isFinite(range)) throw new StatisticError('too-far-apart', { statistic: 'evidently' });
  const [first, last] = range === 0 ? [low - 0.5, high + 0.5] : [low, high];
  const width = range / (Math.log2(size) + 1);
  const bins = width > 0 ? Math.ceil((last - first) / width) : 1;
  const step = (last - first) / bins;
  const edges = Array.from(
    { length: bins + 1 },
    (_, i) => (step === 0 ? (i / bins) * (last - first) : i * step) + first,
  );
  edges[bins] = last;
  return edges;
}

/**
 * Both columns counted in Evidently's bins for `psi`, `kl_div` and `jensenshannon`: a numeric reference with more than 20
 * distinct values on Sturges edges of both columns together (so that the current data move the bins); else a bin a
 * value. O(distinct).
 * @param pair a pair with a row on each side
 * @throws {StatisticError} where the range of the values overflows
 */
export function binnedCounts(pair: ColumnPair): CountPair {
  if (pair.kind === 'categorical' || pair.reference.values.length <= FEW_VALUES) return valueCounts(pair);
  const { reference, current } = pair;
  const edges = sturgesEdges(commonSpan(reference, current), reference.size + current.size);
  const counts = (column: Ecdf) => Float64Array.from(countBins(column, edges).counts);
  return { reference: counts(reference), current: counts(current) };
}
