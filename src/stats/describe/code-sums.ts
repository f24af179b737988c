import { FOUND } from '../kernel/kernel.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';

/**
 * How many finite values each code has, and their sum. O(rows).
 * @param values one number a row
 * @param codes the code of each row, counted from 0; negative for none
 * @param size one more than the largest code
 * @returns e.g. counts (2, 1), sums (4, 5) for (1, 3, 5) with the codes (0, 0, 1)
 */
export function codeSums(
  values: Float64Array,
  codes: Int32Array,
  size: number,
): { counts: Float64Array; sums: Float64Array } {
  const { kernel, addresses, tables } = placeArrays([values, codes], [8 * size, 8 * size]);
  const [atValues, atCodes] = addresses;
  const [counts, sums] = tables;
  for (const place of tables) kernel.doubles(place, size).fill(0);
  kernel.calls.codeSums(atValues, atCodes, values.length, counts, sums);
  return { counts: kernel.doubles(counts, size).slice(), sums: kernel.doubles(sums, size).slice() };
}

/**
 * The range of the finite values. O(rows).
 * @param values one number a row
 * @param codes rows with a negative one are left out; without it none are
 * @returns low ∞ and high −∞ where there is no value
 */
export function extent(values: Float64Array, codes?: Int32Array): { low: number; high: number } {
  const { kernel, addresses } = placeArrays([values, codes ?? 0], []);
  const [atValues, atCodes] = addresses;
  kernel.calls.extent(atValues, atCodes, values.length, FOUND);
  const [low = Infinity, high = -Infinity] = kernel.doubles(FOUND, 2);
  return { low, high };
}
