import type { Ecdf } from './ecdf.ts';

/** Null where the column has too few finite values: none for mean, min and max; fewer than two for std. */
export interface Moments {
  mean: number | null;
  /** Sample standard deviation (divisor n − 1). */
  std: number | null;
  min: number | null;
  max: number | null;
}

const LARGE = 1e150;
const SCALE = 2 ** 600;

// A power of two that keeps the squares of values up to `magnitude` clear of overflow and underflow.
function safeScale(magnitude: number): number {
  if (magnitude > LARGE) return 1 / SCALE;
  return magnitude < 1 / LARGE ? SCALE : 1;
}

// Σ count · d and Σ count · d² of the deviations d from a centre, with Neumaier's compensation.
function deviations(column: Ecdf, centre: number, scale: number): { first: number; second: number } {
  let [first, firstLost, second, secondLost] = [0, 0, 0, 0];
  for (let i = 0; i < column.values.length; i++) {
    const deviation = column.values[i]! * scale - centre;
    const linear = column.counts[i]! * deviation;
    const square = linear * deviation;
    const sum = first + linear;
    firstLost += Math.abs(first) >= Math.abs(linear) ? first - sum + linear : linear - sum + first;
    first = sum;
    const squares = second + square;
    secondLost += second >= square ? second - squares + square : square - squares + second;
    second = squares;
  }
  return { first: first + firstLost, second: second + secondLost };
}

/**
 * Mean, sample standard deviation and range of the finite values.
 *
 * Two passes: deviations from the middle of the range give the mean; deviations from the mean correct it and give the
 * variance (Chan, Golub & LeVeque 1983, "corrected two-pass"), all sums compensated. So the results keep full
 * precision for 10⁹ plus small noise, for scales of 10⁻³⁰⁰ and of 10³⁰⁰. A constant column has a std of exactly 0.
 * O(distinct values).
 *
 * @param column any ECDF
 * @returns e.g. mean 2.5, std 1.2909944487358056 for (1, 2, 3, 4)
 */
export function moments(column: Ecdf): Moments {
  const { values, size } = column;
  if (size === 0) return { mean: null, std: null, min: null, max: null };
  const min = values[0]!;
  const max = values[values.length - 1]!;
  if (min === max) return { mean: min, std: size > 1 ? 0 : null, min, max };
  const scale = safeScale(Math.max(-min, max));
  const middle = (min * scale) / 2 + (max * scale) / 2;
  const centre = middle + deviations(column, middle, scale).first / size;
  const { first, second } = deviations(column, centre, scale);
  const variance = Math.max(0, second - (first / size) * first) / (size - 1);
  const mean = (centre + first / size) / scale;
  return { mean: Math.min(Math.max(mean, min), max), std: Math.sqrt(variance) / scale, min, max };
}
