import { StatisticError } from '../statistic-error.ts';

/**
 * The positions of p-values, from the largest to the smallest.
 * @param method the long name that opens the message
 * @param pValues each in [0, 1]
 * @throws {StatisticError} for anything else, NaN included
 */
export function descending(method: string, pValues: readonly number[]): number[] {
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) {
    throw new StatisticError(`${method}: needs p-values from 0 to 1; number ${wrong + 1} is ${pValues[wrong]}`);
  }
  return pValues.map((_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
}
