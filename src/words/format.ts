import { locale } from './language.ts';

/**
 * The one place where numbers and dates become text, for sentences, tables, figures and exports alike: one number is
 * written in one way wherever it stands. A missing value is "–".
 */

const decimal = (options: Intl.NumberFormatOptions): Intl.NumberFormat => new Intl.NumberFormat(locale, options);

const whole = decimal({ maximumFractionDigits: 0 });
const four = decimal({ maximumSignificantDigits: 4 });
const three = decimal({ maximumSignificantDigits: 3 });
const twoDigits = decimal({ maximumSignificantDigits: 2 });
const scientific = decimal({ notation: 'scientific', maximumSignificantDigits: 4 });
const roundShare = decimal({ style: 'percent', maximumFractionDigits: 1 });
const smallShare = decimal({ style: 'percent', maximumSignificantDigits: 2 });
const hundredths = decimal({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' });
const signedHundredths = decimal({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });

const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, options);

const dayFormat = date({ dateStyle: 'medium', timeZone: 'UTC' });
const minuteFormat = date({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const momentFormat = date({ dateStyle: 'long', timeStyle: 'short' });

/** Stands where there is no value. */
export const NONE = '–';

type Maybe<T> = T | null | undefined;

const given = <T>(value: Maybe<T>, show: (value: T) => string): string =>
  value === null || value === undefined ? NONE : show(value);

/** A true minus sign, as wide as the figures. */
const minus = (text: string): string => text.replace('-', '−');

const superscript = (exponent: number): string =>
  [...String(exponent)].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(c)))).join('');

/** −6 → "×10⁻⁶" */
export const timesTenTo = (exponent: number): string => `×10${superscript(exponent)}`;

/** How many: a whole number with its thousands marked. */
export const count = (value: Maybe<number>): string => given(value, (n) => whole.format(n));

function plain(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12 || (size > 0 && size < 1e-4)) {
    return scientific.format(value).replace(/E(-?\d+)$/, (_, exponent: string) => timesTenTo(Number(exponent)));
  }
  return size >= 10_000 ? whole.format(value) : four.format(value);
}

/** A value of the data, or a measure in its unit: four significant digits; whole numbers keep all of theirs. */
export const number = (value: Maybe<number>): string =>
  given(value, (n) => minus(Number.isSafeInteger(n) && Math.abs(n) < 1e12 ? whole.format(n) : plain(n)));

