import { compareRanks } from './compare-ranks.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { requireBothSides } from '../../statistic-error.ts';

/**
 * Energy distance, √(2 ∫ (F − G)² dx) = √(2 E|R − C| − E|R − R′| − E|C − C′|) (Székely & Rizzo 2013, "Energy
 * statistics"), in the square root of the column's unit; scipy's `energy_distance`. A metric; scaled by k, columns are
 * √k times as far apart; unchanged by a shift of both. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. 0.816496580927726 for (1, 2, 3) and (2, 3, 4)
 * @throws {StatisticError} when a side has no finite value
 */
export function energyDistance(reference: Ecdf, current: Ecdf): number {
  requireBothSides('energy', reference.size, current.size);
  return Math.sqrt(2 * compareRanks(reference, current).squaredArea);
}
