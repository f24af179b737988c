import { plainNames, type SideNames } from './data.ts';
import { dateFormat, numberFormat } from './intl.ts';
import { nameText } from './text.ts';

/** How numbers and files are written for the reader. The app hands in its own `format`; this is what stands in for it. */
export interface Reading {
  locale: string | undefined;
  names: SideNames;
  number: (value: number) => string;
  share: (share: number) => string;
  count: (count: number) => string;
  time: (milliseconds: number) => string;
}

export interface ReadingOptions {
  format?: ((value: number) => string) | undefined;
  locale?: string | undefined;
  names?: SideNames | undefined;
}

const day = 86_400_000;
const minus = (text: string) => text.replace(/^-/, '−');

export function reading({ format, locale, names = plainNames }: ReadingOptions = {}): Reading {
  const plain = numberFormat(locale, { maximumSignificantDigits: 4 });
  const whole = numberFormat(locale, { maximumFractionDigits: 0 });
  const date = dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const moment = dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    locale,
    names,
    number: format ?? ((value) => minus(tiny(value) ? exponential(value) : plain.format(value))),
    share: (share) => shareText(share, locale),
    count: (count) => whole.format(count),
    time: (at) => (Math.abs(at) > 8.64e15 ? plain.format(at) : (at % day === 0 ? date : moment).format(at)),
  };
}

const tiny = (value: number) =>
  Number.isFinite(value) && value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15);

const superscript = (exponent: number) =>
  [...String(exponent)].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(c)))).join('');

/** −6 → "×10⁻⁶" */
export const timesTenTo = (exponent: number) => `×10${superscript(exponent)}`;

/** 0.0000025 → "2.5×10⁻⁶" */
export function exponential(value: number, digits = 4): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return minus(`${Number(mantissa)}${timesTenTo(Number(exponent))}`);
}

/** A percentage that never shows a rare thing as none, nor almost all as all. */
function shareText(share: number, locale: string | undefined): string {
  const percent = (value: number) =>
    numberFormat(locale, { style: 'percent', maximumFractionDigits: value < 0.01 ? 2 : 1 }).format(value);
  if (share > 0 && share < 0.0001) return `<${percent(0.0001)}`;
  if (share < 1 && share >= 0.9995) return `>${percent(0.999)}`;
  return minus(percent(share));
}

/** Texts of two numbers; where they agree in their first three digits, with as many as their difference needs. */
export function apart(a: number, b: number, read: Reading): [string, string] {
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(a), Math.abs(b)) / Math.abs(b - a))) + 2;
  if (a === b || digits <= 5) return [read.number(a), read.number(b)];
  const finer = numberFormat(read.locale, { maximumSignificantDigits: Math.min(digits, 17) });
  return [minus(finer.format(a)), minus(finer.format(b))];
}

export const withUnit = (text: string, unit: string) => (unit === '' ? text : `${text} ${nameText(unit)}`);
