import { descending } from './p-values.ts';

/**
 * Holm's (1979) adjusted p-values, step-down Bonferroni: rejecting all that are ≤ α keeps the probability of even one
 * false alarm ≤ α however the tests depend on each other. O(k log k).
 *
 * @param pValues each in [0, 1], no NaN; leave out what could not be tested
 * @returns one a p-value, in the same order, e.g. [0.03, 0.08, 0.08] for (0.01, 0.04, 0.06)
 * @throws {RangeError} where a p-value is not in [0, 1]
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length);
  let maximum = 0;
  descending(pValues)
    .reverse()
    .forEach((i, k) => {
      maximum = Math.max(maximum, Math.min(1, pValues[i]! * (pValues.length - k)));
      adjusted[i] = maximum;
    });
  return adjusted;
}
