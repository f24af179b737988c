import { largest } from '../../facts/extremes.ts';
import { normalSf } from '../distributions/normal.ts';
import { leastWhere } from '../bisect.ts';
import { powerDeviations, smallMean } from '../describe/small-summaries.ts';
import type { Measured } from './metric-estimates.ts';
import { Z } from './wilson.ts';

/** A measure that is defined in both files. */
export interface Compared {
  id: string;
  reference: Measured;
  current: Measured;
}

/** The share of reports in which nothing changed that may be called changed. */
const ALPHA = 0.05;

/**
 * How far intervals of differences have to reach for all of them together to hold zero in 95 % of reports in which
 * nothing changed: the largest of the standardised differences, replicate by replicate (max-t, Westfall and Young 1993).
 * Measures that vary together cost little.
 * @param groups measures whose replicates belong together; groups share α (Bonferroni)
 * @returns in normal deviates, at least 1.96
 */
export function jointReach(groups: readonly (readonly Compared[])[]): number {
  const filled = groups.filter((group) => group.length > 0).map(largestDeviations);
  const chance = (z: number): number => filled.reduce((sum, group) => sum + group(z), 0);
  return chance(Z) <= ALPHA ? Z : leastWhere((z) => z >= Z && chance(z) <= ALPHA);
}

/** How often the largest deviation of a group lies beyond a reach; a group that does not vary is a normal deviate. */
function largestDeviations(group: readonly Compared[]): (z: number) => number {
  const deviations = group.map(standardised).filter((series) => series !== null);
  const [first] = deviations;
  if (first === undefined) return (z) => 2 * normalSf(z);
  const maxima = first.map((_, i) => largest(deviations.map((series) => series[i] ?? 0)));
  // Of the replicates one is never beyond, so that few of them do not promise too much.
  return (z) => (maxima.reduce((count, value) => count + Number(value > z), 0) + 1) / (maxima.length + 1);
}

/** Sizes of a difference's deviations in its standard deviations; null where it does not vary. */
function standardised({ reference, current }: Compared): Float64Array | null {
  const pairs = Math.min(reference.replicates.length, current.replicates.length);
  const differences = Float64Array.from({ length: pairs }, (_, i) => current.replicates[i]! - reference.replicates[i]!);
  const defined = differences.filter((value) => Number.isFinite(value));
  if (defined.length === 0) return null;
  const [mean, deviation] = [smallMean(defined), Math.sqrt(powerDeviations(defined, 2) / defined.length)];
  if (!(deviation > 0)) return null;
  return differences.map((value) => (Number.isFinite(value) ? Math.abs(value - mean) / deviation : 0));
}
