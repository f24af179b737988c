import { largest } from '../../../facts/extremes.ts';
import { chiSquaredSf } from '../../distributions/chi-squared.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { pooledQuantile } from './pooled-quantile.ts';
import { requireBothSides, StatisticError } from '../../statistic-error.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface EppsSingletonResult {
  /** W₂, with the correction for small samples where it applies. */
  statistic: number;
  /** Rank of the covariance matrix: 4, less for columns of few values. */
  degreesOfFreedom: number;
  pValue: number;
}

interface Features {
  means: number[];
  covariance: number[][];
}

const STATISTIC = 'epps_singleton';
/** Where the characteristic functions are compared, and at twice that: over the pooled semi-interquartile range. */
const POINT = 0.4;
/** The real and the imaginary part at both points. */
const PARTS = 4;
/** In radians. */
const STRIDE = 1 / 128;
const FEWEST_ROWS = 5;
/** Both sides smaller than this: the statistic is corrected. */
const SMALL = 25;
/** Eigenvalues below this share of the largest are rounding. */
const RANK_TOLERANCE = 1e-13;

// Adds the parts of cos α − 1 (so that small angles keep their precision) and sin α, and of the double angle, and
// their products: four sums, then ten.
function addParts(sums: Float64Array, weight: number, g0: number, g1: number): void {
  const g2 = -2 * g1 * g1;
  const g3 = 2 * g1 * (1 + g0);
  const [w0, w1, w2] = [weight * g0, weight * g1, weight * g2];
  sums[0]! += w0;
  sums[1]! += w1;
  sums[2]! += w2;
  sums[3]! += weight * g3;
  sums[4]! += w0 * g0;
  sums[5]! += w1 * g0;
  sums[6]! += w1 * g1;
  sums[7]! += w2 * g0;
  sums[8]! += w2 * g1;
  sums[9]! += w2 * g2;
  sums[10]! += w0 * g3;
  sums[11]! += w1 * g3;
  sums[12]! += w2 * g3;
  sums[13]! += weight * g3 * g3;
}

// The sums of all parts. Values come in order: sine and cosine are taken anew only every 1/128 of a radian, and the
// angle from there is added by its series, which ends below the last digit.
function partSums(column: Ecdf, middle: number, unit: number): Float64Array {
  const { values, counts } = column;
  const sums = new Float64Array(PARTS + (PARTS * (PARTS + 1)) / 2);
  let base = NaN;
  let cosBase = 0;
  let sinBase = 0;
  for (let i = 0; i < values.length; i++) {
    const angle = unit * (values[i]! - middle);
    let ahead = angle - base;
    if (!(ahead <= STRIDE)) {
      base = angle;
      const halfSine = Math.sin(angle / 2);
      [cosBase, sinBase, ahead] = [-2 * halfSine * halfSine, Math.sin(angle), 0];
    }
    const square = ahead * ahead;
    const sin = ahead * (1 - (square / 6) * (1 - (square / 20) * (1 - square / 42)));
    const cos = (-square / 2) * (1 - (square / 12) * (1 - square / 30));
    const g0 = cosBase + cos + cosBase * cos - sinBase * sin;
    addParts(sums, counts[i]!, g0, sinBase + sinBase * cos + sin + cosBase * sin);
  }
  return sums;
}

// Means and covariances (divisor n) of the parts of the empirical characteristic function.
function features(column: Ecdf, middle: number, unit: number): Features {
  const sums = partSums(column, middle, unit);
  const means = [...sums.subarray(0, PARTS)].map((total) => total / column.size);
  const product = (high: number, low: number): number => sums[PARTS + (high * (high + 1)) / 2 + low]! / column.size;
  const covariance = means.map((_, j) =>
    means.map((_, k) => product(Math.max(j, k), Math.min(j, k)) - means[j]! * means[k]!),
  );
  return { means, covariance };
}

// dᵀ S⁺ d and the rank of S.
function quadraticForm(difference: number[], matrix: number[][]): { form: number; rank: number } {
  const { values, vectors } = symmetricEigen(matrix);
  const smallest = RANK_TOLERANCE * largest(values);
  let form = 0;
  let rank = 0;
  values.forEach((value, k) => {
    if (value <= smallest) return;
    rank++;
    form += vectors[k]!.reduce((sum, x, j) => sum + x * difference[j]!, 0) ** 2 / value;
  });
  return { form, rank };
}

/** One of the reference's values, so that differences of values near it are exact, whatever their offset. */
const middleValue = ({ values }: Ecdf) => values[values.length >>> 1]!;

const correction = (n: number, m: number) =>
  Math.max(n, m) < SMALL ? 1 / (1 + (n + m) ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)) : 1;

function requireEnough(reference: Ecdf, current: Ecdf): void {
  requireBothSides(STATISTIC, reference.size, current.size);
  const fewest = Math.min(reference.size, current.size);
  if (fewest < FEWEST_ROWS)
    throw new StatisticError('few-on-a-side', { statistic: STATISTIC, needed: FEWEST_ROWS, fewest });
  if (reference.values.length + current.values.length === 2)
    throw new StatisticError('no-variation', { statistic: STATISTIC });
}

function semiInterquartileRange(reference: Ecdf, current: Ecdf, middle: number): number {
  const [low, high] = [0.25, 0.75].map((p) => pooledQuantile(reference, current, p, middle)) as [number, number];
  if (low === high) throw new StatisticError('half-equal', { statistic: STATISTIC });
  if (!Number.isFinite(high - low)) throw new StatisticError('too-far-apart', { statistic: STATISTIC });
  return (high - low) / 2;
}

/**
 * Epps & Singleton's (1986) two-sample test: compares the empirical characteristic functions at t = 0.4 and 0.8 over
 * the pooled semi-interquartile range. The null hypothesis: both columns come from the same distribution; it needs no
 * continuity. Chi-squared law, for large samples. Same values as scipy's `epps_singleton_2samp`, but that ours do not
 * change with an offset: values are taken about one of the reference, where scipy's angles lose digits (10⁻⁷ for 10⁹
 * plus noise). Unchanged by shift and scale. O(n + m).
 *
 * @param reference an ECDF with at least five finite values
 * @param current an ECDF with at least five finite values
 * @returns e.g. statistic 1.9657295225956741, p-value 0.7420622732460231 for (1, 2, 3, 4, 5) and (1, 3, 6, 10, 15)
 * @throws {StatisticError} when a side has fewer than five finite values, when neither varies, or when half of all
 * values are equal
 */
export function eppsSingleton(reference: Ecdf, current: Ecdf): EppsSingletonResult {
  requireEnough(reference, current);
  const [n, m] = [reference.size, current.size];
  const middle = middleValue(reference);
  const unit = POINT / semiInterquartileRange(reference, current, middle);
  const [r, c] = [features(reference, middle, unit), features(current, middle, unit)];
  const [weightR, weightC] = [(n + m) / n, (n + m) / m];
  const covariance = r.covariance.map((row, j) => row.map((x, k) => weightR * x + weightC * c.covariance[j]![k]!));
  const { form, rank } = quadraticForm(r.means.map((mean, j) => mean - c.means[j]!), covariance); // prettier-ignore
  const statistic = (n + m) * form * correction(n, m);
  return { statistic, degreesOfFreedom: rank, pValue: chiSquaredSf(statistic, rank) };
}
