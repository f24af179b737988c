import type { DateOrder } from '../../facts/settings/read-options.ts';
import { isEnglishMonth } from './month-names.ts';
import { numberedMonth, plainTime, zoneNames, type TimeStep } from './time-texts.ts';

/** How a time is written, apart from the order of day and month. */
export interface TimeShape {
  /** With `D` and `M` in place of day and month where their order is open (`A`, `B` in file order); a strptime format else. */
  format: string;
  /** The first and the second number of an open date. */
  first: number;
  second: number;
  open: boolean;
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

const closed = (format: string): TimeShape => ({ format, first: 0, second: 0, open: false, steps: [] });

/**
 * How a text is written as a time; null when it is none.
 * @param text without blanks around it
 */
export function timeShape(text: string): TimeShape | null {
  if (text.length < 6 || text.length > 60) return null;
  if (!SEPARATED.test(text) && !SIGNS.test(text)) return null;
  if (ISO.test(text) && !UNUSUAL.test(text)) return closed(ISO_FORMAT);
  const plain = plainTime(text);
  const shape = ISO.test(plain.text) ? closed(ISO_FORMAT) : writtenShape(plain.text);
  return shape && { ...shape, steps: [...plain.steps, ...shape.steps] };
}

/** Forms of ISO 8601 that the engine does not read by itself: the end of a day, offsets behind a blank or without a colon. */
const UNUSUAL = /[ T]24:00|:\d{2}(?:\.\d+)?(?: [+-]\d{2}|[+-]\d{4}$)/;

/** What stands behind year, month and day in Chinese and Japanese. */
const SIGNS = /\d年/;

function writtenShape(text: string): TimeShape | null {
  const numeric = NUMERIC.exec(text)?.groups;
  if (numeric !== undefined) return numericShape(numeric);
  const named = (DAY_NAME.exec(text) ?? NAME_DAY.exec(text))?.groups;
  return named !== undefined && isEnglishMonth(named['name'] ?? '') ? closed(namedFormat(named)) : otherMonth(text);
}

/** A month in another language than English. */
function otherMonth(text: string): TimeShape | null {
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

/** In either order. */
const isDayAndMonth = (a: number, b: number): boolean =>
  Math.max(a, b) <= 31 && Math.min(a, b) <= 12 && Math.min(a, b) > 0;

function numericShape(groups: Groups): TimeShape | null {
  const { a = '', sep = '', b, c = '' } = groups;
  const clock = clockFormat(groups);
  const [first, second] = [Number(a), Number(b)];
  const yearFirst = a.length === 4 || (first > 31 && a.length === 2);
  if (yearFirst) return c.length > 2 ? null : closed(`${yearFormat(a)}${sep}%m${sep}%d${clock}`);
  if (a.length > 2 || !isDayAndMonth(first, second) || (c.length !== 2 && c.length !== 4)) return null;
  return { format: `A${sep}B${sep}${yearFormat(c)}${clock}`, first, second, open: true, steps: [] };
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)|2400(?:00)?)?$/;

/**
 * How digits alone are written as a time, `20250131` or `202501311730` or `20250131173059`; null where they are none.
 * @param text without blanks around it
 */
export function compactFormat(text: string): string | null {
  const [, year, month, day] = (COMPACT.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1950 || year > 2100) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { 8: '%Y%m%d', 12: '%Y%m%d%H%M', 14: '%Y%m%d%H%M%S' }[text.length] ?? null;
}

/** What the cells of a column show of its times. */
export interface TimeCounts {
  times: number;
  /** Cells by shape; formats of open dates hold `A` and `B`. */
  shapes: Map<string, number>;
  /** Open dates that only one order can read. */
  dayFirst: number;
  monthFirst: number;
  /** By shape, how many more of its open dates only the day first can read than only the month first. */
  orders: Map<string, number>;
  /** What has to be done to some of the cells before their format fits. */
  steps: TimeStep[];
  /** The latest year of two digits, as the engine reads it; 0 without any. */
  latest: number;
  /** Names of zones other than UTC. */
  zones: string[];
  /** Times of day with an offset from UTC, and without one. */
  zoned: number;
  naive: number;
}

/**
 * Counts the shapes of times in a column.
 * @param cells without blanks around them
 */
export function countTimes(cells: readonly string[]): TimeCounts {
  const counts: TimeCounts = {
    ...{ times: 0, shapes: new Map(), dayFirst: 0, monthFirst: 0, orders: new Map(), zoned: 0, naive: 0 },
    ...{ steps: [], latest: 0, zones: [] },
  };
  const steps = new Set<TimeStep>();
  for (const cell of cells) {
    const shape = timeShape(cell);
    if (shape === null) continue;
    countTime(cell, shape, counts);
    for (const step of shape.steps) steps.add(step);
  }
  counts.steps = [...steps];
  if (steps.has('zone')) counts.zones = zoneNames(cells);
  return counts;
}

function countTime(cell: string, { format, first, second, open }: TimeShape, counts: TimeCounts): void {
  counts.times++;
  if (ZONED.test(cell)) counts.zoned++;
  else if (cell.includes(':')) counts.naive++;
  counts.shapes.set(format, (counts.shapes.get(format) ?? 0) + 1);
  if (format.includes('%y')) counts.latest = Math.max(counts.latest, shortYear(cell));
  if (!open) return;
  const [dayFirst, monthFirst] = [Number(first > 12), Number(second > 12)];
  counts.dayFirst += dayFirst;
  counts.monthFirst += monthFirst;
  if (dayFirst !== monthFirst) counts.orders.set(format, (counts.orders.get(format) ?? 0) + dayFirst - monthFirst);
}

/** The year that the engine takes two digits for: those at the end of a date, or at its start. */
function shortYear(cell: string): number {
  const [date = ''] = cell.split(/[ T]\d{1,2}:/);
  const digits = /(\d{2})\D*$/.exec(date)?.[1] ?? '';
  const year = Number(digits);
  return year > 68 ? 1900 + year : 2000 + year;
}

/**
 * The strptime formats of a column, the most frequent first; empty for ISO 8601 alone.
 * @param shapes as counted
 * @param orderOf the order of day and month in open dates, by shape
 */
export function formatsOf(shapes: ReadonlyMap<string, number>, orderOf: (shape: string) => DateOrder): string[] {
  return [...shapes]
    .sort((a, b) => b[1] - a[1])
    .map(([format]) => format)
    .filter((format) => format !== ISO_FORMAT)
    .map((format) => withOrder(format, orderOf(format)));
}

/** An open date read year first has two digits of year: `25-01-31`. */
function withOrder(format: string, order: DateOrder): string {
  const open = /^A(.)B(.)(%[yY])/.exec(format);
  if (open === null) return format;
  const [match, sep = '', , year = ''] = open;
  const parts = { day: ['%d', '%m', year], month: ['%m', '%d', year], year: ['%y', '%m', '%d'] }[order];
  return parts.join(sep) + format.slice(match.length);
}

/**
 * Whether the order of day and month is open in some cells. Dates with points are day first wherever they are used.
 * @param shapes as counted
 */
export const hasOpenDates = (shapes: ReadonlyMap<string, number>): boolean =>
  [...shapes.keys()].some((format) => /^A[^.]B/.test(format));
