import {
  float64,
  IntervalUnit,
  TimeUnit,
  Type,
  utf8,
  type DurationType,
  type IntervalType,
  type TimeType,
} from '@uwdata/flechette';
import type { Change, ColumnNote } from './column-change.ts';

/**
 * What becomes of durations, times of day and intervals: seconds, or months, where these have a number of them.
 * @param type of the column
 */
export function timeSpan(type: DurationType | TimeType | IntervalType): Change | undefined {
  if (type.typeId === Type.Interval) return intervals[type.unit];
  const isClock = type.typeId === Type.Time;
  return secondsIn(type.unit, isClock ? 'times-as-seconds' : 'durations-as-seconds');
}

const PER_SECOND: Record<number, number> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
};

const secondsIn = (unit: number, note: ColumnNote): Change => ({
  target: { type: float64(), convert: (value) => Number(value) / (PER_SECOND[unit] ?? 1) },
  note,
});

const DAY_SECONDS = 86_400;

function daysAndTime(value: unknown): number {
  const [days = 0, milliseconds = 0] = value as Int32Array;
  return days * DAY_SECONDS + milliseconds / 1000;
}

function mixedInterval(value: unknown): string {
  const [months = 0, days = 0, nanoseconds = 0] = Array.from(value as ArrayLike<number | bigint>, Number);
  return `P${String(months)}M${String(days)}DT${String(nanoseconds / 1e9)}S`;
}

const intervals: Record<number, Change> = {
  [IntervalUnit.YEAR_MONTH]: { target: { type: float64(), convert: Number }, note: 'intervals-as-months' },
  [IntervalUnit.DAY_TIME]: { target: { type: float64(), convert: daysAndTime }, note: 'intervals-as-seconds' },
  // A month has no number of seconds.
  [IntervalUnit.MONTH_DAY_NANO]: {
    target: { type: utf8(), convert: mixedInterval },
    note: 'intervals-as-text',
  },
};
