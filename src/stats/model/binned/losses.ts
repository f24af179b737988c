import { clipped } from '../probability-sums.ts';

/** A sum that is known by bins: it is at least, and at most. */
export interface BoundedSum {
  atLeast: number;
  atMost: number;
}

/** The ends of a bin. */
interface Ends {
  low: number;
  high: number;
}

/**
 * Σ (p − to)² of probabilities that are known by their number, their sum and the ends of their bin: least where all are the same, most where each lies at an
 * end (Bhatia and Davis 2000).
 * @param n ≥ 1
 * @param total their sum
 * @param ends of the bin
 * @param truth 1 where they are of the true class, else 0
 */
export function squaredSum(n: number, total: number, { low, high }: Ends, truth: 0 | 1): BoundedSum {
  const mean = total / n;
  const atLeast = n * (mean - truth) ** 2;
  return { atLeast, atMost: atLeast + n * Math.max(0, (high - mean) * (mean - low)) };
}

/**
 * Σ −log p, or Σ −log(1 − p), of the same: the logarithm bends one way, so that it is least where all are the same, and most where each lies at an end.
 * Probabilities are kept from 0 and 1 as where rows are known.
 * @param n ≥ 1
 * @param total their sum
 * @param ends of the bin
 * @param truth 1 for −log p, 0 for −log(1 − p)
 */
export function logSum(n: number, total: number, { low, high }: Ends, truth: 0 | 1): BoundedSum {
  const loss = (p: number): number => -Math.log(truth === 1 ? clipped(p) : 1 - clipped(p));
  const mean = Math.min(high, Math.max(low, total / n));
  const toHigh = (mean - low) / (high - low);
  return { atLeast: n * loss(mean), atMost: n * ((1 - toHigh) * loss(low) + toHigh * loss(high)) };
}
