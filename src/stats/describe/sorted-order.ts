import { commonKernel, type Kernel } from '../kernel/kernel.ts';

/** Sorted values, each with a number that went along, in a kernel's memory until its next use. */
export interface SortedPairs {
  kernel: Kernel;
  /** Addresses. */
  values: number;
  numbers: number;
  /** Places that are free again: of as many doubles, and twice of as many numbers. */
  free: [doubles: number, numbers: number, more: number];
}

/**
 * Sorts values ascending, each with a number that goes along. Stable: equal values (−0 equals 0) keep their order. NaN come last.
 * Radix sort, see `ecdf`: O(n).
 * @param values any doubles; they are left as they are
 * @param numbers one for each; without them the values' places
 */
export function sortPairs(values: Float64Array, numbers?: ArrayLike<number>): SortedPairs {
  const kernel = commonKernel();
  const [wide, narrow] = [8 * values.length, 4 * values.length];
  const [keys, spare, indices, spareNumbers, narrowSpare] = kernel.layOut([wide, wide, narrow, narrow, narrow]);
  kernel.doubles(keys, values.length).set(values);
  const numbersView = kernel.words(indices, values.length);
  if (numbers === undefined) for (let i = 0; i < numbersView.length; i++) numbersView[i] = i;
  else numbersView.set(numbers);
  kernel.calls.ascendingPairs(keys, indices, spare, spareNumbers, values.length, kernel.workspace);
  return { kernel, values: keys, numbers: indices, free: [spare, spareNumbers, narrowSpare] };
}

/**
 * The permutation that sorts: row numbers in ascending order of their value. Stable: equal values keep the order of
 * their rows (−0 equals 0). NaN come last. See `sortPairs`.
 *
 * @param values any doubles
 * @returns e.g. [1, 2, 0] for (3, −1, 2)
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const { kernel, numbers } = sortPairs(values);
  return kernel.words(numbers, values.length).slice();
}
