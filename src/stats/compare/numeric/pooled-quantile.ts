import { cumulativeCounts, firstWhere, type Ecdf } from '../../describe/ecdf.ts';
import { between } from '../../describe/quantiles.ts';

// The smallest value of `column` up to which the two columns together have more than `below` values; Infinity for none.
function candidate(column: Ecdf, other: Ecdf, below: number): number {
  const [own, others] = [cumulativeCounts(column), cumulativeCounts(other)];
  let [low, high] = [0, column.values.length];
  while (low < high) {
    const at = (low + high) >>> 1;
    const position = firstWhere(other.values, (value) => value > column.values[at]!);
    const upTo = own[at]! + (position === 0 ? 0 : others[position - 1]!);
    if (upTo > below) high = at;
    else low = at + 1;
  }
  return low < column.values.length ? column.values[low]! : Infinity;
}

/**
 * A quantile (type 7, see `quantiles`) of two columns together, less a number: values of 10⁹ plus noise keep their
 * digits when measured from one of them. O(log² n), once the cumulative counts are known.
 * @param reference any ECDF
 * @param current any ECDF; one of both has a finite value
 * @param p in [0, 1]
 * @param about what to subtract
 * @returns e.g. 2.5 at 0.5 about 0 for (1, 2) and (3, 4)
 */
export function pooledQuantile(reference: Ecdf, current: Ecdf, p: number, about: number): number {
  const position = (reference.size + current.size - 1) * p;
  const below = Math.floor(position);
  const at = (k: number): number =>
    Math.min(candidate(reference, current, k), candidate(current, reference, k)) - about;
  return position === below ? at(below) : between(at(below), at(below + 1), position - below);
}
