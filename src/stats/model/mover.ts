import type { Estimate } from '../../facts/document/model/estimates.ts';

export type Limits = Pick<Estimate, 'low' | 'high'>;

export const NO_LIMITS: Limits = { low: null, high: null };

/** Limits this much nearer to each other than the values are large are the same but for rounding. */
const ROUNDING = 1e-12;

/**
 * Whether an interval leaves out zero by more than rounding.
 * @param limits of a difference
 * @param size of the values that it is of
 */
export function leavesOutZero({ low, high }: Limits, size: number): boolean {
  const least = ROUNDING * size;
  return low !== null && high !== null && (low > least || high < -least);
}

/**
 * Limits of a difference from those of its parts, which need not lie evenly about their values (MOVER: Newcombe 1998,
 * Zou and Donner 2008; Zou 2007 where the parts vary together).
 * @param reference with its limits
 * @param current with its limits
 * @param correlation of the two; 0 for different rows
 */
export function recovered(reference: Estimate, current: Estimate, correlation: number): Limits {
  if (reference.low === null || reference.high === null || current.low === null || current.high === null)
    return NO_LIMITS;
  const reach = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  const value = current.value - reference.value;
  const low = value - reach(current.value - current.low, reference.high - reference.value);
  const high = value + reach(current.high - current.value, reference.value - reference.low);
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : NO_LIMITS;
}
