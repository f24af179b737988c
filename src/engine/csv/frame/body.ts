import { MISSING_TEXTS } from '../options.ts';
import { isNumber } from '../numbers/format.ts';
import { timeShape } from '../times/shape.ts';

/** What the rows of a table are like, as far as it tells them from titles, names and remarks. */
export interface Body {
  /** Fields that most rows have. */
  width: number;
  /** By field, whether most cells are values rather than words. */
  typed: boolean[];
}

/** Rows that tell it: so many of the lower half of the first ones. */
const HELD_ROWS = 1000;
const TELLING_ROWS = 100;
const MOSTLY = 0.6;
/** Of the cells that should be values, as many may be words in a row of the table. */
const OTHER = 0.25;
const CLOCK = /^\d{1,3}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?$/;
/** `(9,000.00)`, `-$ 5`: a number as in books. Signs alone (`.`, `–`) are neither numbers nor words. */
const ODD_NUMBER = /^[^\p{L}\d]{0,4}\d[^\p{L}]*$/u;
const LETTER = /\p{L}/u;
const missing = new Set(MISSING_TEXTS);

/**
 * Whether a cell is a number, a time or a time of day.
 * @param cell as it stands in the file
 */
export function isValue(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && (isNumber(text) || CLOCK.test(text) || timeShape(text) !== null);
}

/**
 * Whether a cell is a value, or a number written as in books.
 * @param cell as it stands in the file
 */
export const isFigure = (cell: string): boolean => isValue(cell) || ODD_NUMBER.test(cell.trim());

/**
 * Whether a row holds nothing: a blank line, or delimiters alone.
 * @param fields of the row
 */
export const isEmpty = (fields: readonly string[]): boolean => fields.every((field) => field.trim() === '');

/**
 * Whether a row only draws a line: dashes, equals signs and the like in each filled field.
 * @param fields of the row
 */
export const isDivider = (fields: readonly string[]): boolean => {
  const filled = fields.filter((field) => field.trim() !== '');
  return filled.length > 0 && filled.every((field) => /^[-=+_*|: ]{2,}$/.test(field.trim()));
};

/**
 * What most rows are like. Titles and names stand above, so that the lower half tells.
 * @param rows with fields, in their order
 * @param width that most have
 */
export function bodyOf(rows: readonly (readonly string[])[], width: number): Body {
  const wide = rows.filter(
    (fields) => !isEmpty(fields) && !isDivider(fields) && (fields.length === width || (width > 1 && fields.length > 1)),
  );
  const held = wide.slice(0, HELD_ROWS);
  const lower = held.slice(Math.floor(held.length / 2)).filter((fields) => fields.length === width);
  const step = Math.ceil(lower.length / TELLING_ROWS);
  const telling = lower.filter((_, row) => row % step === 0);
  const typed = Array.from({ length: width }, (_, i) => {
    const filled = telling
      .map((fields) => (fields[i] ?? '').trim())
      .filter((cell) => cell !== '' && !missing.has(cell));
    return filled.length > 0 && filled.filter(isFigure).length >= MOSTLY * filled.length;
  });
  return { width, typed };
}

/**
 * Whether a row could be one of the table's: values where the table has them, or, in a table of words, as many fields.
 * @param body what the others are like
 * @param fields of the row
 */
export function fits({ width, typed }: Body, fields: readonly string[]): boolean {
  if (isEmpty(fields) || isDivider(fields)) return false;
  if (!typed.some(Boolean)) return width === 1 || (fields.length === width && filledIn(fields) * 2 > width);
  if (width > 1 && fields.length === 1) return false;
  const { values, words } = countsOf({ width, typed }, fields);
  return values > 0 && words <= OTHER * (values + words);
}

/**
 * Where the table has values, how many of a row's cells are values and how many are words; neither is "no value".
 * @param body what the others are like
 * @param fields of the row
 */
export function countsOf({ typed }: Body, fields: readonly string[]): { values: number; words: number } {
  let [values, words] = [0, 0];
  typed.forEach((isTyped, i) => {
    const cell = (fields[i] ?? '').trim();
    if (!isTyped || cell === '' || missing.has(cell)) return;
    if (isFigure(cell)) values++;
    else if (LETTER.test(cell)) words++;
  });
  return { values, words };
}

/**
 * How many fields hold something.
 * @param fields of a row
 */
export const filledIn = (fields: readonly string[]): number => fields.filter((field) => field.trim() !== '').length;
