import { normalCdf } from '../distributions/normal.ts';
import type { CountPair } from './column-pair.ts';

const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);

/**
 * P-value of Evidently's `z`: two-sided two-proportion z test with pooled variance, of the share of rows that are not
 * of the first value in ascending order. 1 where both sides are one and the same value. As there it is 2 (1 − Φ(|z|)),
 * so that p-values under 10⁻¹⁶ are 0. O(values).
 * @param counts of all values that either side has, ascending, with a row on each side
 * @returns e.g. 0.4245517323446324 for counts (24, 6) and (22, 3)
 */
export function proportionsPValue(counts: CountPair): number {
  if (counts.reference.length === 1) return 1;
  const [n, m] = [sum(counts.reference), sum(counts.current)];
  const [p, q] = [1 - counts.reference[0]! / n, 1 - counts.current[0]! / m];
  const pooled = (p * n + q * m) / (n + m);
  const z = (p - q) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return 2 * (1 - normalCdf(Math.abs(z)));
}
