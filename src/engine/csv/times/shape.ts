import type { DateOrder } from '../../../facts/settings/read-options.ts';
import { isEnglishMonth } from './month-names.ts';
import { numberedMonth, plainTime } from './plain.ts';
import type { TimeStep } from './steps.ts';

/** How a time is written, apart from the order of day and month. */
export interface TimeShape {
  /** A strptime format, with `A` and `B` (and `C`, where the year has two digits too) for the numbers of an open date. */
  format: string;
  /** The numbers of an open date as they stand there; none where the text itself says the order. */
  parts: readonly number[];
  /** The orders that can read them. */
  orders: readonly DateOrder[];
  /** Whether it has an offset from UTC. */
  zoned: boolean;
  /** What has to be done to the text for the format to fit. */
  steps: readonly TimeStep[];
}

const CLOCK = String.raw`(?:(?<gap>[ T]|,? +)(?<hour>\d{1,2}):(?<minute>\d{2})(?<seconds>:\d{2}(?<fraction>[.,]\d{1,6})?)?(?<half> ?[AaPp][Mm])?(?<zone> ?[+-]\d{2}:?\d{2})?)?`;
const NUMERIC = new RegExp(String.raw`^(?<a>\d{1,4})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<c>\d{1,4})${CLOCK}$`);
const DAY_NAME = new RegExp(
  String.raw`^(?<a>\d{1,2})(?<sep>[-/. ]|\. )(?<name>[A-Za-z]{3,9})(?<dot>\.?)(?<sep2>[-/. ]|, )(?<c>\d{4}|\d{2})${CLOCK}$`,
);
const NUMBERED = new RegExp(
  String.raw`^(?<a>\d{1,2})(?<sep>[-/. ]|\. )(?<b>\d{2})(?<sep2>[-/. ]|,? )(?<c>\d{4}|\d{2})${CLOCK}$`,
);
const NAME_DAY = new RegExp(
  String.raw`^(?<name>[A-Za-z]{3,9})(?<dot>\.?) (?<a>\d{1,2})(?<sep2>,? )(?<c>\d{4})${CLOCK}$`,
);
const ISO =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** Two separators at least: quick to tell that most cells are no times. */
const SEPARATED = /[0-9A-Za-z\u00c0-\u024f][-/. ,]+[^-/. ]+[-/. ,]/;

/** A time of day with its offset from UTC. */
const ZONED = /:\d{2}(?:\.\d+)? ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)$/;

/** ISO 8601 needs no format: the engine reads all of its forms. */
export const ISO_FORMAT = '';

/** The strptime form of a time of day. */
function clockFormat(groups: Groups): string {
  if (groups['hour'] === undefined) return '';
  const { gap = ' ', seconds, fraction, half: meridiem, zone } = groups;
  const fractional = fraction === undefined ? '' : `${fraction[0] ?? '.'}%f`;
  const blank = meridiem?.startsWith(' ') === true ? ' ' : '';
  return `${gap}${meridiem === undefined ? '%H' : '%I'}:%M${seconds === undefined ? '' : ':%S'}${fractional}${meridiem === undefined ? '' : `${blank}%p`}${zone === undefined ? '' : `${zone.startsWith(' ') ? ' ' : ''}%z`}`;
}

type Written = Omit<TimeShape, 'zoned'>;

const closed = (format: string): Written => ({ format, parts: [], orders: [], steps: [] });

/**
 * How a text is written as a time; null when it is none.
 * @param text without blanks around it
 */
export function timeShape(text: string): TimeShape | null {
  if (text.length < 6 || text.length > 60) return null;
  if (!SEPARATED.test(text) && !SIGNS.test(text)) return null;
  if (ISO.test(text) && !UNUSUAL.test(text)) return { ...closed(ISO_FORMAT), zoned: ZONED.test(text) };
  const plain = plainTime(text);
  const shape = ISO.test(plain.text) ? closed(ISO_FORMAT) : writtenShape(plain.text);
  return shape && { ...shape, zoned: ZONED.test(plain.text), steps: [...plain.steps, ...shape.steps] };
}

/** Forms of ISO 8601 that the engine does not read by itself: the end of a day, offsets behind a blank, without a colon or behind minutes. */
const UNUSUAL =
  /[ T]24:00|:\d{2}(?:\.\d+)?(?: [+-]\d{2}|[+-]\d{4}$)|[ T]\d{1,2}:\d{2} ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)$/;

/** What stands behind year, month and day in Chinese and Japanese, and forms without two separators. */
const SIGNS = /\d年|^\d{8}T\d{4}|^\d{1,2}[A-Za-z]{3}\d{4}(?::|$)/;

function writtenShape(text: string): Written | null {
  const numeric = NUMERIC.exec(text)?.groups;
  if (numeric !== undefined) return numericShape(numeric);
  const named = (DAY_NAME.exec(text) ?? NAME_DAY.exec(text))?.groups;
  return named !== undefined && isEnglishMonth(named['name'] ?? '') ? closed(namedFormat(named)) : otherMonth(text);
}

/** A month in another language than English. */
function otherMonth(text: string): Written | null {
  const numbered = numberedMonth(text);
  const groups = numbered && NUMBERED.exec(numbered.text)?.groups;
  if (!groups) return null;
  const { sep, sep2, c } = groups as { sep: string; sep2: string; c: string };
  const [one, two] = numbered.monthFirst ? ['%m', '%d'] : ['%d', '%m'];
  return { ...closed(`${one}${sep}${two}${sep2}${yearFormat(c)}${clockFormat(groups)}`), steps: ['months'] };
}

type Groups = Partial<Record<string, string>>;

function namedFormat(groups: Groups): string {
  const { name = '', dot = '', sep, sep2 = ' ', c = '' } = groups;
  const month = `${name.length === 3 ? '%b' : '%B'}${dot}`;
  const year = yearFormat(c);
  const date = sep === undefined ? `${month} %d${sep2}${year}` : `%d${sep}${month}${sep2}${year}`;
  return date + clockFormat(groups);
}

const yearFormat = (digits: string): string => (digits.length === 4 ? '%Y' : '%y');

const isDay = (value: number): boolean => value >= 1 && value <= 31;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;

function numericShape(groups: Groups): Written | null {
  const { a, sep, b, c } = { a: '', sep: '', b: '', c: '', ...groups };
  const clock = clockFormat(groups);
  if (a.length === 4) return c.length > 2 ? null : closed(`%Y${sep}%m${sep}%d${clock}`);
  const isShort = c.length === 2;
  if (a.length > 2 || (!isShort && c.length !== 4)) return null;
  const parts = [a, b, ...(isShort ? [c] : [])].map(Number);
  const orders = ordersOf(parts, isShort && a.length === 2);
  if (orders.length === 0) return null;
  return { format: `A${sep}B${sep}${isShort ? 'C' : '%Y'}${clock}`, parts, orders, steps: [] };
}

/** The orders in which numbers are a date: with the year last, or first where that has two digits. */
function ordersOf([first = 0, second = 0, third = 0]: readonly number[], mayStartWithYear: boolean): DateOrder[] {
  return [
    ...(isDay(first) && isMonth(second) ? (['day'] as const) : []),
    ...(isMonth(first) && isDay(second) ? (['month'] as const) : []),
    ...(mayStartWithYear && isMonth(second) && isDay(third) ? (['year'] as const) : []),
  ];
}
