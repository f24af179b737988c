import { mean, quantileSorted, sampleVariance, sumNthPowerDeviations } from 'simple-statistics';

/**
 * Summaries of some thousand numbers at most, by simple-statistics: replicates, influences, sizes, bins. Whole columns have
 * kernels of their own (`moments`, `quantiles`, `meanOf`).
 */

// The library reads length and numbers alone, which typed arrays have too.
const listOf = (values: ArrayLike<number>): readonly number[] => values as readonly number[];

/**
 * The mean of a few values.
 * @param values at least one
 */
export const smallMean = (values: ArrayLike<number>): number => mean(listOf(values));

/**
 * The variance of a few values, sample form (divisor n − 1).
 * @param values at least two
 */
export const smallVariance = (values: ArrayLike<number>): number => sampleVariance(listOf(values));

/**
 * Σ (value − mean)ᵏ.
 * @param values at least one
 * @param power k, e.g. 2
 */
export const powerDeviations = (values: ArrayLike<number>, power: number): number =>
  sumNthPowerDeviations(listOf(values), power);

/**
 * A quantile of sorted values, with linear interpolation (type 7). O(1), for any number of values.
 * @param sorted increasing, at least one
 * @param probability in [0, 1]
 * @returns e.g. 1.75 for (1, 2, 3, 4) and 0.25
 */
export const sortedQuantile = (sorted: ArrayLike<number>, probability: number): number =>
  quantileSorted(listOf(sorted), probability);
