import { normalCdf } from '../distributions/normal.ts';
import { studentQuantile } from '../distributions/student.ts';
import type { Measured } from './metric-estimates.ts';
import type { Limits } from './mover.ts';
import { chanceSquare, distance, HEAD, probabilityMeasures } from './probability-sums.ts';

/** Nodes at which the normal law is looked at, and how far out. */
const [NODES, FARTHEST] = [120, 6] as const;

/**
 * The standard deviation of the calibration error: that of each bin's distance less its chance, where the bin is as far off as it seems, less what
 * chance adds to all bins together (James and Stein 1961). A bootstrap holds the chance of the rows twice, and is too wide.
 * @param sums see \`probabilitySums\`; of two classes
 * @param time rows per independent row
 */
export function calibrationSpread(sums: Float64Array, time: number): number {
  const bins: { square: number; apart: number }[] = [];
  for (let index = HEAD; index < sums.length; index += 3) {
    const [count, score, positives] = [sums[index]!, sums[index + 1]!, sums[index + 2]!];
    const square = count > 0 ? time * chanceSquare(count, score / count) : 0;
    if (square > 0) bins.push({ square, apart: (score - positives) / Math.sqrt(square) });
  }
  const size = bins.reduce((sum, { apart }) => sum + apart * apart, 0);
  const shrunken = Math.sqrt(Math.max(0, 1 - bins.length / size));
  const variance = bins.reduce((sum, { square, apart }) => sum + square * distanceVariance(shrunken * apart), 0);
  return Math.sqrt(variance) / sums[0]!;
}

/** The variance of the distance of a normal value about \`apart\`, less its chance. */
function distanceVariance(apart: number): number {
  let [weight, mean, square] = [0, 0, 0];
  for (let node = -NODES; node <= NODES; node++) {
    const deviate = (node * FARTHEST) / NODES;
    const density = Math.exp((-deviate * deviate) / 2);
    const found = distance(apart + deviate, 1);
    weight += density;
    mean += density * found;
    square += density * found * found;
  }
  return square / weight - (mean / weight) ** 2;
}

/**
 * Calibration error with its limits: how much of a small distance is chance is not known well, and half of what was taken off may belong to it, in
 * both files alike.
 * @param measured the error with its replicates
 * @param sums see `probabilitySums`; of two classes
 * @param time rows per independent row
 */
export function withCalibrationLimits(measured: Measured, sums: Float64Array, time: number): Measured {
  const { value, blocks } = measured;
  const spread = calibrationSpread(sums, time);
  const takenOff = (probabilityMeasures(sums, 0, time)[2] ?? NaN) - value;
  const limitsAt =
    (further: number) =>
    (z: number): Limits => {
      const reach = spread * studentQuantile(normalCdf(z), Math.max(2, blocks - 1));
      return { low: Math.max(0, value - reach), high: value + reach + further };
    };
  return { ...measured, limitsAt: limitsAt(takenOff / 2), partLimitsAt: limitsAt(0) };
}
