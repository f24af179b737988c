import type { StatisticId } from '../../../facts/statements/statistic-reasons.ts';
import { centred, type Centred } from '../../depend/centred.ts';
import { studentTwoSided } from '../../distributions/student.ts';
import type { Ecdf } from '../../describe/ecdf.ts';
import { requireBothSides, StatisticError } from '../../statistic-error.ts';

export interface TTestResult {
  /** Positive where the reference has the larger mean. */
  statistic: number;
  degreesOfFreedom: number;
  /** Two-sided. */
  pValue: number;
}

interface Spread {
  n: number;
  m: number;
  /** Mean of the reference less mean of the current values, in units of the larger standard deviation. */
  difference: number;
  /** Variances, in units of the larger one. */
  varianceR: number;
  varianceC: number;
}

// Centres are values of the columns, so that an offset of 10⁹ costs the difference of the means no digits.
function spread(statistic: StatisticId, reference: Centred, current: Centred): Spread {
  const [stdR, stdC] = [reference.std ?? 0, current.std ?? 0];
  const unit = Math.max(stdR, stdC);
  if (unit === 0) throw new StatisticError('no-variation', { statistic });
  const difference = (reference.centre - current.centre + (reference.offset - current.offset)) / unit;
  if (!Number.isFinite(difference) || unit === Infinity) throw new StatisticError('too-far-apart', { statistic });
  const [varianceR, varianceC] = [(stdR / unit) ** 2, (stdC / unit) ** 2];
  return { n: reference.size, m: current.size, difference, varianceR, varianceC };
}

/**
 * Student's two-sample t test of equal means, two-sided, with pooled variance (Student 1908): for columns of equal
 * variance. The null hypothesis: both means are equal. Exact for normal columns, good for large ones; a single outlier
 * can hide any change. Same values as scipy's `ttest_ind`; for values of 10⁹ plus noise it is ours that are right to
 * full precision (scipy's means are rounded there). Unchanged by shift and scale. O(n + m).
 *
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @returns e.g. statistic −3.6742346141747673, p-value 0.021311641128756734 for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has no finite value, when neither varies, or where the range
 * of the values overflows
 */
export function studentT(reference: Ecdf, current: Ecdf): TTestResult {
  requireBothSides('t_test', reference.size, current.size);
  const { n, m, difference, varianceR, varianceC } = spread('t_test', centred(reference), centred(current));
  const degreesOfFreedom = n + m - 2;
  const pooled = ((n - 1) * varianceR + (m - 1) * varianceC) / degreesOfFreedom;
  const statistic = difference / Math.sqrt(pooled * (1 / n + 1 / m));
  return { statistic, degreesOfFreedom, pValue: studentTwoSided(statistic, degreesOfFreedom) };
}

/**
 * Welch's two-sample t test of equal means, two-sided, for unequal variances, with Satterthwaite's degrees of freedom
 * (Welch 1947). Otherwise as `studentT`; scipy's `ttest_ind(equal_var=False)`. O(n + m).
 *
 * @param reference an ECDF with at least two finite values
 * @param current an ECDF with at least two finite values
 * @param effective the effective size of each side, by default its number of rows
 * @param effective.n of the reference
 * @param effective.m of the current data
 * @returns e.g. statistic −3.6742346141747673, p-value 0.021311641128756734 for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} when a side has fewer than two finite values, when neither varies, or where the range
 * of the values overflows
 */
export function welchT(reference: Ecdf, current: Ecdf, { n, m } = { n: reference.size, m: current.size }): TTestResult {
  requireBothSides('welch', reference.size, current.size);
  const fewest = Math.min(n, m);
  if (fewest < 2) throw new StatisticError('few-on-a-side', { statistic: 'welch', needed: 2, fewest });
  const { difference, varianceR, varianceC } = spread('welch', centred(reference), centred(current));
  const [ofMeanR, ofMeanC] = [varianceR / n, varianceC / m];
  const part = ofMeanR / (ofMeanR + ofMeanC);
  const degreesOfFreedom = 1 / (part ** 2 / (n - 1) + (1 - part) ** 2 / (m - 1));
  const statistic = difference / Math.sqrt(ofMeanR + ofMeanC);
  return { statistic, degreesOfFreedom, pValue: studentTwoSided(statistic, degreesOfFreedom) };
}
