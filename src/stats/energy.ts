import type { Ecdf } from './ecdf.ts';
import { forEachValue } from './pooled.ts';
import { requireBothSides } from './statistic-error.ts';
import { effectScale, type Scale } from './wasserstein.ts';

export interface EnergyResult extends Scale {
  /** In the square root of the column's own unit. */
  distance: number;
  /** distance / √scale, without a unit. */
  value: number;
}

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
  const [n, m] = [reference.size, current.size];
  requireBothSides('Energy distance', n, m);
  let [area, previous, r, c] = [0, 0, 0, 0];
  let gap = 0;
  forEachValue(reference, current, (value, rHere, cHere) => {
    if (gap !== 0) area += gap * gap * (value - previous);
    r += rHere;
    c += cHere;
    gap = (r * m - c * n) / n / m;
    previous = value;
  });
  return Math.sqrt(2 * area);
}

/**
 * Energy distance over the square root of the reference's scale (see `effectScale`): free of the column's unit. A shift
 * of a normal column by δ standard deviations, δ small, gives about 0.75 δ. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. distance and value 0.816496580927726, scale 1 for (1, 2, 3) and (2, 3, 4)
 * @throws {StatisticError} when a side has no finite value
 */
export function normalisedEnergy(reference: Ecdf, current: Ecdf): EnergyResult {
  const distance = energyDistance(reference, current);
  const { scale, scaleKind } = effectScale(reference, current);
  return { distance, scale, scaleKind, value: distance === 0 ? 0 : distance / Math.sqrt(scale) };
}
