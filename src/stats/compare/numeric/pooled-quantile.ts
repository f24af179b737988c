import { cumulativeCounts, firstWhere, type Ecdf } from '../../describe/ecdf.ts';
import { interpolate } from '../../describe/quantiles.ts';

// The smallest value of `column` up to which the two columns together have more than `below` values; Infinity for none.
function candidate(column: Ecdf, opposite: Ecdf, count: number): number {
  const [counts, oppositeCounts] = [cumulativeCounts(column), cumulativeCounts(opposite)];
  let [low, high] = [0, column.values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const position = firstWhere(opposite.values, (value) => value > column.values[middle]!);
    const upTo = counts[middle]! + (position === 0 ? 0 : oppositeCounts[position - 1]!);
    if (upTo > count) high = middle;
    else low = middle + 1;
  }
  return low < column.values.length ? column.values[low]! : Infinity;
}

/**
 * A quantile (type 7, see `quantiles`) of two columns together, less a number: values of 10⁹ plus noise keep their
 * digits when measured from one of them. O(log² n), once the cumulative counts are known.
 * @param reference any ECDF
 * @param current any ECDF; one of both has a finite value
 * @param p in [0, 1]
 * @param guess what to subtract
 * @returns e.g. 2.5 at 0.5 about 0 for (1, 2) and (3, 4)
 */
export function pooledQuantile(reference: Ecdf, current: Ecdf, p: number, guess: number): number {
  const position = (reference.size + current.size - 1) * p;
  const rank = Math.floor(position);
  const orderStatistic = (k: number): number =>
    Math.min(candidate(reference, current, k), candidate(current, reference, k)) - guess;
  return position === rank
    ? orderStatistic(rank)
    : interpolate(orderStatistic(rank), orderStatistic(rank + 1), position - rank);
}
