import { logFactorial } from './distributions/log-factorial.ts';
import type { Random } from './random.ts';

// The probability of k marked ones, fast rather than to the last digit: C(marked, k) C(unmarked, n − k) / C(all, n).
function probability(k: number, n: number, marked: number, unmarked: number): number {
  const logOfMarked = logFactorial(marked) - logFactorial(k) - logFactorial(marked - k);
  const logOfUnmarked = logFactorial(unmarked) - logFactorial(n - k) - logFactorial(unmarked - n + k);
  const all = marked + unmarked;
  return Math.exp(logOfMarked + logOfUnmarked - logFactorial(all) + logFactorial(n) + logFactorial(all - n));
}

/**
 * Draws how many marked ones are among n drawn without replacement: by inversion, from the most likely number outwards. O(√n) steps.
 * @param random the source of random numbers
 * @param n how many are drawn, at most all of them
 * @param marked ≥ 0
 * @param unmarked ≥ 0
 * @returns e.g. 0 or 1 for 1 drawn of 1 marked and 1 unmarked one
 */
export function drawHypergeometric(random: Random, n: number, marked: number, unmarked: number): number {
  const [minimum, maximum] = [Math.max(0, n - unmarked), Math.min(n, marked)];
  if (minimum === maximum) return minimum;
  const mode = Math.floor(((n + 1) * (marked + 1)) / (marked + unmarked + 2));
  const atMode = probability(mode, n, marked, unmarked);
  let rest = random() - atMode;
  let [low, high, below, above] = [mode, mode, atMode, atMode];
  while (rest > 0 && (low > minimum || high < maximum)) {
    if (high < maximum) {
      above *= ((marked - high) * (n - high)) / ((high + 1) * (unmarked - n + high + 1));
      high++;
      if ((rest -= above) <= 0) return high;
    }
    if (low > minimum) {
      below *= (low * (unmarked - n + low)) / ((marked - low + 1) * (n - low + 1));
      low--;
      if ((rest -= below) <= 0) return low;
    }
  }
  return mode;
}
