import { stepsOf, type Ecdf } from './ecdf.ts';

/** Splits a double into two halves whose products are exact (Dekker 1971). */
const SPLIT = 2 ** 27 + 1;

/** What rounding takes from a product of a whole number below 2²⁶ and a double. */
function productError(count: number, value: number, product: number): number {
  const big = SPLIT * value;
  const high = big - (big - value);
  return count * high - product + count * (value - high);
}

/**
 * The mean in twice the digits of a double: for columns whose values cancel each other (10¹⁶, −10¹⁶ and 1), of which plain sums keep nothing.
 * O(distinct values).
 *
 * @param column an ECDF with at least one finite value
 * @param scale a power of two that keeps the sum of all values clear of overflow
 * @returns the mean, good to 2⁻¹⁰⁰ of the mean size of the values
 */
export function exactMean(column: Ecdf, scale: number): number {
  const { values, size } = column;
  const { upTo, preceding } = stepsOf(column);
  let [sum, rest, before] = [0, 0, preceding];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! * scale;
    const count = upTo[i]! - before;
    before = upTo[i]!;
    const term = count * value;
    const next = sum + term;
    const shift = next - sum;
    rest += sum - (next - shift) + (term - shift) + (count === 1 ? 0 : productError(count, value, term));
    sum = next;
  }
  return (sum + rest) / size / scale;
}
