import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { studentQuantile } from '../distributions/student.ts';
import { powerDeviations, sortedQuantile } from '../describe/small-summaries.ts';
import { sortFloat64 } from '../describe/sort.ts';
import { FEWEST_BLOCKS, type OneMeasure } from './blocks/bootstrap.ts';
import { NO_LIMITS, type Limits } from './mover.ts';
import { Z } from './wilson.ts';
import type { Estimate } from '../../facts/document/model/estimates.ts';

/** Fewer replicates in which a measure is defined do not tell its tails. */
const FEWEST = 100;
/** Beyond these, bias and skewness say that the replicates are too odd to correct. */
const MOST_BIAS = 0.5;
const MOST_SKEW = 0.2;

/** A measure on a file, and on other rows like the file's. */
export interface Measured extends OneMeasure {
  value: number;
  /** What the replicates are centred on, where that is not the value itself: the measure on bins. */
  point?: number;
  /** Its limits where replicates alone do not tell them (events are few), for so many normal deviates. */
  limitsAt?: (z: number) => Limits;
  /** What it is as a part of a difference, where that is another: its limits, and its value where a border cuts that off. */
  part?: { value: number; limitsAt: (z: number) => Limits };
  /** Its limits where a difference has to be told from noise, where those are others. */
  testLimitsAt?: (z: number) => Limits;
  /** Below and above which it cannot be; absent for nothing. */
  lowerBound?: number;
  upperBound?: number;
  /** Between which the value is, where bins tell no more; its limits are so much wider. */
  bounds?: Bounds;
}

/** Between which a number is that bins tell. */
export interface Bounds {
  atLeast: number;
  atMost: number;
}

/**
 * How many degrees of freedom the variance of a measure is known with: fewer where a few blocks make most of it. The
 * relative variance of a variance is (kurtosis − 1) / n and 2 / freedom (Satterthwaite 1946).
 * @param influence of each block
 * @param blocks that the replicates were drawn from, at least 2
 * @returns at least 2, at most what there is without blocks that stand out
 */
export function freedomOf(influence: Float64Array, blocks: number): number {
  const n = influence.length;
  const kurtosis = n === 0 ? NaN : (n * powerDeviations(influence, 4)) / powerDeviations(influence, 2) ** 2;
  const maxFreedom = (n * (blocks - 1)) / blocks;
  return Number.isFinite(kurtosis) ? Math.max(2, Math.min(maxFreedom, (2 * n) / (kurtosis - 1))) : maxFreedom;
}

/**
 * How far out, in normal deviates, a percentile interval has to reach to be as wide as Student's (Hesterberg 2015): a
 * bootstrap of few blocks, or of few that matter, is too narrow.
 * @param influence of each block
 * @param blocks that the replicates were drawn from, at least 2
 * @returns 1.96 for many blocks that are alike
 */
export const reachOf = (influence: Float64Array, blocks: number): number =>
  Math.sqrt(blocks / (blocks - 1)) * studentQuantile(normalCdf(Z), freedomOf(influence, blocks));

interface StretchedFrom {
  value: number;
  influence: Float64Array;
  blocks: number;
  /** How far they are to reach, in normal deviates. */
  z: number;
}

/** What an interval is made from. */
export interface Drawn extends Omit<OneMeasure, 'seed'> {
  /** What the replicates are replicates of. */
  centre: number;
}

/**
 * Bias-corrected and accelerated percentiles (Efron 1987), reaching as far as Student's, and further where blocks miss a
 * part of the variance.
 * @param drawn what the interval is made from
 * @param shift what is added to its limits' centre: how far the value lies from what was drawn
 */
export function interval(drawn: Drawn, shift: number): Limits {
  const { replicates, blocks, influence, missed, centre } = drawn;
  const sorted = sortFloat64(replicates.filter((value) => Number.isFinite(value)));
  if (sorted.length < FEWEST || blocks < 2) return NO_LIMITS;
  const bias = biasOf(sorted, centre);
  const skew = skewOf(influence);
  const reach = reachOf(influence, blocks);
  const limitAt = (z: number): number => sortedQuantile(sorted, normalCdf(bias + (bias + z) / (1 - skew * (bias + z))));
  const widened = (limit: number): number => centre + (limit - centre) / Math.sqrt(1 - missed) + shift;
  return { low: widened(limitAt(-reach)), high: widened(limitAt(reach)) };
}

