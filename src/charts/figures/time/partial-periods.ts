import { median } from 'd3-array';
import type { PeriodMean } from '../../data.ts';

/** An outer period with fewer than this of the usual rows is where a file begins or ends. */
const OUTER = 0.8;
/** An inner one, where files have their rows at steady intervals: something stood still. */
const INNER = 0.5;
/** Intervals are steady where most periods have about as many rows as the usual one. */
const STEADY = { near: 0.2, most: 0.75 };

/** Rows in a time, as months differ in length. */
const rate = ({ start, end, count }: PeriodMean): number => count / (end - start);

/**
 * Periods that hold too few rows to stand for a whole one: the mean of two days is no mean of a week.
 * @param periods of one file, in their order
 * @returns one flag a period; none are set where there are fewer than three periods
 */
export function partialPeriods(periods: readonly PeriodMean[]): boolean[] {
  const inner = periods
    .slice(1, -1)
    .map(rate)
    .filter((rows) => rows > 0);
  const usual = median(inner);
  if (usual === undefined) return periods.map(() => false);
  const near = inner.filter((rows) => Math.abs(rows - usual) <= STEADY.near * usual).length;
  const innerLimit = near >= STEADY.most * inner.length ? INNER : 0;
  const isOuter = (i: number): boolean => i === 0 || i === periods.length - 1;
  return periods.map((period, i) => rate(period) < (isOuter(i) ? OUTER : innerLimit) * usual);
}
