import { elementAt } from '../../facts/element-at.ts';
import type { PeriodSums } from '../../facts/summary.ts';
import type { StretchSums } from '../../facts/summary-file.ts';

export const DAY = 86_400_000;
/** Times far off (a date that stands for "none") would make millions of days: they are counted by years then. */
const MOST_DAYS = 36_525;

const EMPTY = new Float64Array();
const NONE: StretchSums = { starts: EMPTY, n: EMPTY, total: EMPTY, squares: EMPTY };

/**
 * Counts, means and squared deviations of each day from the first to the last, days without a row included; of each year where these are more
 * than 36,525 days.
 * @param days sums by day, in order; of x − origin
 * @param origin what was taken off each value
 */
export function periodSums(days: StretchSums = NONE, origin: number): Omit<PeriodSums, 'timeColumn'> {
  if (days.starts.length === 0) return { unit: 'day', starts: EMPTY, counts: EMPTY, means: EMPTY, squares: EMPTY };
  const [first, last] = [elementAt(days.starts, 0), elementAt(days.starts, days.starts.length - 1)];
  const unit = (last - first) / DAY > MOST_DAYS ? 'year' : 'day';
  const starts = unit === 'day' ? dayStarts(first, last) : yearStarts(first, last);
  const periods = starts.length - 1;
  const [counts, totals, sums] = [new Float64Array(periods), new Float64Array(periods), new Float64Array(periods)];
  let period = 0;
  for (let i = 0; i < days.starts.length; i++) {
    while (elementAt(days.starts, i) >= elementAt(starts, period + 1)) period++;
    counts[period]! += elementAt(days.n, i);
    totals[period]! += elementAt(days.total, i);
    sums[period]! += elementAt(days.squares, i);
  }
  const means = totals.map((total, i) => (elementAt(counts, i) === 0 ? NaN : origin + total / elementAt(counts, i)));
  const squares = sums.map((square, i) => {
    const [n, total] = [elementAt(counts, i), elementAt(totals, i)];
    return n === 0 ? 0 : Math.max(0, square - (total * total) / n);
  });
  return { unit, starts, counts, means, squares };
}

const dayStarts = (first: number, last: number): Float64Array =>
  Float64Array.from({ length: (last - first) / DAY + 2 }, (_, i) => first + i * DAY);

function yearStarts(first: number, last: number): Float64Array {
  const [begin, end] = [new Date(first).getUTCFullYear(), new Date(last).getUTCFullYear()];
  // `Date.UTC` takes years below 100 for years of the last century.
  return Float64Array.from({ length: end - begin + 2 }, (_, i) => new Date(0).setUTCFullYear(begin + i, 0, 1));
}
