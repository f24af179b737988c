import { commonKernel } from './kernel/kernel.ts';

/**
 * The permutation that sorts: row numbers in ascending order of their value. Stable: equal values keep the order of
 * their rows (−0 equals 0). NaN come last. Radix sort, see `ecdf`: O(n).
 *
 * @param values any doubles
 * @returns e.g. [1, 2, 0] for (3, −1, 2)
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const kernel = commonKernel();
  const [wide, narrow] = [8 * values.length, 4 * values.length];
  const [keys, spare, rows, spareRows] = kernel.layOut([wide, wide, narrow, narrow]);
  kernel.doubles(keys, values.length).set(values);
  kernel.calls.order(keys, rows, spare, spareRows, values.length, kernel.workspace);
  return kernel.words(rows, values.length).slice();
}
