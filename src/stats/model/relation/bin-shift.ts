import { smallest } from '../../../facts/extremes.ts';
import type { RelationSums } from './relation-sums.ts';

/** Bins with a smaller effective size than this in either file are left out. */
const FEWEST_ROWS = 10;

/** A half of a bin with a smaller one is left out. */
const FEWEST_IN_HALF = 3;

/** A bin in both files. */
export interface BinPair {
  reference: RelationSums;
  current: RelationSums;
  bin: number;
  /** Rows per independent row. */
  time: number;
  /** Of the series inside the bin. */
  slope: number;
}

/** How far a bin's mean moved. */
export interface BinShift {
  shift: number;
  /** Variance of the shift. */
  error: number;
  /** How well that variance is known (Satterthwaite 1946). */
  freedom: number;
  rows: number;
  /** The feature's mean, and its variance inside the bin; 0 both for categories and for shares. */
  x: number;
  inside: number;
  /** In units of the series: how far the mean lies from where the shift that all bins have in common puts it. */
  apart: (commonShift: number) => number;
  /** The square that chance makes of `apart`. */
  chance: (commonError: number) => number;
}

/** What the halves of a bin tell of its shift. */
interface Halves {
  shift: number;
  error: number;
  freedom: number;
}

const effectiveCounts = ({ reference, current, bin, time }: BinPair): [number, number] => [
  reference.counts[bin]! / time,
  current.counts[bin]! / time,
];

/**
 * Whether both files have rows enough in a bin.
 * @param pair both files' sums in it
 */
export const isComparable = (pair: BinPair): boolean => smallest(effectiveCounts(pair)) >= FEWEST_ROWS;

/** Variance of what the slope leaves. */
const restSquare = ({ counts, xx, xy, yy }: RelationSums, bin: number, slope: number): number =>
  Math.max(0, yy[bin]! - 2 * slope * xy[bin]! + slope * slope * xx[bin]!) / Math.max(1, counts[bin]! - 1);

interface Parts {
  n: number;
  m: number;
  /** Variance of both means, and what the slope's own error adds to it. */
  means: [number, number];
  ofSlope: number;
  /** The current mean, had the feature there the mean of the reference. */
  currentMean: number;
  freedom: number;
  rows: number;
}

function partsOf(pair: BinPair): Parts {
  const { reference, current, bin, time, slope } = pair;
  const [n, m] = effectiveCounts(pair);
  // The slope is one more number that these rows have told.
  const known = slope === 0 ? 1 : (n + m - 2) / (n + m - 3);
  const [s, t] = [known * restSquare(reference, bin, slope), known * restSquare(current, bin, slope)];
  const xApart = current.x[bin]! - reference.x[bin]!;
  const squares = (reference.xx[bin]! + current.xx[bin]!) / time;
  const pooled = (s * (n - 1) + t * (m - 1)) / (n + m - 2);
  return {
    ...{ n, m, means: [s / n, t / m], ofSlope: slope === 0 ? 0 : (xApart * xApart * pooled) / squares },
    currentMean: current.y[bin]! - slope * xApart,
    freedom: (s / n + t / m) ** 2 / ((s / n) ** 2 / (n - 1) + (t / m) ** 2 / (m - 1)),
    rows: reference.counts[bin]! + current.counts[bin]!,
  };
}

/**
 * The shift of a bin's mean, less what another mean of the feature makes of it. A relation that bends, or steps, inside the bin is no shift: where halves
 * of the bin are given each is compared by itself, with a slope of its own, and by how much that differs from the bin as a whole, the shift is unsure.
 * @param pair both files' sums in it
 * @param halves the same of its halves
 */
export function binShift(pair: BinPair, halves: readonly BinPair[] = []): BinShift {
  const { means, ofSlope, currentMean, freedom, rows } = partsOf(pair);
  const whole = { shift: currentMean - pair.reference.y[pair.bin]!, error: means[0] + means[1] + ofSlope, freedom };
  const { shift, error, ...known } = withHalves(whole, halves);
  const { reference, current, bin } = pair;
  return {
    ...{ shift, error, freedom: known.freedom, rows },
    ...{ x: reference.x[bin]!, inside: (reference.xx[bin]! + current.xx[bin]!) / rows },
    apart: (commonShift) => shift - commonShift,
    chance: (commonError) => error - commonError,
  };
}

function withHalves(whole: Halves, given: readonly BinPair[]): Halves {
  const halves = given.flatMap((pair) => (smallest(effectiveCounts(pair)) < FEWEST_IN_HALF ? [] : [halfOf(pair)]));
  const weights = halves.reduce((sum, { weight }) => sum + weight, 0);
  const error = halves.reduce((sum, part) => sum + (part.weight / weights) ** 2 * part.error, 0);
  if (!(error > 0)) return whole;
  const shift = halves.reduce((sum, part) => sum + (part.weight / weights) * part.shift, 0);
  const unsure = halves.reduce(
    (sum, { weight, ...part }) => sum + ((weight / weights) ** 2 * part.error) ** 2 / part.freedom,
    0,
  );
  return { shift, error: Math.max(error, whole.error) + (shift - whole.shift) ** 2, freedom: error ** 2 / unsure };
}

function halfOf(pair: BinPair): Halves & { weight: number } {
  const { n, m, means, ofSlope, currentMean, freedom } = partsOf(pair);
  const { reference, current, bin, time, slope } = pair;
  const xApart = current.x[bin]! - reference.x[bin]!;
  const squares = (reference.xx[bin]! + current.xx[bin]!) / time;
  return {
    ...{ shift: currentMean - reference.y[bin]!, error: means[0] + means[1] + ofSlope, freedom },
    weight: 1 / (1 / n + 1 / m + (slope === 0 ? 0 : xApart ** 2 / squares)),
  };
}

const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * The same of a share, in log odds; half a row is added to both outcomes (Haldane 1956).
 * @param pair both files' sums in the bin
 */
export function shareShift(pair: BinPair): BinShift {
  const { n, m, ofSlope, currentMean, rows } = partsOf(pair);
  const [before, after] = [kept(pair.reference.y[pair.bin]!, n), kept(currentMean, m)];
  const [p, q] = [before * (1 - before), after * (1 - after)];
  const shift = logOdds(after) - logOdds(before);
  const error = 1 / ((n + 1) * p) + 1 / ((m + 1) * q) + ofSlope / (q * q);
  return {
    ...{ shift, error, rows, x: 0, inside: 0 },
    // The variance of a share follows from the share.
    freedom: Infinity,
    apart: (commonShift) => after - shareOf(logOdds(before) + commonShift),
    chance: (commonError) => Math.max(0, error - commonError) * q * q,
  };
}

const kept = (share: number, rows: number): number => (Math.min(1, Math.max(0, share)) * rows + 0.5) / (rows + 1);
