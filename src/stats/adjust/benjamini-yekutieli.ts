import { descending } from './p-values.ts';

/**
 * Benjamini & Yekutieli's (2001) adjusted p-values: those of Benjamini & Hochberg times 1 + 1/2 + … + 1/k, at most 1.
 * Rejecting all that are ≤ α keeps the expected share of false alarms among all alarms ≤ α however the tests depend on
 * each other. O(k log k).
 *
 * @param pValues each in [0, 1], no NaN; leave out what could not be tested
 * @returns one a p-value, in the same order, e.g. [0.03, 0.06] for (0.01, 0.04)
 * @throws {RangeError} where a p-value is not in [0, 1]
 */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  const harmonic = pValues.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  const adjusted = new Array<number>(pValues.length);
  let minimum = 1;
  descending(pValues).forEach((i, k) => {
    minimum = Math.min(minimum, (harmonic * pValues[i]! * pValues.length) / (pValues.length - k));
    adjusted[i] = minimum;
  });
  return adjusted;
}
