import { chiSquareHomogeneity, type ChiSquareResult } from './chi-square.ts';
import { chiSquaredSf } from '../../distributions/chi-squared.ts';
import type { FrequencyTable } from '../../describe/frequency-table.ts';

/**
 * Pearson's chi-square test of homogeneity for autocorrelated columns, whose effective size is smaller than their number of rows,
 * with Rao & Scott's first-order correction: the statistic is scaled by the effective share, n′m′ / (n′ + m′) over
 * n m / (n + m), so that where nothing changed its mean is about the degrees of freedom, which stay as they are. With
 * n′ = n and m′ = m it is `chiSquareHomogeneity`. O(levels).
 *
 * Where some levels last much longer than others, p-values are somewhat too small: a second-order correction would need
 * the covariances of the shares.
 *
 * Source: J. N. K. Rao & A. J. Scott, "The analysis of categorical data from complex sample surveys", Journal of the
 * American Statistical Association 76 (1981), 221–230.
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @param effective the effective sizes n′ of the reference and m′ of the current data, > 0, need not be whole
 * @returns the scaled statistic; the smallest expected count in effective rows. E.g. statistic 0.3188405797101449,
 * p-value 0.572305248533348 for counts (24, 6) and (22, 3) with effective sizes 15 and 12.5
 * @throws {StatisticError} when a side has no row
 */
export function chiSquareEffective(
  reference: FrequencyTable,
  current: FrequencyTable,
  effective: { n: number; m: number },
): ChiSquareResult {
  const plain = chiSquareHomogeneity(reference, current);
  const [n, m] = [reference.size, current.size];
  const harmonicSize = (a: number, b: number) => (a * b) / (a + b);
  const statistic = (plain.statistic * harmonicSize(effective.n, effective.m)) / harmonicSize(n, m);
  const { degreesOfFreedom } = plain;
  const pValue = degreesOfFreedom === 0 ? 1 : chiSquaredSf(statistic, degreesOfFreedom);
  const smallestExpected = (plain.smallestExpected * Math.min(effective.n, effective.m)) / Math.min(n, m);
  return { statistic, degreesOfFreedom, pValue, smallestExpected };
}
