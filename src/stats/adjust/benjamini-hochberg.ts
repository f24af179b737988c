import { descending } from './p-values.ts';

/**
 * Benjamini & Hochberg's (1995) adjusted p-values (q-values), step-up: rejecting all with q ≤ α keeps the expected
 * share of false alarms among all alarms ≤ α, for independent and for positively dependent tests. O(k log k).
 *
 * @param pValues each in [0, 1], no NaN; leave out what could not be tested
 * @returns one q-value a p-value, in the same order, e.g. [0.03, 0.06, 0.06] for (0.01, 0.04, 0.06)
 * @throws {RangeError} where a p-value is not in [0, 1]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length);
  let minimum = 1;
  descending(pValues).forEach((i, k) => {
    minimum = Math.min(minimum, (pValues[i]! * pValues.length) / (pValues.length - k));
    adjusted[i] = minimum;
  });
  return adjusted;
}
