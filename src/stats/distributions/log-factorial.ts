import { stirlingError } from './gamma-terms.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;
/** Up to here logarithms are kept: half a megabyte. */
const KEPT = 65_536;

let kept = new Float64Array();

function computed(n: number): number {
  return n === 0 ? 0 : (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + stirlingError(n);
}

// Apart, so that the look into the table is small enough to be put where it is asked for.
function keptOrComputed(n: number): number {
  if (n >= KEPT) return computed(n);
  const known = kept.length;
  const grown = new Float64Array(Math.min(KEPT, Math.max(1024, 2 * known, n + 1)));
  grown.set(kept);
  for (let k = known; k < grown.length; k++) grown[k] = computed(k);
  kept = grown;
  return grown[n]!;
}

/**
 * Log of n!, to a rounding of its own size: differences of several of them lose what the numbers have in common, so that a
 * probability of 10⁴ rows is good to about 10⁻¹¹, one of 10⁷ to 10⁻⁷. Kept for small n, as drawing at random asks for them time and again.
 * @param n a whole number, ≥ 0
 * @returns e.g. 4.787491742782046 for 5
 */
export function logFactorial(n: number): number {
  return n < kept.length ? kept[n]! : keptOrComputed(n);
}
