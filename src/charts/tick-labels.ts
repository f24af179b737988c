import { largest } from '../facts/extremes.ts';
import { tickStep } from 'd3-array';
import { precisionFixed, precisionPrefix } from 'd3-format';
import { utcDay, utcYear, type TimeInterval } from 'd3-time';
import { number } from '../words/format.ts';
import { locale } from '../words/language.ts';

/** Formatters by their options: making one costs more than using it a thousand times. */
const cached = <Options, Format>(make: (options: Options) => Format): ((options: Options) => Format) => {
  const known = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = known.get(key) ?? make(options);
    known.set(key, format);
    return format;
  };
};

const numberFormat = cached((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
/** Times are in UTC everywhere. */
const dateFormat = cached(
  (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
);

const minus = (text: string): string => text.replace(/^-/, '−');

/** The distance of evenly spaced ticks, without the rounding error of a difference; that of a single one is its size. */
const stepOf = (values: readonly number[]): number => {
  const [first = 0, ...rest] = values;
  const last = rest.at(-1);
  return last === undefined ? Math.abs(first) : tickStep(first, last, rest.length);
};

/**
 * Labels that say exactly where a tick stands: as many decimals as the step has and no more, "1.5M" from a million on,
 * powers of ten for the very small, and "+2" after the first where ticks differ only far behind the decimal point.
 */
export function tickLabels(values: readonly number[]): string[] {
  const step = stepOf(values);
  const maximum = largest(values.map(Math.abs), 0);
  if (maximum === 0) return values.map(() => '0');
  if (values.length > 1 && step / maximum < 1e-4) return offsetLabels(values, step);
  if (maximum >= 1e15 || maximum < 1e-4) return values.map((value) => number(value));
  const compact = maximum >= 1e6;
  const digits = compact ? precisionPrefix(step, maximum) : values.length > 1 ? precisionFixed(step) : 12;
  const format = numberFormat({ maximumFractionDigits: digits, notation: compact ? 'compact' : 'standard' });
  return values.map((value) => minus(format.format(value)));
}

/** 1,000,000,000 · +0.5 · +1 */
function offsetLabels(values: readonly number[], step: number): string[] {
  const [base = 0] = values;
  const format = numberFormat({ maximumFractionDigits: Math.min(100, precisionFixed(step)) });
  return values.map((value, i) => (i === 0 ? minus(format.format(base)) : `+${format.format(value - base)}`));
}

/** Shares as percentages, with the decimals of their step. */
export function shareLabels(values: readonly number[]): string[] {
  const step = values.length > 1 ? stepOf(values) : 0.01;
  const format = numberFormat({ style: 'percent', maximumFractionDigits: precisionFixed(step * 100) });
  return values.map((value) => format.format(value));
}

interface TimeLabel {
  value: number;
  label: string;
  secondLine?: string;
}

const SECOND = 1000;
const DAY = 86_400_000;

const year: Intl.DateTimeFormatOptions = { year: 'numeric' };
const dayMonth: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const fraction: Intl.DateTimeFormatOptions = { ...clock, second: '2-digit', fractionalSecondDigits: 3 };

/** What the second line says, and how long it stays the same. */
interface Coarser {
  interval: TimeInterval;
  format: Intl.DateTimeFormatOptions;
}

interface Calendar {
  /** The shortest step, in milliseconds. */
  step: number;
  label: Intl.DateTimeFormatOptions;
  secondLine: Coarser | null;
}

const ofYear: Coarser = { interval: utcYear, format: year };
const ofDay: Coarser = { interval: utcDay, format: { ...dayMonth, ...year } };

const finest: Calendar = { step: 0, label: fraction, secondLine: ofDay };
const calendars: readonly Calendar[] = [
  { step: 360 * DAY, label: year, secondLine: null },
  { step: 27 * DAY, label: { month: 'short' }, secondLine: ofYear },
  { step: DAY, label: dayMonth, secondLine: ofYear },
  { step: 60 * SECOND, label: clock, secondLine: ofDay },
  { step: SECOND, label: { ...clock, second: '2-digit' }, secondLine: ofDay },
];

/** Times by their step, with the coarser unit below the first tick and wherever it changes. */
export function timeLabels(values: readonly number[]): TimeLabel[] {
  const [first = 0, second = first + DAY] = values;
  const { label, secondLine } = calendars.find(({ step }) => second - first >= step) ?? finest;
  const format = dateFormat(label);
  const starts = values.map((value) => secondLine?.interval.floor(new Date(value)).getTime());
  return values.map((value, i) => {
    const isNew = secondLine !== null && (i === 0 || starts[i] !== starts[i - 1]);
    return {
      value,
      label: format.format(value),
      ...(isNew && { secondLine: dateFormat(secondLine.format).format(value) }),
    };
  });
}
