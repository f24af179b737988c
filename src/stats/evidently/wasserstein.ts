import type { Ecdf } from '../describe/ecdf.ts';
import { moments } from '../describe/moments.ts';
import { wasserstein } from '../compare/numeric/wasserstein.ts';

/** A reference that varies less is divided by this, in the unit of the column, whatever that is. */
const LEAST_SCALE = 0.001;

/**
 * What Evidently divides the Wasserstein distance by: the reference's standard deviation (divisor n), at least 0.001.
 * @param reference an ECDF with at least one finite value
 * @returns e.g. 0.816496580927726 for (1, 2, 3)
 */
export function wassersteinScale(reference: Ecdf): number {
  const std = moments(reference).std ?? 0;
  return Math.max(std * Math.sqrt((reference.size - 1) / reference.size), LEAST_SCALE);
}

/**
 * Evidently's `wasserstein`: the Wasserstein-1 distance over `wassersteinScale`. In columns of a small unit (standard
 * deviation below 0.001) any change scores near 0. O(n + m).
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. 1.224744871391589 for (1, 2, 3) and (2, 3, 4)
 * @throws {StatisticError} when a side has no finite value
 */
export function scaledWasserstein(reference: Ecdf, current: Ecdf): number {
  return wasserstein(reference, current) / wassersteinScale(reference);
}
