import { firstWhere, stepsOf, type Ecdf } from '../describe/ecdf.ts';
import { exactMean } from '../describe/exact-mean.ts';
import { FOUND } from '../kernel/kernel.ts';
import { placeCurves, type PlacedCurve } from '../kernel/placed-curves.ts';

/** Where the values of a column lie and how far they spread, told from a place among them. */
export interface Centred {
  size: number;
  /** A median of the column that is one of its values: differences from it are exact for values near it. */
  centre: number;
  /** Mean less centre. */
  offset: number;
  mean: number;
  /** Sample standard deviation (divisor n − 1); null for a single value. */
  std: number | null;
}

const LARGE = 1e150;
const SCALE = 2 ** 600;
/** A mean that is so small beside the values is what is left of sums that cancel: nine digits of it may be lost. */
const CANCELLED = 2 ** -22;

// A power of two that keeps the squares of values up to `magnitude` clear of overflow and underflow.
function safeScale(magnitude: number): number {
  if (magnitude > LARGE) return 1 / SCALE;
  return magnitude < 1 / LARGE ? SCALE : 1;
}

// Σ count · d and Σ count · d² of the deviations d from a centre.
function deviations(column: Ecdf, centre: number, scale: number): { first: number; second: number } {
  const { kernel, places } = placeCurves([column]);
  const [{ values, upTo, count }] = places as [PlacedCurve];
  kernel.calls.deviations(values, upTo, count, centre, scale, FOUND);
  const [first = NaN, second = NaN] = kernel.doubles(FOUND, 2);
  return { first, second };
}

function measure(column: Ecdf): Centred {
  const { values, size } = column;
  const { upTo, preceding } = stepsOf(column);
  const centre = values[firstWhere(upTo, (count) => 2 * (count - preceding) >= size)]!;
  if (values.length === 1) return { size, centre, offset: 0, mean: centre, std: size > 1 ? 0 : null };
  const magnitude = Math.max(-values[0]!, values.at(-1)!);
  const scale = safeScale(magnitude);
  const { first, second } = deviations(column, centre * scale, scale);
  const offset = first / size;
  const variance = Math.max(0, second - offset * first) / (size - 1);
  const mean = centre + offset / scale;
  const isLeft = Math.abs(mean) < CANCELLED * magnitude;
  return {
    ...{ size, centre, offset: offset / scale, std: Math.sqrt(variance) / scale },
    mean: isLeft ? exactMean(column, magnitude > LARGE ? scale : 1) : mean,
  };
}

const known = new WeakMap<Ecdf, Centred>();

/**
 * Mean and sample standard deviation, measured from a median: mean and median are never further apart than one standard
 * deviation, so one pass keeps full precision for 10⁹ plus small noise, for scales of 10⁻³⁰⁰ and of 10³⁰⁰ (Chan, Golub
 * & LeVeque 1983, "Algorithms for computing the sample variance", on shifted data). A constant column has a std of
 * exactly 0; a mean that little is left of is summed again in twice the digits. O(distinct values) the first time, then kept as long as the column.
 *
 * @param column an ECDF with at least one finite value
 * @returns e.g. centre 2, offset 0.5, std 1.2909944487358056 for (1, 2, 3, 4)
 */
export function centred(column: Ecdf): Centred {
  const cached = known.get(column);
  if (cached !== undefined) return cached;
  const measured = measure(column);
  known.set(column, measured);
  return measured;
}
