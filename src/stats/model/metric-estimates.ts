import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { studentQuantile } from '../distributions/student.ts';
import { powerDeviations, sortedQuantile } from '../describe/small-summaries.ts';
import { sortFloat64 } from '../describe/sort.ts';
import type { OneMeasure } from './block-bootstrap.ts';
import type { Difference, Estimate } from '../../facts/document/performance.ts';

/** Of the interval. */
const TAIL = 0.025;
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
  Math.sqrt(blocks / (blocks - 1)) * studentQuantile(1 - TAIL, freedomOf(influence, blocks));

/** What an interval is made from. */
interface Drawn extends Omit<OneMeasure, 'seed'> {
  /** What the replicates are replicates of. */
  centre: number;
}

/**
 * Bias-corrected and accelerated percentiles (Efron 1987), reaching as far as Student's, and further where blocks miss a
 * part of the variance.
 */
function interval({ replicates, blocks, influence, missed, centre }: Drawn, shift: number): Omit<Estimate, 'value'> {
  const sorted = sortFloat64(replicates.filter((value) => Number.isFinite(value)));
  if (sorted.length < FEWEST || blocks < 2) return { low: null, high: null };
  const bias = biasOf(sorted, centre);
  const skew = skewOf(influence);
  const reach = reachOf(influence, blocks) / Math.sqrt(1 - missed);
  const limitAt = (z: number): number => sortedQuantile(sorted, normalCdf(bias + (bias + z) / (1 - skew * (bias + z))));
  return { low: limitAt(-reach) + shift, high: limitAt(reach) + shift };
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
  const { value, point = value } = measured;
  return Number.isFinite(value) ? { value, ...interval({ ...measured, centre: point }, value - point) } : null;
}

const drawn = ({ value, replicates, point = value }: Measured, i: number): number => replicates[i]! + value - point;

/**
 * current − reference with its interval, from replicates pair by pair.
 * @param reference replicates of the reference
 * @param current as many of the current file; with the same seed and blocks they are of the same rows
 * @param isRelative whether a percentage of the reference says something
 * @returns null where the measure is not defined on a side
 */
export function difference(reference: Measured, current: Measured, isRelative: boolean): Difference | null {
  if (!Number.isFinite(reference.value) || !Number.isFinite(current.value)) return null;
  const value = current.value - reference.value;
  const pairs = Math.min(reference.replicates.length, current.replicates.length);
  const intervalOf = (
    combine: (referenceValue: number, currentValue: number) => number,
    scales: [number, number],
  ): Omit<Estimate, 'value'> =>
    interval(
      {
        replicates: Float64Array.from({ length: pairs }, (_, i) => combine(drawn(reference, i), drawn(current, i))),
        influence: influenceOf(reference, current, scales),
        blocks: Math.min(reference.blocks, current.blocks),
        missed: Math.max(reference.missed, current.missed),
        centre: combine(reference.value, current.value),
      },
      0,
    );
  const size = Math.abs(reference.value);
  const limits = intervalOf((referenceValue, currentValue) => currentValue - referenceValue, [-1, 1]);
  return {
    value,
    ...limits,
    relative:
      isRelative && size > 0
        ? {
            value: value / size,
            ...intervalOf(
              (referenceValue, currentValue) => (currentValue - referenceValue) / Math.abs(referenceValue),
              [-current.value / size, 1],
            ),
          }
        : null,
    beyondNoise: limits.low !== null && limits.high !== null && (limits.low > 0 || limits.high < 0),
  };
}

/** What each block adds to a function of both measures that changes by `scales` with them. */
function influenceOf(
  reference: Measured,
  current: Measured,
  [referenceScale, currentScale]: [number, number],
): Float64Array {
  const isPaired = reference.seed === current.seed && reference.blocks === current.blocks;
  if (isPaired)
    return reference.influence.map(
      (influence, i) => referenceScale * influence + currentScale * (current.influence[i] ?? 0),
    );
  return Float64Array.of(
    ...reference.influence.map((influence) => referenceScale * influence),
    ...current.influence.map((influence) => currentScale * influence),
  );
}
