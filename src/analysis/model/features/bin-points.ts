import { wilson } from '../../../stats/model/wilson.ts';
import type { Point } from '../curve-points.ts';
import type { FeatureCell } from '../../../facts/document/model/features.ts';

/** A bin's mean, and how far its rows (for shares: what is known of it) are spread. */
export interface BinPoint extends Point {
  low?: number;
  high?: number;
}

type Series = 'target' | 'prediction' | 'error';

/**
 * Where a feature's bins are drawn, evenly spaced: the mean with one standard deviation to either side; for shares, which
 * have no spread of their own, the 95 % interval that independent rows would have.
 */
export function binPoints(cells: readonly FeatureCell[], series: Series, isShare: boolean): BinPoint[] {
  return cells.flatMap((cell, i): BinPoint[] => {
    const { count, [`${series}Mean` as const]: y, [`${series}Std` as const]: std } = cell;
    if (y === null) return [];
    if (isShare) return [{ x: i + 1, y, ...wilson(y, count) }];
    return [{ x: i + 1, y, ...(std !== null && { low: y - std, high: y + std }) }];
  });
}
