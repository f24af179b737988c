import * as v from 'valibot';
import type { ConfigRule } from '../statements/config-problems.ts';
import { ENCODINGS } from './encodings.ts';

/**
 * Ways to read a column that can be asked for ("folded": texts without case, accents and blanks that may differ; "without_zeros": codes without
 * leading zeros); besides these a strptime format such as `%d.%m.%Y %H:%M`. */
export const COLUMN_READINGS = [
  'text',
  'folded',
  'without_zeros',
  'number',
  'epoch_s',
  'epoch_ms',
  'epoch_us',
  'epoch_ns',
  'excel_date',
] as const;
export type ColumnReading = (typeof COLUMN_READINGS)[number] | `${string}%${string}`;

const isOneCharacter = (text: string): boolean => text.length === 1 && !'"\n\r'.includes(text);

const rows = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Which rows of a table are used: each with a probability, every n-th, so many from an end, or the newest by a column of times. */
export const sampleSchema = v.variant('method', [
  v.strictObject({ method: v.literal('random'), share: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)) }),
  v.strictObject({ method: v.literal('every'), n: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({ method: v.literal('first'), rows }),
  v.strictObject({ method: v.literal('last'), rows }),
  v.strictObject({ method: v.literal('newest'), rows, by: v.string() }),
]);
export type Sample = v.InferOutput<typeof sampleSchema>;

/** How a file is to be read; what is left out is found out. */
export const readSchema = v.strictObject({
  encoding: v.optional(v.picklist(ENCODINGS)),
  delimiter: v.optional(v.pipe(v.string(), v.check(isOneCharacter, 'one-character' satisfies ConfigRule))),
  header: v.optional(v.boolean()),
  /** Lines before the header (or the first row). */
  skipLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  decimal: v.optional(v.picklist(['.', ','])),
  /** What stands between groups of three digits; empty for nothing. */
  thousands: v.optional(v.picklist(['', '.', ',', ' ', "'"])),
  dateOrder: v.optional(v.picklist(['day', 'month', 'year'])),
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
