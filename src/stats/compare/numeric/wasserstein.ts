import { compareCurves } from './compare-curves.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { moments } from '../../describe/moments.ts';
import { requireBothSides } from '../../statistic-error.ts';

export type ScaleKind = 'standard deviation' | 'reference value' | 'mean size of current';

export interface Scale {
  scale: number;
  scaleKind: ScaleKind;
}

export interface WassersteinResult extends Scale {
  /** W₁ in the column's own unit. */
  distance: number;
  /** distance / scale, without a unit. */
  value: number;
}

/**
 * Wasserstein-1 distance, ∫ |F − G| dx: how far values move on average to turn one column into the other, in the
 * column's own unit. Moved by a constant, a column is |constant| away from itself. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. 1 for (1, 2, 3) and (2, 3, 4)
 * @throws {StatisticError} when a side has no finite value
 */
export function wasserstein(reference: Ecdf, current: Ecdf): number {
  requireBothSides('wasserstein', reference.size, current.size);
  return compareCurves(reference, current).area;
}

// Σ count |value| / size.
function meanSize(column: Ecdf): number {
  return column.values.reduce((sum, value, i) => sum + Math.abs(value) * (column.counts[i]! / column.size), 0);
}

/**
 * What a distance is divided by to be free of its unit: the reference's sample standard deviation (divisor n − 1).
 * Where that is zero or not defined (a constant reference, a single value, an overflow), a relative scale: the size of
 * the reference's mean, that is of its constant; where that is 0 too, the mean size of the current values, so that
 * leaving a constant 0 counts as a change of 1. Never a fixed floor.
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns scale > 0, or 0 where both columns are 0 throughout
 */
export function effectScale(reference: Ecdf, current: Ecdf): Scale {
  const { mean, std } = moments(reference);
  if (std !== null && std > 0 && Number.isFinite(std)) return { scale: std, scaleKind: 'standard deviation' };
  const size = Math.abs(mean ?? 0);
  if (size > 0) return { scale: size, scaleKind: 'reference value' };
  return { scale: meanSize(current), scaleKind: 'mean size of current' };
}

/**
 * Wasserstein-1 distance over the scale of the reference (see `effectScale`): for a shift, the number of standard
 * deviations. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. distance 1, scale 1, value 1 for (1, 2, 3) and (2, 3, 4)
 * @throws {StatisticError} when a side has no finite value
 */
export function normalisedWasserstein(reference: Ecdf, current: Ecdf): WassersteinResult {
  const distance = wasserstein(reference, current);
  const { scale, scaleKind } = effectScale(reference, current);
  return { distance, scale, scaleKind, value: distance === 0 ? 0 : distance / scale };
}
