import { chiSquaredSf } from './distributions/chi-squared.ts';
import type { Ecdf } from './ecdf.ts';
import { pool } from './pooled.ts';
import { quantiles } from './quantiles.ts';
import { middleValue, shifted } from './shifted.ts';
import { cannotCompute, requireBothSides } from './statistic-error.ts';
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

const NAME = 'Epps-Singleton';
/** Where the characteristic functions are compared, and at twice that: over the pooled semi-interquartile range. */
const POINT = 0.4;
/** The real and the imaginary part at both points. */
const PARTS = 4;
const FEWEST_ROWS = 5;
/** Both sides smaller than this: the statistic is corrected. */
const SMALL = 25;
/** Eigenvalues below this share of the largest are rounding. */
const RANK_TOLERANCE = 1e-13;

// cos − 1 (so that small angles keep their precision) and sin, of an angle and of twice the angle.
function setParts(parts: Float64Array, angle: number): void {
  const half = Math.sin(angle / 2);
  parts[0] = -2 * half * half;
  parts[1] = Math.sin(angle);
  parts[2] = -2 * parts[1] * parts[1];
  parts[3] = 2 * parts[1] * (1 + parts[0]);
}

// Means and covariances (divisor n) of the parts of the empirical characteristic function.
function features(column: Ecdf, unit: number): Features {
  const [g, sums, squares] = [new Float64Array(PARTS), new Float64Array(PARTS), new Float64Array(PARTS * PARTS)];
  for (let i = 0; i < column.values.length; i++) {
    setParts(g, unit * column.values[i]!);
    for (let j = 0; j < PARTS; j++) {
      const weighted = column.counts[i]! * g[j]!;
      sums[j]! += weighted;
      for (let k = 0; k <= j; k++) squares[PARTS * j + k]! += weighted * g[k]!;
    }
  }
  const means = [...sums].map((total) => total / column.size);
  const products = means.map((_, j) => means.map((_, k) => squares[PARTS * j + k]! / column.size));
  const covariance = products.map((row, j) =>
    row.map((_, k) => products[Math.max(j, k)]![Math.min(j, k)]! - means[j]! * means[k]!),
  );
  return { means, covariance };
}

// dᵀ S⁺ d and the rank of S.
function quadraticForm(difference: number[], matrix: number[][]): { form: number; rank: number } {
  const { values, vectors } = symmetricEigen(matrix);
  const least = RANK_TOLERANCE * Math.max(...values);
  let [form, rank] = [0, 0];
  values.forEach((value, k) => {
    if (value <= least) return;
    rank++;
    form += vectors[k]!.reduce((sum, x, j) => sum + x * difference[j]!, 0) ** 2 / value;
  });
  return { form, rank };
}

const correction = (n: number, m: number) =>
  Math.max(n, m) < SMALL ? 1 / (1 + (n + m) ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)) : 1;

function requireEnough(reference: Ecdf, current: Ecdf): void {
  requireBothSides(NAME, reference.size, current.size);
  const fewest = Math.min(reference.size, current.size);
  if (fewest < FEWEST_ROWS) throw cannotCompute(NAME, `it needs five values on each side, and one has ${fewest}`);
  if (reference.values.length + current.values.length === 2) throw cannotCompute(NAME, 'neither side varies');
}

function semiInterquartileRange(column: Ecdf): number {
  const [low, high] = quantiles(column, [0.25, 0.75]) as [number, number];
  if (low === high) throw cannotCompute(NAME, 'the middle half of all values is one value, which leaves no scale');
  if (!Number.isFinite(high - low)) throw cannotCompute(NAME, 'the values are too far apart for doubles');
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
  const columns = [reference, current].map((column) => shifted(column, middleValue(reference))) as [Ecdf, Ecdf];
  const scale = semiInterquartileRange(pool(...columns));
  const [r, c] = [features(columns[0], POINT / scale), features(columns[1], POINT / scale)];
  const [weightR, weightC] = [(n + m) / n, (n + m) / m];
  const covariance = r.covariance.map((row, j) => row.map((x, k) => weightR * x + weightC * c.covariance[j]![k]!));
  const { form, rank } = quadraticForm(r.means.map((mean, j) => mean - c.means[j]!), covariance); // prettier-ignore
  const statistic = (n + m) * form * correction(n, m);
  return { statistic, degreesOfFreedom: rank, pValue: chiSquaredSf(statistic, rank) };
}
