import type { Ecdf } from '../describe/ecdf.ts';
import { mannWhitney } from '../compare/numeric/mann-whitney.ts';
import { studentT } from '../compare/numeric/t-test.ts';

/** The only value of both columns, where they are constants. */
function constants(reference: Ecdf, current: Ecdf): [number, number] | null {
  const constant = reference.values.length === 1 && current.values.length === 1;
  return constant ? [reference.values[0]!, current.values[0]!] : null;
}

/**
 * P-value of Evidently's `mannw`: `mannWhitney` against "reference values tend to be less" alone, so that a fall of
 * the values is never drift, whatever its size. 1 where all values are equal.
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @throws {StatisticError} when a side has no finite value
 */
export function mannWhitneyLess(reference: Ecdf, current: Ecdf): number {
  const constant = constants(reference, current);
  return constant && constant[0] === constant[1] ? 1 : mannWhitney(reference, current, 'less').pValue;
}

/**
 * P-value of Evidently's `t_test`: `studentT`. Where neither side varies, 0 for different values; NaN for equal ones and
 * for one row on each side, as there.
 * @param reference an ECDF with at least one finite value
 * @param current an ECDF with at least one finite value
 * @throws {StatisticError} when a side has no finite value, or where the range of the values overflows
 */
export function pooledT(reference: Ecdf, current: Ecdf): number {
  const constant = constants(reference, current);
  if (!constant) return studentT(reference, current).pValue;
  return reference.size + current.size === 2 || constant[0] === constant[1] ? NaN : 0;
}
