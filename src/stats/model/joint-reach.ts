import { largest } from '../../facts/extremes.ts';
import { normalQuantile, normalSf } from '../distributions/normal.ts';
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

/** How far intervals have to reach, in normal deviates. */
export interface JointReach {
  /** Of the measure that leads. */
  lead: number;
  /** Of all others. */
  rest: number;
}

/** The share of reports in which nothing changed that may be called changed. */
const ALPHA = 0.05;
/** How much of it the measure that leads takes for itself: it is what a model is judged by, and is not to pay for all others. */
const ALPHA_OF_LEAD = 0.03;

/**
 * How far intervals of differences have to reach for all of them together to hold zero in 95 % of reports in which
 * nothing changed: the largest of the standardised differences, replicate by replicate (max-t, Westfall and Young 1993), with a
 * reach of its own for the measure that leads. Measures that vary together cost little.
 * @param groups measures whose replicates belong together; groups share α (Bonferroni)
 * @param lead the measure that leads; undefined for none
 * @returns at least 1.96 each
 */
export function jointReach(groups: readonly (readonly Compared[])[], lead: string | undefined): JointReach {
  const filled = groups.filter((group) => group.length > 0).map((group) => largestDeviations(group, lead));
  const leadReach = lead === undefined ? Infinity : normalQuantile(1 - ALPHA_OF_LEAD / 2);
  const chance = (z: number): number =>
    filled.reduce((sum, group) => sum + group({ rest: z, lead: Math.min(z, leadReach) }), 0);
  const rest = chance(Z) <= ALPHA ? Z : leastWhere((z) => z >= Z && chance(z) <= ALPHA);
  return { rest, lead: Math.min(rest, leadReach) };
}

/** How often a deviation of a group lies beyond its reach; a group that does not vary is a normal deviate. */
function largestDeviations(group: readonly Compared[], lead: string | undefined): (reach: JointReach) => number {
  const leading = group.filter(({ id }) => id === lead).flatMap(deviationsOf);
  const following = group.filter(({ id }) => id !== lead).flatMap(deviationsOf);
  const replicates = (leading[0] ?? following[0])?.length;
  if (replicates === undefined) return (reach) => 2 * normalSf(reach.rest);
  const maxima = (series: readonly Float64Array[]): Float64Array =>
    Float64Array.from({ length: replicates }, (_, i) =>
      largest(
        series.map((deviations) => deviations[i] ?? 0),
        0,
      ),
    );
  const [ofLead, ofOthers] = [maxima(leading), maxima(following)];
  // Of the replicates one is never within, so that few of them do not promise too much.
  return (reach) => {
    let beyond = 1;
    for (let i = 0; i < replicates; i++) if (ofLead[i]! > reach.lead || ofOthers[i]! > reach.rest) beyond++;
    return beyond / (replicates + 1);
  };
}

/** Sizes of a difference's deviations in its standard deviations; none where it does not vary. */
function deviationsOf({ reference, current }: Compared): Float64Array[] {
  const pairs = Math.min(reference.replicates.length, current.replicates.length);
  const differences = Float64Array.from({ length: pairs }, (_, i) => current.replicates[i]! - reference.replicates[i]!);
  const defined = differences.filter((value) => Number.isFinite(value));
  if (defined.length === 0) return [];
  const [mean, deviation] = [smallMean(defined), Math.sqrt(powerDeviations(defined, 2) / defined.length)];
  if (!(deviation > 0)) return [];
  return [differences.map((value) => (Number.isFinite(value) ? Math.abs(value - mean) / deviation : 0))];
}
