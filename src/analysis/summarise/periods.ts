import type { Config } from '../../facts/settings/settings.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { rowsUnit } from '../../facts/period-units.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { largest } from '../../facts/extremes.ts';
import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcSecond, utcYear, type TimeInterval } from 'd3-time';
import { groupMoments } from '../../stats/describe/group-moments.ts';
import type { NumberColumn } from '../../engine/columns/decode.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { Period } from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { PeriodSums } from '../../facts/summary.ts';

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

/** As many as a document should carry, where they are asked for. */
const MOST_ASKED = 400;

/** What the setting `periods` asks for. */
export type AskedPeriods = Config['periods'];

/** The periods of each file's rows: those that are asked for, or the finest unit that makes at most 60 (or `most`) of the longest file. */
export function periodAxes(
  times: PerSide<Float64Array>,
  asked: AskedPeriods,
  most = MOST_PERIODS,
): { unit: string; axes: PerSide<PeriodAxis> } | null {
  const spans = Object.values(times).flatMap((column) => timeSpan(column) ?? []);
  if (spans.length === 0) return null;
  if (typeof asked === 'object') {
    const unit = rowsUnit(asked.rows);
    refuseMany(unit, largest(Object.values(times).map((column) => column.filter(Number.isFinite).length / asked.rows)));
    return { unit, axes: mapSides(times, (column) => axisOfRows(column, asked.rows)) };
  }
  const unit = asked === undefined ? chooseUnit(spans, most) : periodUnit(asked);
  if (asked !== undefined) refuseMany(unit.name, largest(spans.map(({ min, max }) => (max - min) / unit.length)));
  return { unit: unit.name, axes: mapSides(times, (column) => periodAxis(column, unit)) };
}

function refuseMany(unit: string, count: number): void {
  const periods = Math.ceil(count);
  if (periods > MOST_ASKED)
    throw new PlumblineError('periods', { problem: 'too-many', unit, periods, limit: MOST_ASKED });
}

/** Periods of as many rows each, in the order of time; rows of one moment are in one period. The last one may have fewer. */
function axisOfRows(times: Float64Array, rows: number): PeriodAxis {
  const sorted = times.filter(Number.isFinite).sort();
  if (sorted.length === 0) return withoutTimes(times.length);
  const starts: number[] = [];
  for (let row = 0; row < sorted.length; row += rows) if (sorted[row] !== starts.at(-1)) starts.push(sorted[row]!);
  // The end of the last period is no part of it.
  return axisOn(times, [...starts, (sorted.at(-1) ?? 0) + 1]);
}

const withoutTimes = (rows: number): PeriodAxis => ({ starts: [], codes: new Int16Array(rows).fill(-1) });

/** The finest unit that cuts the longest of the spans into at most 60 periods, or `most`. */
export function chooseUnit(spans: readonly { min: number; max: number }[], most = MOST_PERIODS): Unit {
  const longest = largest(spans.map(({ min, max }) => max - min));
  return units.find((unit) => longest / unit.length <= most) ?? unitOf('year', 12 * MONTH, utcYear);
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

/** The unit of a name that `chooseUnit` gives. */
export function periodUnit(name: string): Unit {
  const unit = units.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new RangeError(`no periods of the unit ${name}`);
  return unit;
}

const codesFor = (rows: number, periods: number): PeriodAxis['codes'] =>
  periods < 2 ** 15 ? new Int16Array(rows) : new Int32Array(rows);

/** Puts each row into its period. `times` in milliseconds, NaN where missing; rows are mostly in order. O(n). */
export function periodAxis(times: Float64Array, unit: Unit): PeriodAxis {
  const span = timeSpan(times);
  if (span === null) return withoutTimes(times.length);
  const starts = [unit.start(span.min)];
  while ((starts.at(-1) ?? 0) <= span.max) starts.push(unit.next(starts.at(-1) ?? 0));
  return axisOn(times, starts);
}

function axisOn(times: Float64Array, starts: number[]): PeriodAxis {
  const codes = codesFor(times.length, starts.length);
  let index = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row] ?? NaN;
    if (!(Math.abs(time) < Infinity)) codes[row] = -1;
    else {
      if (time < (starts[index] ?? 0)) index = 0;
      while (time >= (starts[index + 1] ?? Infinity)) index++;
      codes[row] = index;
    }
  }
  return { starts, codes };
}

/** The time axis of both files, shared by every column of a run. */
export interface SharedAxis {
  timeColumn: string;
  /** See `periodUnit`. */
  unit: string;
  axes: PerSide<PeriodAxis>;
}

/** The time axis of a slice: the period of each of its rows. */
export interface TimeAxis {
  timeColumn: string;
  /** See `periodUnit`. */
  unit: string;
  axis: PeriodAxis;
}

/** Count, mean and squared deviations of the finite values of each period. */
export function periodSums(
  { values, missing }: NumberColumn,
  { starts, codes }: PeriodAxis,
): Omit<PeriodSums, 'timeColumn' | 'unit'> {
  const periods = Math.max(0, starts.length - 1);
  const empty = new Float64Array();
  const sums =
    periods === 0 ? { counts: empty, means: empty, squares: empty } : groupMoments(values, missing, codes, periods);
  return { starts: Float64Array.from(starts), ...sums };
}

/** Mean and sample standard deviation of each period. */
export const periodsOf = ({ starts, counts, means, squares }: Omit<PeriodSums, 'timeColumn' | 'unit'>): Period[] =>
  Array.from(counts, (count, i) => ({
    start: elementAt(starts, i),
    end: elementAt(starts, i + 1),
    count,
    mean: count > 0 ? elementAt(means, i) : null,
    std: count > 1 ? Math.sqrt(elementAt(squares, i) / (count - 1)) : null,
  }));