/** How far the measure lies from the middle of its replicates, in normal deviates. */
function biasOf(sorted: Float64Array, centre: number): number {
  const lowerCount = sorted.reduce((sum, value) => sum + (value < centre ? 1 : value === centre ? 0.5 : 0), 0);
  const share = Math.min(1 - 0.5 / sorted.length, Math.max(0.5 / sorted.length, lowerCount / sorted.length));
  return Math.min(MOST_BIAS, Math.max(-MOST_BIAS, normalQuantile(share)));
}

/** A sixth of the skewness of the measure, from what it would be without each block. */
function skewOf(influence: Float64Array): number {
  if (influence.length === 0) return 0;
  const skew = powerDeviations(influence, 3) / (6 * powerDeviations(influence, 2) ** 1.5);
  return Number.isFinite(skew) ? Math.min(MOST_SKEW, Math.max(-MOST_SKEW, skew)) : 0;
}

/**
 * A measure with its 95 % interval.
 * @param measured null limits where it has too few replicates
 * @returns null where the measure is not defined
 */
export function estimate(measured: Measured): Estimate | null {
  const { value, bounds, lowerBound = -Infinity, upperBound = Infinity } = measured;
  if (!Number.isFinite(value)) return null;
  const { low, high } = limitsOf(measured, Z);
  const possible = (limit: number | null): number | null =>
    limit === null ? null : Math.min(upperBound, Math.max(lowerBound, limit));
  return bounded({ value, low: possible(low), high: possible(high) }, bounds);
}

/**
 * An estimate of rows that are known by bins: its interval reaches as much further as the number may lie lower or higher.
 * @param known the estimate
 * @param bounds absent where the number is exact
 */
export function bounded({ value, low, high }: Estimate, bounds: Bounds | undefined): Estimate {
  if (bounds === undefined) return { value, low, high };
  const { atLeast, atMost } = bounds;
  const widened = {
    low: low === null ? null : Math.min(low, low + atLeast - value),
    high: high === null ? null : Math.max(high, high + atMost - value),
  };
  return { value, ...widened, atLeast, atMost };
}

/**
 * The limits of a measure's interval.
 * @param measured defined
 * @param z how far it reaches, in normal deviates; 1.96 for 95 %
 */
export function limitsOf(measured: Measured, z: number): Limits {
  const { value, point = value, limitsAt, blocks } = measured;
  if (limitsAt !== undefined) return blocks < FEWEST_BLOCKS ? NO_LIMITS : limitsAt(z);
  return stretched(interval({ ...measured, centre: point }, value - point), { ...measured, z });
}

/** From so many blocks on, replicates tell the tails of a ratio of variances as well. */
const MANY_BLOCKS = 100;

/**
 * R², or any 1 less a ratio, of few blocks: replicates drawn from them are too narrow where the target is slow, since a file in which it varies
 * little tells little of how much it may vary. Its limits are Student's about the logarithm of the ratio, by the jackknife.
 * @param measured R² with its replicates
 * @param timeShare how many rows in a row tell as much as one, as a share of all; 0 for independent rows
 * @returns the same, with limits of its own where its blocks are fewer than a hundred
 */
export function withRatioLimits(measured: Measured, timeShare: number): Measured {
  const { value, influence, blocks, missed } = measured;
  if (blocks >= MANY_BLOCKS || blocks < FEWEST_BLOCKS || !(value < 1)) return measured;
  const whole = Math.log(1 - value);
  const logs = influence.map((share) => whole - Math.log(1 - value + share));
  const error = Math.sqrt((powerDeviations(logs, 2) * (blocks - 1)) / blocks / (1 - missed));
  const freedom = freedomOf(influence, blocks);
  // The variance of rows with a memory about their own mean is too small by time / rows, and its median (of a χ² law) by a third of its squared error.
  const centre = whole - timeShare - error ** 2 / 3;
  const limitsAt = (z: number): Limits => {
    const reach = error * studentQuantile(normalCdf(z), freedom);
    return { low: 1 - Math.exp(centre + reach), high: 1 - Math.exp(centre - reach) };
  };
  return Number.isFinite(error) ? { ...measured, limitsAt } : measured;
}

/**
 * Limits that reach further than for 95 %: by as much as Student's law does at the measure's degrees of freedom.
 * @param limits for 95 %
 * @param basis the value, and how far the limits shall reach
 */
export function stretched(limits: Limits, basis: StretchedFrom): Limits {
  const { value, influence, blocks, z } = basis;
  if (z === Z || limits.low === null || limits.high === null) return limits;
  const freedom = freedomOf(influence, blocks);
  const factor = studentQuantile(normalCdf(z), freedom) / studentQuantile(normalCdf(Z), freedom);
  return { low: value + factor * (limits.low - value), high: value + factor * (limits.high - value) };
}
