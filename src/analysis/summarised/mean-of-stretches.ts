import type { Estimate } from '../../facts/document/model/estimates.ts';
import { normalCdf } from '../../stats/distributions/normal.ts';
import { studentQuantile } from '../../stats/distributions/student.ts';
import { wilson, Z } from '../../stats/model/wilson.ts';
import { dayWorth, LEAST_DAYS } from './day-worth.ts';

/** Sums over rows of stretches of time, in any order; those of one start are added up. NaN without time. */
export type MeanSums = readonly { start: number; n: number; total: number; squares: number }[];

/**
 * A mean of rows that are known by sums over stretches, with its 95 % interval: Wilson's of shares, Student's of all else. So many rows
 * tell as much as one as stretches say that differ by more than chance; of few stretches each row counts in full, and of numbers without time no interval is told.
 * @param sums at least one row
 * @param isShare whether it is of zeros and ones
 */
export function meanOfStretches(sums: MeanSums, isShare: boolean): Estimate {
  const whole = { n: 0, total: 0, squares: 0 };
  const byStart = new Map<number, { n: number; total: number }>();
  for (const { start, n, total, squares } of sums) {
    whole.n += n;
    whole.total += total;
    whole.squares += squares;
    const stretch = byStart.get(start) ?? { n: 0, total: 0 };
    byStart.set(start, { n: stretch.n + n, total: stretch.total + total });
  }
  const value = whole.total / whole.n;
  if (!isShare && byStart.size < LEAST_DAYS) return { value, low: null, high: null };
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  const series = Float64Array.from(starts, (start) => {
    const { n = 0, total = 0 } = byStart.get(start) ?? {};
    return total - n * value;
  });
  const variance = Math.max(0, whole.squares - whole.n * value * value);
  const time = starts.length < LEAST_DAYS ? 1 : dayWorth(series, variance).time;
  const effective = Math.max(1, whole.n / time);
  if (isShare) return { value, ...wilson(value, effective) };
  const freedom = Math.max(2, Math.min(starts.length, effective) - 1);
  const reach = studentQuantile(normalCdf(Z), freedom) * Math.sqrt(variance / (whole.n - 1) / effective);
  return { value, low: value - reach, high: value + reach };
}
