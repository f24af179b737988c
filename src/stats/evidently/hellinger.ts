import type { Ecdf } from '../describe/ecdf.ts';
import { countBins } from '../describe/histogram.ts';
import { commonSpan, sturgesEdges } from './bins.ts';
import { valueCounts, type ColumnPair, type CountPair } from './column-pair.ts';

const sum = (terms: Iterable<number>) => {
  let total = 0;
  for (const term of terms) total += term;
  return total;
};

/**
 * Both columns counted in Evidently's bins for `hellinger`: levels as they are; numbers on Sturges edges for the number
 * of distinct values of both columns together (not of their rows), however few they are.
 * @param pair a pair with a row on each side
 * @throws {StatisticError} where the range of the values overflows
 */
export function hellingerCounts(pair: ColumnPair): CountPair & { edges: number[] | null } {
  const counts = valueCounts(pair);
  if (pair.kind === 'categorical') return { ...counts, edges: null };
  const { reference, current } = pair;
  const edges = sturgesEdges(commonSpan(reference, current), counts.reference.length);
  const binned = (column: Ecdf) => Float64Array.from(countBins(column, edges).counts);
  return { reference: binned(reference), current: binned(current), edges };
}

// Σ √(p q) from densities and the mean width of a bin, in Evidently's order of operations: the rounding is its own.
function densityOverlap({ reference, current }: CountPair, edges: number[]): number {
  const density = (counts: Float64Array) => {
    const size = sum(counts);
    return counts.map((count, i) => count / (edges[i + 1]! - edges[i]!) / size);
  };
  const [p, q] = [density(reference), density(current)];
  const width = (edges.at(-1)! - edges[0]!) / (edges.length - 1);
  return sum(p.map((value, i) => Math.sqrt(value * q[i]!) * width));
}

/**
 * Evidently's `hellinger`: the Hellinger distance √(1 − Σ √(r c)) of the shares in the bins of `hellingerCounts`, in
 * [0, 1]. Rounding leaves 10⁻⁸ where the columns are equal. O(distinct).
 * @param pair a pair with a row on each side
 * @returns e.g. 0.07767617147865899 for levels with counts (24, 6) and (22, 3)
 * @throws {StatisticError} where the range of the values overflows
 */
export function hellinger(pair: ColumnPair): number {
  const { edges, ...counts } = hellingerCounts(pair);
  const [n, m] = [pair.reference.size, pair.current.size];
  const overlap = edges
    ? densityOverlap(counts, edges)
    : sum(counts.reference.map((count, i) => Math.sqrt((count / n) * (counts.current[i]! / m))));
  return Math.sqrt(1 - Math.min(overlap, 1));
}
