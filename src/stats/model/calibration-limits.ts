import { normalCdf } from '../distributions/normal.ts';
import { studentQuantile } from '../distributions/student.ts';
import type { Measured } from './metric-estimates.ts';
import type { Limits } from './mover.ts';
import { chanceSquare, distance, HEAD } from './probability-sums.ts';

/** Nodes at which the normal law is looked at, and how far out. */
const [NODES, FARTHEST] = [120, 6] as const;

/** The share of what was taken off for chance that may belong to the error of one file. */
const BELONGS = 0.4;
/** Where nothing is off, chance still puts bins a little apart, and makes the deviation so much too large. */
const TOO_LARGE = 0.09;

/** What the bins of a file tell of its calibration error, in shares of its rows. */
interface Spread {
  /** The error as a sum that zero does not cut off. */
  sum: number;
  /** What was taken off for chance. */
  takenOff: number;
  /** The sum's standard deviation. */
  deviation: number;
  /** How far off a usual bin is, in its own chance. */
  typical: number;
}

/**
 * The calibration error before it is kept from falling below 0, and its standard deviation: that of each bin's distance less its chance, where every bin
 * is as far off, in its own chance, as all of them together are (their mean square less 1, James and Stein 1961). Rows of the class vary as their share in the
 * bin does. A bootstrap holds the chance of the rows twice, and is too wide.
 * @param sums see `probabilitySums`; of two classes
 * @param time rows per independent row
 */
export function calibrationSpread(sums: Float64Array, time: number): Spread {
  const bins: { square: number; apart: number; scale: number }[] = [];
  const rows = sums[0]!;
  let [sum, whole] = [0, 0];
  for (let index = HEAD; index < sums.length; index += 3) {
    const [count, score, positives] = [sums[index]!, sums[index + 1]!, sums[index + 2]!];
    if (!(count > 0)) continue;
    const mean = score / count;
    const square = time * chanceSquare(count, mean);
    whole += Math.abs(score - positives);
    sum += distance(score - positives, square);
    // One row as the scores say, so that a bin without any row of the class is not sure of that.
    const found = time * chanceSquare(count, (positives + mean) / (count + 1));
    if (square > 0)
      bins.push({ square, apart: (score - positives) / Math.sqrt(square), scale: Math.sqrt(found / square) });
  }
  const size = bins.reduce((squares, { apart }) => squares + apart * apart, 0);
  const typical = Math.sqrt(Math.max(0, size / bins.length - 1));
  const variance = bins.reduce((total, { square, scale }) => total + square * distanceVariance(typical, scale), 0);
  return { sum: sum / rows, takenOff: (whole - sum) / rows, deviation: Math.sqrt(variance) / rows, typical };
}

/** The variance of the distance of a normal value about `apart` with a deviation of `scale`, less its chance. */
function distanceVariance(apart: number, scale: number): number {
  let [weight, mean, square] = [0, 0, 0];
  for (let node = -NODES; node <= NODES; node++) {
    const deviate = (node * FARTHEST) / NODES;
    const density = Math.exp((-deviate * deviate) / 2);
    const found = distance(apart + scale * deviate, 1);
    weight += density;
    mean += density * found;
    square += density * found * found;
  }
  return square / weight - (mean / weight) ** 2;
}

/**
 * Calibration error with its limits: how much of a small distance is chance is not known well, and two fifths of what was taken off may belong to it. A
 * difference goes by the sums that zero does not cut off: two errors that end at 0 lie nearer to each other than their spread; and by a
 * deviation that is smaller by up to 9 % where bins are hardly off (by simulation).
 * @param measured the error with its replicates
 * @param sums see `probabilitySums`; of two classes
 * @param time rows per independent row
 */
export function withCalibrationLimits(measured: Measured, sums: Float64Array, time: number): Measured {
  const { value, blocks } = measured;
  const { sum, takenOff, deviation, typical } = calibrationSpread(sums, time);
  const reachAt = (z: number): number => deviation * studentQuantile(normalCdf(z), Math.max(2, blocks - 1));
  const ofDifference = 1 - TOO_LARGE * Math.exp(-typical * typical);
  return {
    ...measured,
    limitsAt: (z): Limits => {
      const reach = reachAt(z);
      return { low: Math.max(0, sum - reach), high: Math.max(value, sum + reach + BELONGS * takenOff) };
    },
    part: {
      value: sum,
      limitsAt: (z): Limits => ({ low: sum - ofDifference * reachAt(z), high: sum + ofDifference * reachAt(z) }),
    },
  };
}
