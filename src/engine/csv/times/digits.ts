const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)|2400(?:00)?)?$/;
const YEARS = { first: 1950, last: 2100, short: 2000 } as const;

const isYear = (year: number): boolean => year >= YEARS.first && year <= YEARS.last;

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * How digits alone are written as a time, `20250131` or `202501311730` or `20250131173059`; null where they are none.
 * @param text without blanks around it
 */
export function compactFormat(text: string): string | null {
  const [, year, month, day] = (COMPACT.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (!isYear(year) || !isDate(year, month, day)) return null;
  return { 8: '%Y%m%d', 12: '%Y%m%d%H%M', 14: '%Y%m%d%H%M%S' }[text.length] ?? null;
}

/** Dates in so few digits that they may be any other number. */
const SHORT_FORMATS = [
  ...['%y%m%d', '%d%m%y', '%m%d%y', '%Y%m', '%Y%j', '%d%m%Y', '%m%d%Y'],
  ...['%y%m%d%H%M', '%d%m%y%H%M', '%y%m%d%H%M%S', '%d%m%y%H%M%S'],
] as const;
const WIDTHS: Readonly<Record<string, number>> = { '%Y': 4, '%j': 3 };
const SHORT = /^(?:\d{6,8}|\d{10}|\d{12})$/;
const NO_SHORT: readonly string[] = [];

const codesIn = (format: string): string[] => format.match(/%./g) ?? [];
const lengthOf = (format: string): number => codesIn(format).reduce((sum, code) => sum + (WIDTHS[code] ?? 2), 0);
const byLength = new Map<number, string[]>();
for (const format of SHORT_FORMATS) {
  byLength.set(lengthOf(format), [...(byLength.get(lengthOf(format)) ?? []), format]);
}

/**
 * The formats in which all cells would be dates without separators, year or day first (`260131`, `31012026`, `202601`), or without their day.
 * @param cells without blanks around them
 * @returns none where they are as long as no such date, or where one of them is none
 */
export function shortFormats(cells: readonly string[]): readonly string[] {
  const [first = ''] = cells;
  if (!SHORT.test(first)) return partedFormats(cells);
  let formats = byLength.get(first.length) ?? [];
  for (const cell of cells) {
    if (cell.length !== first.length || !SHORT.test(cell)) return NO_SHORT;
    formats = formats.filter((format) => fits(cell, format));
    if (formats.length === 0) return NO_SHORT;
  }
  return formats;
}

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const YEAR = '(?:19[5-9][0-9]|20[0-9]{2})';
const NUMBER = '(?:0[1-9]|1[0-2])';
/** Dates that lack their day or their month. */
const PARTED: readonly (readonly [format: string, form: RegExp])[] = ['-', '/', ' '].flatMap((mark) =>
  (
    [
      [`%Y${mark}%m`, `${YEAR}${mark}${NUMBER}`],
      [`%m${mark}%Y`, `${NUMBER}${mark}${YEAR}`],
      [`%b${mark}%y`, `(?:${MONTH})${mark}[0-9]{2}`],
      [`%b${mark}%Y`, `(?:${MONTH})${mark}${YEAR}`],
      [`%Y${mark}%b`, `${YEAR}${mark}(?:${MONTH})`],
      [`%Y${mark}%j`, `${YEAR}${mark}(?:[0-2][0-9]{2}|3[0-5][0-9]|36[0-6])`],
    ] as const
  ).map(([format, form]) => [format, new RegExp(`^${form}$`, 'i')] as const),
);
const COULD_BE_PARTED = /^[A-Za-z0-9]{2,4}[-/ ][A-Za-z0-9]{2,4}$/;

/** The formats in which all cells would be dates of two parts: `2024-01`, `Jan-24`, `2024-031`. */
function partedFormats(cells: readonly string[]): readonly string[] {
  if (!COULD_BE_PARTED.test(cells[0] ?? '')) return NO_SHORT;
  return PARTED.filter(([, form]) => cells.every((cell) => form.test(cell))).map(([format]) => format);
}

/** Parts of a date and what they are where they lack. */
const USUAL: Readonly<Record<string, number>> = { '%y': 0, '%m': 1, '%d': 1, '%j': 1, '%H': 0, '%M': 0, '%S': 0 };
const LIMITS: Readonly<Record<string, number>> = { '%H': 23, '%M': 59, '%S': 59, '%j': 366 };

function fits(cell: string, format: string): boolean {
  const parts: Record<string, number> = { ...USUAL };
  let offset = 0;
  for (const code of codesIn(format)) {
    const width = WIDTHS[code] ?? 2;
    const value = Number(cell.slice(offset, offset + width));
    if (value > (LIMITS[code] ?? Infinity) || (code === '%Y' && !isYear(value))) return false;
    parts[code] = value;
    offset += width;
  }
  const part = (code: string): number => parts[code] ?? 0;
  const year = parts['%Y'] ?? YEARS.short + part('%y');
  return part('%j') > 0 && isDate(year, part('%m'), part('%d'));
}
