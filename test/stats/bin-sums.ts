import type { BinSums } from '../../src/facts/summary.ts';
import { firstWhere } from '../../src/stats/describe/ecdf.ts';

/** Bin i holds edges[i − 1] < x ≤ edges[i]. */
export const binOf = (edges: Float64Array, value: number): number => firstWhere(edges, (edge) => edge >= value);

/** What a summary would know of these values. */
export function binSums(values: Iterable<number>, edges: readonly number[], origin = 0): BinSums {
  const size = edges.length + 1;
  const sums: BinSums = {
    ...{ edges: Float64Array.from(edges), origin },
    ...{ counts: new Float64Array(size), totals: new Float64Array(size), squares: new Float64Array(size) },
    ...{ least: new Float64Array(size).fill(NaN), greatest: new Float64Array(size).fill(NaN) },
  };
  for (const value of values) {
    const bin = binOf(sums.edges, value);
    sums.counts[bin]! += 1;
    sums.totals[bin]! += value - origin;
    sums.squares[bin]! += (value - origin) ** 2;
    sums.least[bin] = Math.min(value, Number.isNaN(sums.least[bin]!) ? Infinity : sums.least[bin]!);
    sums.greatest[bin] = Math.max(value, Number.isNaN(sums.greatest[bin]!) ? -Infinity : sums.greatest[bin]!);
  }
  return sums;
}
