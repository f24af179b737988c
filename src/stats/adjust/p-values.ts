/**
 * The positions of p-values, from the largest to the smallest.
 * @param pValues each in [0, 1]
 * @throws {RangeError} for anything else, NaN included
 */
export function descending(pValues: readonly number[]): number[] {
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw new RangeError(`A p-value is from 0 to 1; number ${wrong + 1} is ${pValues[wrong]}`);
  return pValues.map((_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
}
