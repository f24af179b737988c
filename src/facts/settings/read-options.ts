import * as v from 'valibot';
import type { ConfigRule } from '../statements/config-problems.ts';
import { ENCODINGS } from './encodings.ts';

/**
 * Ways to read a column that can be asked for ("folded": texts without case, accents and blanks that may differ; "without_zeros": codes without
 * leading zeros; "number_limits": numbers, of which those like `<0.05` count as their limit; "duration_hours", "duration_minutes": durations as seconds, 60:01 as hours and minutes or as minutes and seconds); besides these a strptime format such as `%d.%m.%Y %H:%M`. */
export const COLUMN_READINGS = [
  'text',
  'folded',
  'without_zeros',
  'number',
  'number_limits',
  'duration_hours',
  'duration_minutes',
  'epoch_s',
  'epoch_ms',
  'epoch_us',
  'epoch_ns',
  'excel_date',
] as const;
export type ColumnReading = (typeof COLUMN_READINGS)[number] | `${string}%${string}`;

/** In place of a delimiter: blanks and tabs, however many, as in columns that are aligned. */
export const BLANKS = 'blanks';
const LONGEST_DELIMITER = 4;

export const isDelimiter = (text: string): boolean =>
  text === BLANKS || (text.length <= LONGEST_DELIMITER && !/["\n\r]/.test(text));

/** What stands around a field that holds delimiters or line ends; `“` for the quotes of books, of any language; empty where nothing does. */
export const QUOTES = ['"', "'", '“', ''] as const;
export type QuoteMark = (typeof QUOTES)[number];
/** How that mark itself is written inside of such a field: twice, or behind a backslash. */
export const ESCAPES = ['doubled', 'backslash'] as const;
export type Escape = (typeof ESCAPES)[number];
/** What may stand before decimals, and between groups of three digits; empty for nothing. */
export const DECIMAL_MARKS = ['.', ','] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];
export const THOUSANDS_MARKS = ['', '.', ',', ' ', "'"] as const;
export type ThousandsMark = (typeof THOUSANDS_MARKS)[number];
/** Which part of a date comes first. */
export const DATE_ORDERS = ['day', 'month', 'year'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const rows = v.pipe(v.number(), v.integer(), v.minValue(1));
const lines = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Which rows of a table are used: each with a probability, every n-th, so many from an end, or the newest by a column of times. */
export const sampleSchema = v.variant('method', [
  v.strictObject({ method: v.literal('random'), share: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)) }),
  v.strictObject({ method: v.literal('every'), n: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({ method: v.literal('first'), rows }),
  v.strictObject({ method: v.literal('last'), rows }),
  v.strictObject({ method: v.literal('newest'), rows, by: v.string() }),
]);
export type Sample = v.InferOutput<typeof sampleSchema>;

const YEARS = { first: 1000, last: 9900 } as const;
/** The first of the hundred years that years of two digits are taken for. */
export const centurySchema = v.pipe(v.number(), v.integer(), v.minValue(YEARS.first), v.maxValue(YEARS.last));
export const isCentury = (year: number): boolean => v.is(centurySchema, year);

/** How a file is to be read; what is left out is found out. */
export const readSchema = v.strictObject({
  encoding: v.optional(v.picklist(ENCODINGS)),
  /** Up to four characters; empty for one column, `blanks` for runs of blanks. */
  delimiter: v.optional(v.pipe(v.string(), v.check(isDelimiter, 'a-delimiter' satisfies ConfigRule))),
  quote: v.optional(v.picklist(QUOTES)),
  escape: v.optional(v.picklist(ESCAPES)),
  /** Letters of each column but the last, where columns have fixed widths. */
  widths: v.optional(v.pipe(v.array(rows), v.minLength(1))),
  header: v.optional(v.boolean()),
  /** Lines before the header (or the first row). */
  skipLines: v.optional(lines),
  /** Lines that hold names, units and the like. */
  headerLines: v.optional(lines),
  /** Lines behind the last row. */
  skipLast: v.optional(lines),
  /** Which of several tables that stand one above the other, from 1. */
  table: v.optional(rows),
  decimal: v.optional(v.picklist(DECIMAL_MARKS)),
  thousands: v.optional(v.picklist(THOUSANDS_MARKS)),
  dateOrder: v.optional(v.picklist(DATE_ORDERS)),
  centuryStart: v.optional(centurySchema),
  /** Name of the sheet to read in a workbook. */
  sheet: v.optional(v.string()),
  /** Which rows are used; left out for all. */
  sample: v.optional(sampleSchema),
  /** Names that columns are compared under, in place of those that the file has. */
  rename: v.optional(v.array(v.strictObject({ from: v.string(), to: v.string() }))),
  /** Texts that stand for "no value", in place of the usual ones. */
  missing: v.optional(v.array(v.string())),
});

const isFormat = (text: string): text is ColumnReading => text.includes('%');

/** How a column's cells are read in text tables: a strptime format stands for a date. */
export const columnReadingSchema = v.union(
  [v.picklist(COLUMN_READINGS), v.pipe(v.string(), v.guard(isFormat))],
  'a-column-reading' satisfies ConfigRule,
);
