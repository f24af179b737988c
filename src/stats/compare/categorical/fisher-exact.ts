import { hypergeometric } from '../../distributions/hypergeometric.ts';
import type { FrequencyTable } from '../../describe/frequency-table.ts';
import { twoByTwo } from './two-by-two.ts';

export interface FisherExactResult {
  /** Of the sample: odds of the first level in the reference over its odds in current; 0, ∞ and NaN are possible. */
  oddsRatio: number;
  /** Two-sided. */
  pValue: number;
}

/** The tables with the same margins: k rows of the first level in the reference, of n; `first` and `second` in all. */
interface Margins {
  n: number;
  first: number;
  second: number;
}

/** Tables that differ in probability by less than this share are equally likely, but for rounding. */
const ROUNDING = 1e-11;
const NEGLIGIBLE = 1e-20;

const probability = (k: number, { n, first, second }: Margins) => hypergeometric(k, n, first, second);

// Probability of k and of all beyond it, away from the mode: `step` is −1 or 1.
function tail(k: number, step: number, { n, first, second }: Margins): number {
  const last = step < 0 ? Math.max(0, n - second) : Math.min(n, first);
  if ((last - k) * step < 0) return 0;
  let sum = probability(k, { n, first, second });
  for (let term = sum; k !== last && term > NEGLIGIBLE * sum; k += step) {
    const increase = (first - k) * (n - k);
    const decrease = k * (second - n + k);
    term *= step > 0 ? increase / ((k + 1) * (second - n + k + 1)) : decrease / ((first - k + 1) * (n - k + 1));
    sum += term;
  }
  return sum;
}

// The first k from `start` on, away from the mode, that is at most as likely as a probability; by bisection.
function firstAsRare(limit: number, start: number, step: number, margins: Margins): number {
  const last = step < 0 ? Math.max(0, margins.n - margins.second) : Math.min(margins.n, margins.first);
  let [low, high] = [0, Math.max(0, (last - start) * step + 1)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (probability(start + step * middle, margins) <= limit) high = middle;
    else low = middle + 1;
  }
  return start + step * low;
}

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the probability, given the margins, of all tables that are at most
 * as likely as this one (Fisher 1934), as scipy and R have it. The null hypothesis: both levels have the same shares on
 * both sides. Exact for any counts, and for small ones on the careful side. O(√N) for N rows.
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @returns e.g. oddsRatio 0.5454545454545454, p-value 0.48749252966789036 for counts (24, 6) and (22, 3)
 * @throws {StatisticError} when a side has no row, or there are more than two levels
 */
export function fisherExact(reference: FrequencyTable, current: FrequencyTable): FisherExactResult {
  const table = twoByTwo('fisher_exact', reference, current);
  const [[a, b], [c, d]] = [table.reference, table.current];
  const margins = { n: a + b, first: a + c, second: b + d };
  const mode = Math.floor(((margins.n + 1) * (margins.first + 1)) / (margins.first + margins.second + 2));
  const step = a <= mode ? -1 : 1;
  const limit = probability(a, margins) * (1 + ROUNDING);
  const opposite = firstAsRare(limit, a === mode ? mode - step : mode, -step, margins);
  const pValue = tail(a, step, margins) + tail(opposite, -step, margins);
  return { oddsRatio: (a * d) / (b * c), pValue: Math.min(1, pValue) };
}
