import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcSecond, utcYear, type TimeInterval } from 'd3-time';
import { groupMoments } from '../../stats/describe/group-moments.ts';
import type { Period } from '../../facts/results.ts';

/** A unit of the time axis: the start of the period that holds a moment, and the start of the period after it. */
interface Unit {
  name: string;
  /** Usual length in milliseconds. */
  length: number;
  start: (moment: number) => number;
  next: (start: number) => number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4375 * DAY;
/** As many periods as a picture can show. */
const MOST_PERIODS = 60;

/** Times may have fractions of milliseconds, which a `Date` would round towards 1970. */
const unitOf = (name: string, length: number, interval: TimeInterval | null): Unit => {
  if (interval === null) throw new RangeError(`no interval of ${name}`);
  return {
    name,
    length,
    start: (moment) => interval.floor(new Date(Math.floor(moment))).getTime(),
    next: (start) => interval.ceil(new Date(start + 1)).getTime(),
  };
};

const units: readonly Unit[] = [
  unitOf('second', SECOND, utcSecond),
  unitOf('10 seconds', 10 * SECOND, utcSecond.every(10)),
  unitOf('minute', MINUTE, utcMinute),
  unitOf('10 minutes', 10 * MINUTE, utcMinute.every(10)),
  unitOf('hour', HOUR, utcHour),
  unitOf('6 hours', 6 * HOUR, utcHour.every(6)),
  unitOf('day', DAY, utcDay),
  unitOf('week', 7 * DAY, utcMonday),
  unitOf('month', MONTH, utcMonth),
  unitOf('quarter', 3 * MONTH, utcMonth.every(3)),
  unitOf('year', 12 * MONTH, utcYear),
];

/** Rows of one file put into periods. */
export interface PeriodAxis {
  /** k + 1 starts: period i runs from starts[i] to starts[i + 1]. */
  starts: number[];
  /** The period of each row; −1 for rows without a time. */
  codes: Int16Array | Int32Array;
}

/** The finest unit that cuts the longest of the spans into at most 60 periods. */
export function chooseUnit(spans: readonly { min: number; max: number }[]): Unit {
  const longest = Math.max(...spans.map(({ min, max }) => max - min));
  return units.find((unit) => longest / unit.length <= MOST_PERIODS) ?? unitOf('year', 12 * MONTH, utcYear);
}

/** The range of the finite times; null when there are none. */
export function timeSpan(times: Float64Array): { min: number; max: number } | null {
  let min = Infinity;
  let max = -Infinity;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time < min) min = time;
    if (time > max) max = time;
  }
  return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : null;
}

const codesFor = (rows: number, periods: number): PeriodAxis['codes'] =>
  periods < 2 ** 15 ? new Int16Array(rows) : new Int32Array(rows);

/** Puts each row into its period. `times` in milliseconds, NaN where missing; rows are mostly in order. O(n). */
export function periodAxis(times: Float64Array, unit: Unit): PeriodAxis {
  const span = timeSpan(times);
  if (span === null) return { starts: [], codes: new Int16Array(times.length).fill(-1) };
  const starts = [unit.start(span.min)];
  while ((starts.at(-1) ?? 0) <= span.max) starts.push(unit.next(starts.at(-1) ?? 0));
  const codes = codesFor(times.length, starts.length);
  let at = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row] ?? NaN;
    if (!(Math.abs(time) < Infinity)) codes[row] = -1;
    else {
      if (time < (starts[at] ?? 0)) at = 0;
      while (time >= (starts[at + 1] ?? Infinity)) at++;
      codes[row] = at;
    }
  }
  return { starts, codes };
}

/** Mean and sample standard deviation of the finite values of each period; `missing` marks rows without a value. */
export function periodMeans(values: Float64Array, axis: PeriodAxis, missing: Uint8Array | null = null): Period[] {
  const periods = Math.max(0, axis.starts.length - 1);
  const { counts, means, squares } = groupMoments(values, missing, axis.codes, periods);
  return Array.from({ length: periods }, (_, i) => ({
    start: axis.starts[i]!,
    end: axis.starts[i + 1]!,
    count: counts[i]!,
    mean: counts[i]! > 0 ? means[i]! : null,
    std: counts[i]! > 1 ? Math.sqrt(squares[i]! / (counts[i]! - 1)) : null,
  }));
}
