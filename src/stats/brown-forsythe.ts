import type { Ecdf } from './ecdf.ts';
import { quantiles } from './quantiles.ts';
import { middleValue, shifted } from './shifted.ts';
import { cannotCompute, requireBothSides } from './statistic-error.ts';
import { studentT } from './t-test.ts';

export interface BrownForsytheResult {
  /** F of the distances from the medians. */
  statistic: number;
  /** Of the numerator and of the denominator. */
  degreesOfFreedom: [number, number];
  pValue: number;
}

const NAME = 'Brown-Forsythe';
const ROUNDING = 2 ** -51;

// |value − median| of a column, ascending: its two halves, merged. Distances that differ
// by rounding alone are one.
function distancesFromMedian(column: Ecdf): Ecdf {
  const centred = shifted(column, middleValue(column));
  const { values, counts } = centred;
  const [median] = quantiles(centred, [0.5]) as [number];
  const distances = new Float64Array(values.length);
  const times = new Uint32Array(values.length);
  let [right, size] = [values.findIndex((value) => value >= median), 0];
  if (right < 0) right = values.length;
  let left = right - 1;
  while (left >= 0 || right < values.length) {
    const below = left >= 0 ? median - values[left]! : Infinity;
    const above = right < values.length ? values[right]! - median : Infinity;
    const distance = Math.min(below, above);
    const rounding = ROUNDING * (Math.abs(median) + distance);
    if (size === 0 || distance - distances[size - 1]! > rounding) distances[size++] = distance;
    times[size - 1]! += below <= above ? counts[left--]! : counts[right++]!;
  }
  return { ...column, values: distances.subarray(0, size), counts: times.subarray(0, size) };
}

/**
 * Brown & Forsythe's (1974) test of equal spread: Levene's test with medians. One-way analysis of variance of the
 * distances from each column's own median, so for two columns the square of Student's t of these distances. The null
 * hypothesis: both columns spread equally; the medians may differ. Robust against skewed and heavy-tailed columns.
 * Same values as scipy's `levene(center="median")`. Unchanged by shift and scale. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. statistic 0.8, p-value 0.421648255176194 for (1, 2, 3) and (4, 6, 8)
 * @throws {StatisticError} when a side has no finite value, when on neither the distances vary (constants; half of the
 * rows on each of two values), or where the range of the values overflows
 */
export function brownForsythe(reference: Ecdf, current: Ecdf): BrownForsytheResult {
  requireBothSides(NAME, reference.size, current.size);
  if ([reference, current].some(({ values }) => values.at(-1)! - values[0]! === Infinity)) {
    throw cannotCompute(NAME, 'the values are too far apart for doubles');
  }
  const distances = [distancesFromMedian(reference), distancesFromMedian(current)] as const;
  if (distances.every(({ values }) => values.length === 1)) {
    throw cannotCompute(NAME, 'on neither side the distances from the median vary');
  }
  const { statistic, degreesOfFreedom, pValue } = studentT(...distances, NAME);
  return { statistic: statistic ** 2, degreesOfFreedom: [1, degreesOfFreedom], pValue };
}
