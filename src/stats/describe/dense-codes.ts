import { placeArrays } from '../kernel/placed-arrays.ts';

/**
 * Codes that are equal where numbers are, counted from 0 in the order in which they first occur. O(n), by hashing.
 * @param values one a row
 * @returns −1 for NaN, e.g. (0, 1, 0, −1) for (7, 2, 7, NaN)
 */
export function denseCodes(values: Float64Array): Int32Array {
  // At most half of the places are taken.
  const bits = 33 - Math.clz32(values.length);
  const { kernel, addresses, tables } = placeArrays([values], [8 * 2 ** bits, 4 * 2 ** bits, 4 * values.length]);
  const [keys, owners, codes] = tables;
  kernel.calls.denseCodes(...addresses, values.length, keys, owners, bits, codes);
  return kernel.integers(codes, values.length).slice();
}
