import type { Encoding } from '../../facts/settings/encodings.ts';
import type {
  ColumnReading,
  DateOrder,
  DecimalMark,
  Escape,
  QuoteMark,
  Sample,
  ThousandsMark,
} from '../../facts/settings/read-options.ts';

/** How a text table is to be read; what is left out is found out. */
export interface ReadOptions {
  encoding?: Encoding | undefined;
  /** Up to four characters; none for one column, `BLANKS` for runs of blanks. */
  delimiter?: string | undefined;
  /** What stands around fields; empty for nothing. */
  quote?: QuoteMark | undefined;
  escape?: Escape | undefined;
  /** Letters of each column but the last, where they have fixed widths. */
  widths?: readonly number[] | undefined;
  header?: boolean | undefined;
  /** Lines before the header (or the first row). */
  skipLines?: number | undefined;
  /** Lines that hold names, units and the like; 0 for none. */
  headerLines?: number | undefined;
  /** Lines behind the last row. */
  skipLast?: number | undefined;
  /** Which of several tables that stand one above the other, from 1. */
  table?: number | undefined;
  decimal?: DecimalMark | undefined;
  /** What stands between groups of three digits; empty for nothing. */
  thousands?: ThousandsMark | undefined;
  /** Which part of a date comes first. */
  dateOrder?: DateOrder | undefined;
  /** The first of the hundred years that years of two digits are taken for. */
  centuryStart?: number | undefined;
  /** Texts that stand for "no value", in place of the usual ones. */
  missing?: readonly string[] | undefined;
  /** Name of the sheet to read in a workbook. */
  sheet?: string | undefined;
  /** Which rows are used; left out for all. */
  sample?: Sample | undefined;
  /** Draws a random sample. */
  seed?: number | undefined;
  /** The text was written here: no line of it is a comment or a hint for spreadsheets. */
  asWritten?: true | undefined;
  /** Of a text that was written here: sums and remarks may stand below its rows. */
  endsOpen?: true | undefined;
  /** Other names for columns, by the names that the file has. */
  rename?: ReadonlyMap<string, string> | undefined;
  /** How single columns are read, by name; else their kind is found out. */
  columns?: ReadonlyMap<string, ColumnReading> | undefined;
  /** Texts that stand for "no value" in single columns, by name, in place of `missing`. */
  missingIn?: ReadonlyMap<string, readonly string[]> | undefined;
  /** The first of the hundred years of two-digit years in single columns, by name, in place of `centuryStart`. */
  centuryIn?: ReadonlyMap<string, number> | undefined;
}

/**
 * What is set by hand of the cells, whatever the text around them is like.
 * @param options how a table is to be read
 */
export const ofCells = ({
  dateOrder,
  centuryStart,
  centuryIn,
  missing,
  missingIn,
  columns,
  rename,
}: ReadOptions): ReadOptions => ({ dateOrder, centuryStart, centuryIn, missing, missingIn, columns, rename });

/** The most frequent of `MISSING_TEXTS`: these alone are looked for in every cell, as each costs a hundredth of the reading. */
export const FREQUENT_MISSING_TEXTS: readonly string[] = ['', 'NA', 'NaN', 'nan', 'null', 'NULL'];

/** Texts that stand for "no value" in every column. Cells of blanks alone always do. */
export const MISSING_TEXTS: readonly string[] = [
  ...FREQUENT_MISSING_TEXTS,
  ...['N/A', 'n/a', '<NA>', '#N/A', '#NV', '#DIV/0!', 'None', '-', '--', '?'],
  ...['#N/A N/A', '#NA', 'NAN', '-nan', '-NaN', '1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN', 'NaT'],
  ...['Null', '<null>', '(null)', String.raw`\N`, '.', '–', '—', 'k.A.', 'k. A.'],
  ...['#NUM!', '#VALUE!', '#ZAHL!', '#WERT!'],
];
