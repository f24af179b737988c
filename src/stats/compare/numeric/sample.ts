import { cumulativeCounts, firstWhere, type Ecdf } from '../../describe/ecdf.ts';
import type { Random } from '../../random.ts';

/**
 * Draws some of the numbers 0, …, size − 1, each set of them equally likely: the first steps of Fisher and Yates's
 * shuffle, in place.
 * @param numbers an order of them, whatever it is; its first `chosen` entries are the drawn ones afterwards
 * @param chosen how many to draw
 * @param random the source of random numbers
 */
export function drawFirst(numbers: Uint32Array, chosen: number, random: Random): void {
  for (let i = 0; i < chosen; i++) {
    const j = i + Math.floor(random() * (numbers.length - i));
    const drawn = numbers[j]!;
    numbers[j] = numbers[i]!;
    numbers[i] = drawn;
  }
}

/**
 * A random sample of a column's rows without replacement, ascending; all of them where there are no more than asked.
 * O(n).
 * @param column any ECDF
 * @param rows how many at most
 * @param random the source of random numbers
 */
export function sampleRows(column: Ecdf, rows: number, random: Random): Float64Array {
  const order = Uint32Array.from({ length: column.size }, (_, row) => row);
  const chosen = Math.min(rows, column.size);
  if (chosen < column.size) drawFirst(order, chosen, random);
  const cumulative = cumulativeCounts(column);
  const valueOf = (row: number) => column.values[firstWhere(cumulative, (count) => count > row)]!;
  return Float64Array.from(order.subarray(0, chosen), valueOf).sort();
}
