import { dateFormat, numberFormat } from './intl.ts';
import { exponential } from './reading.ts';

/**
 * Labels that say exactly where a tick stands: as many decimals as the step has and no more, "1.5M" from a million on,
 * powers of ten for the very small, and "+2" after the first where ticks differ only far behind the decimal point.
 */
export function tickLabels(values: number[], locale: string | undefined): string[] {
  const step = values.length > 1 ? Math.abs((values[1] as number) - (values[0] as number)) : Math.abs(values[0] ?? 0);
  const largest = Math.max(...values.map(Math.abs), 0);
  if (largest === 0) return values.map(() => '0');
  const format = (digits: number, options: Intl.NumberFormatOptions = {}) =>
    numberFormat(locale, { maximumFractionDigits: Math.min(100, digits), ...options });
  if (values.length > 1 && step / largest < 1e-4) return offsetLabels(values, step, format);
  if (largest >= 1e15 || largest < 1e-4) return values.map((value) => (value === 0 ? '0' : exponential(value)));
  if (largest >= 1e6) {
    const compact = format(decimals(step / 1000 ** Math.floor(Math.log10(largest) / 3)), { notation: 'compact' });
    return values.map((value) => minus(compact.format(value)));
  }
  const plain = format(values.length > 1 ? decimals(step) : 12);
  return values.map((value) => minus(plain.format(value)));
}

/** 1,000,000,000 · +0.5 · +1 */
function offsetLabels(values: number[], step: number, format: (digits: number) => Intl.NumberFormat): string[] {
  const base = values[0] as number;
  const texts = format(decimals(step));
  return values.map((value, i) => (i === 0 ? minus(texts.format(base)) : `+${texts.format(value - base)}`));
}

const minus = (text: string) => text.replace(/^-/, '−');

/** Decimals of a step that is 1, 2 or 5 times a power of ten. */
const decimals = (step: number) => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

/** Shares as percentages, with the decimals of their step. */
export function shareLabels(values: number[], locale: string | undefined): string[] {
  const step = values.length > 1 ? Math.abs((values[1] as number) - (values[0] as number)) : 0.01;
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: decimals(step * 100) });
  return values.map((value) => format.format(value));
}

interface TimeLabel {
  value: number;
  label: string;
  under?: string;
}

const second = 1000;
const day = 86_400_000;

interface Calendar {
  label: Intl.DateTimeFormatOptions;
  under?: Intl.DateTimeFormatOptions;
}

const year: Intl.DateTimeFormatOptions = { year: 'numeric' };
const dayMonth: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const fullDay: Intl.DateTimeFormatOptions = { ...dayMonth, ...year };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const calendars: [number, Calendar][] = [
  [360 * day, { label: year }],
  [27 * day, { label: { month: 'short' }, under: year }],
  [day, { label: dayMonth, under: year }],
  [60 * second, { label: clock, under: fullDay }],
  [second, { label: { ...clock, second: '2-digit' }, under: fullDay }],
  [0, { label: { ...clock, second: '2-digit', fractionalSecondDigits: 3 }, under: fullDay }],
];

/** Times by their step, with the coarser unit below the first tick and wherever it changes. */
export function timeLabels(values: number[], locale: string | undefined): TimeLabel[] {
  const step = values.length > 1 ? (values[1] as number) - (values[0] as number) : day;
  const calendar = (calendars.find(([least]) => step >= least)?.[1] ?? calendars[2]?.[1]) as Calendar;
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = dateFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const label = write(calendar.label);
  const under = calendar.under ? write(calendar.under) : () => '';
  return values.map((value, i) => {
    const below = under(value);
    const isNew = below !== '' && (i === 0 || below !== under(values[i - 1] as number));
    return { value, label: label(value), ...(isNew && { under: below }) };
  });
}
