import { normalCdf } from '../distributions/normal.ts';
import { studentQuantile } from '../distributions/student.ts';
import { sortFloat64 } from '../sort.ts';
import type { Difference, Estimate } from './estimate.ts';

/** Of the interval. */
const TAIL = 0.025;
/** Fewer replicates in which a measure is defined do not tell its tails. */
const FEWEST = 100;

/** A measure on a file, and on other rows like the file's. */
export interface Measured {
  value: number;
  /** The measure in each replicate, in the order in which they were drawn; none where there is no interval. */
  replicates: Float64Array;
  /** How many blocks the replicates were drawn from. */
  blocks: number;
  /** What the replicates are centred on, where that is not the value itself: the measure on bins. */
  point?: number;
}

/**
 * How far out a percentile interval has to reach to be as wide as Student's (Hesterberg 2015): a bootstrap of few blocks
 * is too narrow.
 * @param blocks at least 2
 * @returns the share of replicates on each side, 0.025 for many blocks
 */
export function expandedTail(blocks: number): number {
  const freedom = blocks - 1;
  return normalCdf(-Math.sqrt(blocks / freedom) * studentQuantile(1 - TAIL, freedom));
}

function interval(replicates: Float64Array, blocks: number, shift: number): Omit<Estimate, 'value'> {
  const sorted = sortFloat64(replicates.filter((value) => Number.isFinite(value)));
  if (sorted.length < FEWEST || blocks < 2) return { low: null, high: null };
  const tail = expandedTail(blocks) * (sorted.length - 1);
  const at = (position: number): number => {
    const below = Math.floor(position);
    const [a, b] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
    return a + (b - a) * (position - below);
  };
  return { low: at(tail) + shift, high: at(sorted.length - 1 - tail) + shift };
}

/**
 * A measure with its 95 % percentile interval.
 * @param measured null limits where it has too few replicates
 * @returns null where the measure is not defined
 */
export function estimate({ value, replicates, blocks, point = value }: Measured): Estimate | null {
  return Number.isFinite(value) ? { value, ...interval(replicates, blocks, value - point) } : null;
}

const drawn = ({ value, replicates, point = value }: Measured, i: number): number => replicates[i]! + value - point;

/**
 * current − reference with its interval, from replicates pair by pair.
 * @param reference replicates of the reference
 * @param current as many of the current file
 * @param isRelative whether a percentage of the reference says something
 * @returns null where the measure is not defined on a side
 */
export function difference(reference: Measured, current: Measured, isRelative: boolean): Difference | null {
  if (!Number.isFinite(reference.value) || !Number.isFinite(current.value)) return null;
  const value = current.value - reference.value;
  const blocks = Math.min(reference.blocks, current.blocks);
  const pairs = Math.min(reference.replicates.length, current.replicates.length);
  const from = (of: (before: number, after: number) => number): Omit<Estimate, 'value'> =>
    interval(
      Float64Array.from({ length: pairs }, (_, i) => of(drawn(reference, i), drawn(current, i))),
      blocks,
      0,
    );
  const size = Math.abs(reference.value);
  const limits = from((before, after) => after - before);
  return {
    value,
    ...limits,
    relative:
      isRelative && size > 0
        ? { value: value / size, ...from((before, after) => (after - before) / Math.abs(before)) }
        : null,
    beyondNoise: limits.low !== null && limits.high !== null && (limits.low > 0 || limits.high < 0),
  };
}
