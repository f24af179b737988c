import { largest } from '../../../facts/extremes.ts';
import type { DecimalMark, ThousandsMark } from '../../../facts/settings/read-options.ts';

/** How numbers are written. */
export interface NumberFormat {
  decimal: DecimalMark;
  /** What stands between groups of three digits; empty for nothing. `' '` is any blank, `"'"` any apostrophe. */
  thousands: ThousandsMark;
}

export const NUMBER_FORMATS: readonly NumberFormat[] = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: "'" },
  { decimal: ',', thousands: "'" },
];

/** The marks that stand for a group mark in files. */
const GROUP_MARKS: Record<NumberFormat['thousands'], string> = {
  '': '',
  '.': '.',
  ',': ',',
  ' ': ' \u00a0\u2009\u202f',
  "'": "'’",
};

/**
 * All marks that stand between groups.
 * @param format how numbers are written
 */
export const groupMarks = (format: NumberFormat): string => GROUP_MARKS[format.thousands];

/**
 * A regular expression (for JavaScript and for RE2 alike) that numbers of a format match in full: 1234,5 as well as
 * 1.234,5, but not 1.23,4 or 0.234,5. It also holds exponents; not NaN and infinity.
 * @param format how numbers are written
 */
export function numberPattern(format: NumberFormat): string {
  const marks = groupMarks(format);
  // Lakhs and crores: 12,34,567.
  const indian = format.thousands === ',' ? '|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}' : '';
  const whole = marks === '' ? '[0-9]+' : `(?:[1-9][0-9]{0,2}(?:[${marks}][0-9]{3})+${indian}|[0-9]+)`;
  const point = format.decimal === '.' ? '[.]' : ',';
  return `[+-]?(?:${whole}(?:${point}[0-9]*)?|${point}[0-9]+)(?:[eE][+-]?[0-9]+)?`;
}

/**
 * The number that a text is in a format; NaN where it is none.
 * @param text without blanks around it
 * @param format how numbers are written
 */
export function numberIn(text: string, format: NumberFormat): number {
  if (!new RegExp(`^${numberPattern(format)}$`).test(text)) return NaN;
  const marks = groupMarks(format);
  const bare = marks === '' ? text : text.replace(new RegExp(`[${marks}]`, 'g'), '');
  return Number(bare.replace(',', '.'));
}

const patterns = NUMBER_FORMATS.map((format) => new RegExp(`^${numberPattern(format)}$`));
const WHOLE = /^[+-]?[0-9]+$/;
const POINT = /^[+-]?[0-9]*\.[0-9]+(?:[eE][+-]?[0-9]+)?$/;
const POINT_GROUPS = /^[+-]?[1-9][0-9]{0,2}\.[0-9]{3}$/;
const SPECIAL = /^[+-]?(nan|inf|infinity)$/i;

/**
 * Whether a text is a number in any notation.
 * @param text without blanks around it
 */
export const isNumber = (text: string): boolean =>
  POINT.test(text) || WHOLE.test(text) || SPECIAL.test(text) || patterns.some((pattern) => pattern.test(text));

/**
 * Whether a text is a number with a decimal point, and so neither a time nor a code.
 * @param text without blanks around it
 */
export const isDecimal = (text: string): boolean => POINT.test(text) && !POINT_GROUPS.test(text);

/** How many cells are numbers in each format, in the order of `NUMBER_FORMATS`. */
export type NumberCounts = number[];

/**
 * Counts the cells that each format could read.
 * @param cells without blanks around them
 * @param decimals how many others are known to be numbers with a decimal point
 */
export function countNumbers(cells: readonly string[], decimals = 0): NumberCounts {
  const counts = NUMBER_FORMATS.map(() => 0);
  let [whole, point] = [0, decimals];
  for (const cell of cells) {
    // The usual cells first: most have one of two forms.
    if (isDecimal(cell)) point++;
    else if (WHOLE.test(cell) || SPECIAL.test(cell)) whole++;
    else patterns.forEach((pattern, i) => pattern.test(cell) && (counts[i] = (counts[i] ?? 0) + 1));
  }
  return counts.map((count, i) => count + whole + (NUMBER_FORMATS[i]?.decimal === '.' ? point : 0));
}

/**
 * Counts as they are when only some formats are allowed.
 * @param counts of the column
 * @param marks that are set; all formats have those that are not
 */
export const onlyFormats = (counts: NumberCounts, marks: Partial<NumberFormat>): NumberCounts =>
  counts.map((count, i) => (isOf(NUMBER_FORMATS[i], marks) ? count : 0));

const isOf = (format: NumberFormat | undefined, { decimal, thousands }: Partial<NumberFormat>): boolean =>
  (decimal ?? format?.decimal) === format?.decimal && (thousands ?? format?.thousands) === format?.thousands;

const best = (counts: NumberCounts, decimal: '.' | ','): number =>
  largest(counts.map((count, i) => (NUMBER_FORMATS[i]?.decimal === decimal ? count : 0)));

/**
 * The decimal mark that a file's columns vote for; null where none of them tells.
 * @param columns counts of each column
 */
export function votedDecimal(columns: readonly NumberCounts[]): '.' | ',' | null {
  const votes = columns.map((counts) => Math.sign(best(counts, ',') - best(counts, '.')));
  const sum = votes.reduce((total, vote) => total + vote, 0);
  return sum === 0 ? null : sum > 0 ? ',' : '.';
}

/**
 * Whether both decimal marks would read the cells equally well, with different values (`1,234`).
 * @param counts of the column
 */
export function isAmbiguous(counts: NumberCounts): boolean {
  const [point = 0, comma = 0] = counts;
  return best(counts, '.') === best(counts, ',') && point !== comma;
}

/**
 * The format that reads most cells; among equals that with the given decimal mark, then the one without group marks.
 * @param counts of the column
 * @param wanted decimal mark of ambiguous numbers; both, where they are set by hand
 */
export function chooseFormat(
  counts: NumberCounts,
  wanted: { decimal: '.' | ','; marks: Partial<NumberFormat> },
): { format: NumberFormat; count: number } {
  const { marks } = wanted;
  const ranked = NUMBER_FORMATS.map((format, i) => ({ format, count: counts[i] ?? 0 })).filter(({ format }) =>
    isOf(format, marks),
  );
  const usual = (format: NumberFormat): number =>
    (format.decimal === wanted.decimal ? 2 : 0) + (format.thousands === '' ? 1 : 0);
  ranked.sort((a, b) => b.count - a.count || usual(b.format) - usual(a.format));
  return ranked[0] ?? { format: { decimal: wanted.decimal, thousands: '' }, count: 0 };
}
