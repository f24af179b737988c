import { sortedQuantile } from './error-groups.ts';
import type { Difference, Estimate } from './estimate.ts';

/** Of the normal distribution. */
const Z = 1.959963984540054;

/**
 * A median with its 95 % interval from order statistics: how many of `effective` independent rows lie below the median is
 * binomial.
 * @param sorted increasing
 * @param effective how many independent rows they are worth
 * @returns null without any value; no limits below 8 effective rows
 */
export function medianEstimate(sorted: Float64Array, effective: number): Estimate | null {
  if (sorted.length === 0) return null;
  const value = sortedQuantile(sorted, 0.5);
  if (effective < 8) return { value, low: null, high: null };
  const reach = Z * Math.sqrt(0.25 / effective);
  return {
    value,
    low: sortedQuantile(sorted, 0.5 - Math.min(0.5, reach)),
    high: sortedQuantile(sorted, Math.min(1, 0.5 + reach)),
  };
}

/**
 * The difference of two independent estimates; their intervals are taken for those of normal ones.
 * @param reference null where it is not defined
 * @param current null where it is not defined
 */
export function normalDifference(reference: Estimate | null, current: Estimate | null): Difference | null {
  if (reference === null || current === null) return null;
  const value = current.value - reference.value;
  const spread = ({ low, high }: Estimate): number => (low === null || high === null ? NaN : (high - low) / 2);
  const reach = Math.hypot(spread(reference), spread(current));
  const known = Number.isFinite(reach);
  const scale = Math.abs(reference.value);
  // Relative to a reference that is itself uncertain: the delta method.
  const relativeReach = Math.hypot(spread(current) / scale, (spread(reference) * current.value) / scale ** 2);
  return {
    value,
    low: known ? value - reach : null,
    high: known ? value + reach : null,
    relative:
      scale > 0
        ? {
            value: value / scale,
            low: known ? value / scale - relativeReach : null,
            high: known ? value / scale + relativeReach : null,
          }
        : null,
    beyondNoise: known && Math.abs(value) > reach,
  };
}
