import { leastWhere } from '../bisect.ts';
import { chiSquaredCritical } from '../distributions/chi-squared.ts';
import { kolmogorovCritical } from '../distributions/kolmogorov.ts';
import { noncentralChiSquaredSf } from '../distributions/noncentral-chi-squared.ts';
import { normalCdf, normalQuantile } from '../distributions/normal.ts';

/** How surely a change shall be seen: significance level and power, both in (0, 1). */
export interface Sureness {
  alpha: number;
  power: number;
}

/** By how much the largest gap of a sample tends to exceed its gap at the true place, in units of 1/√size; see below. */
const SAMPLE_EXCESS = 0.4;

const sizeOfDifference = (n: number, m: number) => (n > 0 && m > 0 ? (n * m) / (n + m) : 0);

// √(n m / (n + m)) times the true distance of the curves that is detected.
function detectableGap({ alpha, power }: Sureness): number {
  return kolmogorovCritical(alpha) - SAMPLE_EXCESS + normalQuantile(power) / 2;
}

/**
 * The shift, in standard deviations of a normal column, that a two-sample Kolmogorov-Smirnov test detects with the
 * given power.
 *
 * A shift of δ sets the curves D = 2 Φ(δ/2) − 1 apart. It is detected where √(n m / (n + m)) D reaches the critical
 * value of Kolmogorov's law, plus z(power)/2 for the sampling error at one place (the standard deviation of F − G is
 * at most ½ there), less 0.4 because the test looks at all places and takes the largest gap. The 0.4 is from
 * simulations: for a nominal power of 0.8, levels from 0.05 to 0.001, sizes from 30 and 30 to 2000 and 700, the power
 * of `kolmogorovSmirnov` at that shift is 0.79 to 0.88 (0.76 at 20 rows). Ties make the detectable shift larger.
 *
 * @param n (effective) number of reference values
 * @param m (effective) number of current values
 * @param sureness level and power
 * @returns e.g. 0.2986 for 270 and 270 values at α = 0.05 and power 0.8; Infinity where no shift is (three values a side)
 */
export function smallestDetectableShift(n: number, m: number, sureness: Sureness): number {
  const distance = detectableGap(sureness) / Math.sqrt(sizeOfDifference(n, m));
  return distance < 1 ? 2 * normalQuantile((1 + distance) / 2) : Infinity;
}

/**
 * Rows on each side from which on `smallestDetectableShift` is at most a given shift.
 * @param shift in standard deviations, > 0
 * @param sureness level and power
 * @returns e.g. 268 for 0.3, 2392 for 0.1 at α = 0.05 and power 0.8
 */
export function rowsForShift(shift: number, sureness: Sureness): number {
  const distance = 2 * normalCdf(shift / 2) - 1;
  return Math.ceil(2 * (detectableGap(sureness) / distance) ** 2);
}

// The distance of P(c > r) from ½ that the Mann-Whitney test detects, times √(12 n m / (n + m)).
const detectableRanks = ({ alpha, power }: Sureness): number => normalQuantile(1 - alpha / 2) + normalQuantile(power);

/**
 * The same for the Mann-Whitney test, from the normal law of its effect: P(c > r) = Φ(δ/√2) for a shift of δ.
 * @param n (effective) number of reference values
 * @param m (effective) number of current values
 * @param sureness level and power
 * @returns e.g. 0.2475 for 270 and 270 values at α = 0.05 and power 0.8; Infinity where no shift is
 */
export function smallestDetectableShiftOfRanks(n: number, m: number, sureness: Sureness): number {
  const distance = detectableRanks(sureness) / Math.sqrt(12 * sizeOfDifference(n, m));
  return distance < 0.5 ? Math.SQRT2 * normalQuantile(0.5 + distance) : Infinity;
}

/**
 * Rows on each side from which on `smallestDetectableShiftOfRanks` is at most a given shift.
 * @param shift in standard deviations, > 0
 * @param sureness level and power
 * @returns e.g. 184 for 0.3 at α = 0.05 and power 0.8
 */
export function rowsForShiftOfRanks(shift: number, sureness: Sureness): number {
  const distance = normalCdf(shift / Math.SQRT2) - 0.5;
  return Math.ceil((detectableRanks(sureness) / distance) ** 2 / 6);
}

// The noncentrality at which the chi-square test has the power. A constant column would gain a level by any change.
function detectableNoncentrality(degreesOfFreedom: number, { alpha, power }: Sureness): number {
  const free = Math.max(1, degreesOfFreedom);
  const critical = chiSquaredCritical(alpha, free);
  return leastWhere((noncentrality) => noncentralChiSquaredSf(critical, free, noncentrality) >= power);
}

/**
 * The total variation distance that a chi-square test of homogeneity detects with at least the given power, whatever
 * the direction of the change. A distance of t has a noncentrality of at least 4 t² n m / (n + m) (Cauchy-Schwarz,
 * reached where all shares change in proportion to themselves; a change of rare levels is seen sooner). Large-sample:
 * for expected counts of about 5 and more.
 *
 * @param sizes (effective) numbers of reference (n) and current (m) rows
 * @param degreesOfFreedom of the test; 0 (a constant column) counts as 1
 * @param sureness level and power
 * @returns a share of rows, e.g. 0.1253 for 250 and 250 rows in two levels at α = 0.05 and power 0.8; 1 where that
 * many rows do not reach the power for any smaller distance
 */
export function smallestDetectableTotalVariation(
  { n, m }: { n: number; m: number },
  degreesOfFreedom: number,
  sureness: Sureness,
): number {
  return Math.min(1, Math.sqrt(detectableNoncentrality(degreesOfFreedom, sureness) / (4 * sizeOfDifference(n, m))));
}

/**
 * Rows on each side from which on `smallestDetectableTotalVariation` is at most a given distance.
 * @param distance a share of rows, > 0
 * @param degreesOfFreedom of the test; 0 counts as 1
 * @param sureness level and power
 * @returns e.g. 175 for 0.15 and two levels at α = 0.05 and power 0.8
 */
export function rowsForTotalVariation(distance: number, degreesOfFreedom: number, sureness: Sureness): number {
  return Math.ceil(detectableNoncentrality(degreesOfFreedom, sureness) / (2 * distance ** 2));
}