/** A text with its unit; as it is where there is none. */
export const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} ${unit}`);

/** A number in a unit: "54 kWh". */
export const measure = (value: Maybe<number>, unit: string): string => withUnit(number(value), unit);

/** Two numbers; where they agree in their first three digits, with as many as their difference needs. */
export function tellApart(a: number, b: number): [string, string] {
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(a), Math.abs(b)) / Math.abs(b - a))) + 2;
  if (a === b || digits <= 5) return [number(a), number(b)];
  const finer = decimal({ maximumSignificantDigits: Math.min(digits, 17) });
  return [minus(finer.format(a)), minus(finer.format(b))];
}

const fixed = Array.from({ length: 7 }, (_, digits) =>
  decimal({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }),
);

/** What a number was and what it is now, to the same decimals: two digits of their difference ("79.3", "81.0"). */
export function beforeAfter(before: number, after: number): [string, string] {
  const digits = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(after - before))));
  const format = fixed[digits];
  const isWhole = Number.isSafeInteger(before) && Number.isSafeInteger(after);
  if (format === undefined || isWhole || Math.max(Math.abs(before), Math.abs(after)) >= 1e12)
    return tellApart(before, after);
  return [minus(format.format(before)), minus(format.format(after))];
}

/** The size of a change, and other estimates: three significant digits. */
export const effect = (value: Maybe<number>): string =>
  given(value, (n) => minus((Math.abs(n) >= 1000 ? whole : three).format(n)));

/** A share of one as a percentage: one decimal, below 1 % two digits. What is not zero is never written as zero, nor what is not all as all. */
export const share = (value: Maybe<number>): string =>
  given(value, (n) => {
    if (n > 0 && n < 0.0001) return `< ${smallShare.format(0.0001)}`;
    if (n < 1 && n > 0.9995) return `> ${roundShare.format(0.999)}`;
    return minus((Math.abs(n) < 0.01 ? smallShare : roundShare).format(n));
  });

/** A relative change with its sign: "+12%", "−3.1%", "< +0.01%"; what has not fallen by all is never written as −100%. */
export const signedShare = (value: Maybe<number>): string =>
  given(value, (n) => {
    if (n === 0) return share(0);
    const sign = n > 0 ? '+' : '−';
    const size = Math.abs(n);
    if (size < 0.0001) return `${n > 0 ? '<' : '>'} ${sign}${smallShare.format(0.0001)}`;
    if (n > -1 && n < -0.9995) return `< ${sign}${roundShare.format(0.999)}`;
    return `${sign}${(size < 0.01 ? smallShare : roundShare).format(size)}`;
  });

/** A correlation: two decimals. */
export const correlation = (value: Maybe<number>): string => given(value, (n) => minus(hundredths.format(n)));

/** A difference of correlations: two decimals and a sign. */
export const difference = (value: Maybe<number>): string => given(value, (n) => minus(signedHundredths.format(n)));

const LEAST_P = 0.0001;

/** A p- or q-value: two significant digits. */
export const pValue = (value: Maybe<number>): string =>
  given(value, (p) => (p < LEAST_P ? `< ${four.format(LEAST_P)}` : twoDigits.format(p)));

/** "q < 0.0001", "q = 0.031". */
export const significance = (symbol: string, value: number): string =>
  value < LEAST_P ? `${symbol} ${pValue(value)}` : `${symbol} = ${pValue(value)}`;

const isTime = (milliseconds: number): boolean => Math.abs(milliseconds) <= 8.64e15;

/** A date, with its time of day where it has one. UTC, as the files are read. */
export const time = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (moment) => {
    if (!isTime(moment)) return NONE;
    return (moment % 86_400_000 === 0 ? dayFormat : minuteFormat).format(moment);
  });

/** A span of dates: "Nov 9 – 15, 2026". */
export const timeRange = (first: number, last: number): string =>
  isTime(first) && isTime(last)
    ? (first % 86_400_000 === 0 && last % 86_400_000 === 0 ? dayFormat : minuteFormat).formatRange(first, last)
    : NONE;

const HOUR = 3_600_000;
const hourFormat = date({ timeStyle: 'short', timeZone: 'UTC' });
const weekdayFormat = date({ weekday: 'long', timeZone: 'UTC' });
const monthFormat = date({ month: 'long', timeZone: 'UTC' });

/** An hour of the day, from 0 to 23: "22:00". */
export const hour = (hours: number): string => hourFormat.format(hours * HOUR);

/** A day of the week, from 0 for Monday: the fifth of January 1970 was one. */
export const weekday = (days: number): string => weekdayFormat.format((days + 4) * 24 * HOUR);

/** A month, from 0 for January. */
export const month = (months: number): string => monthFormat.format(Date.UTC(1970, months, 1));

/** The day alone. */
export const day = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (moment) => (isTime(moment) ? dayFormat.format(moment) : NONE));

/** When a report was made, on the reader's clock. */
export const createdAt = (iso: string): string => {
  const moment = Date.parse(iso);
  return Number.isNaN(moment) ? NONE : momentFormat.format(moment);
};

const spans = (['day', 'hour', 'minute', 'second'] as const).map((unit, i) => ({
  length: [86_400_000, 3_600_000, 60_000, 1000][i] ?? 1000,
  format: decimal({ style: 'unit', unit, unitDisplay: 'long', maximumSignificantDigits: 3 }),
}));

/** A stretch of time: "26.3 days". */
export const duration = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (stretch) => {
    const span = spans.find(({ length }) => Math.abs(stretch) >= length) ?? spans.at(-1);
    return span === undefined ? NONE : span.format.format(stretch / span.length);
  });

const sizes = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

export const bytes = (value: Maybe<number>): string =>
  given(value, (n) => {
    const power = n < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(n) / 3));
    return `${three.format(n / 1000 ** power)} ${sizes[power] ?? ''}`;
  });

export const seconds = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (ms) => `${twoDigits.format(ms / 1000)} s`);
