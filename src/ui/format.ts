/** The one place where numbers become text: the reader's locale, three or four digits that mean something. */
import { timesTenTo } from '../charts/reading.ts';

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const four = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 4 });
const three = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });
const two = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 });
const scientific = new Intl.NumberFormat(undefined, { notation: 'scientific', maximumSignificantDigits: 4 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 3 });
const roughShare = new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 2 });
const fixedShare = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const minuteFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** Stands where there is no value. */
export const none = '–';

type Maybe<T> = T | null | undefined;

const given = <T>(value: Maybe<T>, show: (value: T) => string): string =>
  value === null || value === undefined ? none : show(value);

export const count = (value: Maybe<number>): string => given(value, (n) => whole.format(n));

/** A true minus sign, as wide as the figures. */
const minus = (text: string) => text.replace('-', '−');

function plain(value: number): string {
  const size = Math.abs(value);
  // Written as in the figures, with the reader's own decimal mark.
  if (size >= 1e12 || (size > 0 && size < 1e-4)) {
    return scientific.format(value).replace(/E(-?\d+)$/, (_, exponent: string) => timesTenTo(Number(exponent)));
  }
  return size >= 10_000 ? whole.format(value) : four.format(value);
}

/** Four significant digits; whole numbers keep all of theirs. */
export const number = (value: Maybe<number>): string =>
  given(value, (n) => minus(Number.isSafeInteger(n) && Math.abs(n) < 1e12 ? whole.format(n) : plain(n)));

/** Two significant digits: effects, and other figures that are estimates. */
export const short = (value: Maybe<number>): string =>
  given(value, (n) => minus((Math.abs(n) >= 100 ? whole : two).format(n)));

/** A distance in a unit of its own: three significant digits. */
export const distance = (value: Maybe<number>): string =>
  given(value, (n) => minus((Math.abs(n) >= 1000 ? whole : three).format(n)));

/** A correlation or its difference: two decimals and always a sign's room. */
const hundredths = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const signedHundredths = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});
export const correlation = (value: Maybe<number>): string => given(value, (n) => minus(hundredths.format(n)));
export const difference = (value: Maybe<number>): string => given(value, (n) => minus(signedHundredths.format(n)));

/** A share of one as a percentage; what is not zero is never written as zero. */
export const percent = (value: Maybe<number>): string =>
  given(value, (n) => {
    if (n > 0 && n < 0.0001) return `< ${share.format(0.0001)}`;
    if (n < 1 && n > 0.9995) return `> ${fixedShare.format(0.999)}`;
    return Math.abs(n) >= 0.1 ? fixedShare.format(n) : share.format(n);
  });

/** A share as sentences say it: two digits. */
export const roughPercent = (value: Maybe<number>): string =>
  given(value, (n) => (n > 0 && n < 0.0001 ? `< ${share.format(0.0001)}` : roughShare.format(n)));

/** A p- or q-value. */
export const chance = (value: Maybe<number>): string =>
  given(value, (p) => (p < 0.0001 ? `< ${four.format(0.0001)}` : two.format(p)));

const isTime = (milliseconds: number) => Math.abs(milliseconds) <= 8.64e15;

/** A date, with its time of day where it has one. UTC, as the files are read. */
export const date = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (time) => {
    if (!isTime(time)) return none;
    return (time % 86_400_000 === 0 ? dayFormat : minuteFormat).format(time);
  });

/** The day alone. */
export const day = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (time) => (isTime(time) ? dayFormat.format(time) : none));

/** When a report was made, on the reader's clock. */
export const createdAt = (iso: string): string => {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? none : moment.format(time);
};

const spans = (['day', 'hour', 'minute', 'second'] as const).map((unit, i) => ({
  length: [86_400_000, 3_600_000, 60_000, 1000][i] ?? 1000,
  format: new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'long', maximumSignificantDigits: 3 }),
}));

/** A stretch of time: "26.3 days". */
export const duration = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (time) => {
    const { length, format } = spans.find((span) => Math.abs(time) >= span.length) ?? {
      length: 1000,
      format: spans[3]?.format,
    };
    return format?.format(time / length) ?? none;
  });

const sizes = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

export const bytes = (value: Maybe<number>): string =>
  given(value, (n) => {
    const power = n < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(n) / 3));
    return `${three.format(n / 1000 ** power)} ${sizes[power]}`;
  });

export const seconds = (milliseconds: Maybe<number>): string =>
  given(milliseconds, (ms) => `${two.format(ms / 1000)} s`);

const plurals = new Intl.PluralRules('en');

/** "1 row", "8,736 rows" */
export const counted = (n: number, noun: string): string =>
  `${count(n)} ${plurals.select(n) === 'one' ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
