/**
 * The largest of some numbers, however many: spread over the arguments of a call, some ten thousand fill the stack.
 * @param values any numbers
 * @param atLeast what there is at least
 * @returns −Infinity for none; NaN where one is
 */
export function largest(values: Iterable<number>, atLeast = -Infinity): number {
  let found = atLeast;
  for (const value of values) found = Math.max(found, value);
  return found;
}

/**
 * The smallest of some numbers, as `largest`.
 * @param values any numbers
 * @param atMost what there is at most
 * @returns Infinity for none; NaN where one is
 */
export function smallest(values: Iterable<number>, atMost = Infinity): number {
  let found = atMost;
  for (const value of values) found = Math.min(found, value);
  return found;
}
