import type { Ecdf } from './ecdf.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';

/**
 * The values that occur most often, most frequent first; of equally frequent ones the smaller first.
 * O(distinct values · limit) at worst; at once where none occurs twice.
 * @param column any ECDF
 * @param limit how many at most
 * @returns e.g. [{ value: 2, count: 2 }, { value: 1, count: 1 }] for (5, 2, 1, 2) and limit 2
 */
export function mostCommonValues(column: Ecdf, limit: number): { value: number; count: number }[] {
  if (column.counts.length === column.size)
    return [...column.values.subarray(0, limit)].map((value) => ({ value, count: 1 }));
  const best: { value: number; count: number }[] = [];
  // What a value must occur more often than, to get on a full list.
  let bar = 0;
  const { kernel, addresses } = placeArrays([column.counts], []);
  const nextFrequent = (start: number): number =>
    kernel.calls.nextAbove(addresses[0], start, column.counts.length, bar);
  for (let i = nextFrequent(0); i < column.values.length; i = nextFrequent(i + 1)) {
    const count = column.counts[i]!;
    const place = best.findIndex((entry) => entry.count < count);
    best.splice(place < 0 ? best.length : place, 0, { value: column.values[i]!, count });
    if (best.length > limit) best.pop();
    if (best.length === limit) bar = best[limit - 1]?.count ?? Infinity;
  }
  return best;
}
