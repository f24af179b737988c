/**
 * The least x > 0 from which on a condition holds, to the last bit, by doubling and bisection: about 60 to 120 tries.
 * @param holds false below some x and true above
 * @param start where to begin, > 0
 * @returns Infinity where no finite double does
 */
export function leastWhere(holds: (x: number) => boolean, start = 1): number {
  let high = start;
  while (!holds(high)) {
    high *= 2;
    if (high === Infinity) return Infinity;
  }
  let low = high / 2;
  while (low > 0 && holds(low)) [low, high] = [low / 2, low];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
  }
}

/**
 * The first whole number in a range from which on a condition holds, by bisection.
 * @param start the least it can be
 * @param end one more than the largest
 * @param holds false below some number and true above
 * @returns `end` where it holds for none
 */
export function firstIndex(start: number, end: number, holds: (index: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
