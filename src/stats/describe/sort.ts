import { commonKernel } from '../kernel/kernel.ts';

/** Below this many values the built-in sort is as fast. */
const SMALL = 500;

/**
 * Sorts finite doubles ascending, in place, and returns the same array. Radix sort, see `ecdf`. −0 comes before 0.
 * @param values no NaN among them (infinities are in order)
 * @returns `values`, e.g. sortFloat64(Float64Array.of(3, −1, 2)) is [−1, 2, 3]
 */
export function sortFloat64(values: Float64Array): Float64Array {
  if (values.length < SMALL) return values.sort();
  const kernel = commonKernel();
  const [place, spare] = kernel.layOut([values.byteLength, values.byteLength]);
  const placed = kernel.doubles(place, values.length);
  placed.set(values);
  kernel.calls.ascending(place, spare, values.length, kernel.workspace);
  values.set(placed);
  return values;
}
