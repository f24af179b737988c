import * as v from 'valibot';
import { ENCODINGS } from '../settings/encodings.ts';
import { DATE_ORDERS, DECIMAL_MARKS, ESCAPES, QUOTES, sampleSchema } from '../settings/read-options.ts';
import { quoteSchema, type Quote, type StatementOf, type ValuesOf } from './statement.ts';

/** Forms of files, by the names that documents have for them. */
export const FILE_FORMATS = ['CSV', 'TSV', 'JSON', 'NDJSON', 'Excel', 'Parquet', 'Arrow'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** In what the text files of one table may differ. */
export const TEXT_FORMS = ['delimiter', 'line-end', 'header', 'column-order', 'encoding', 'decimal'] as const;
export type TextForm = (typeof TEXT_FORMS)[number];

/** Units in which times are counted from 1970. */
export const EPOCHS = ['s', 'ms', 'us', 'ns'] as const;
export type EpochUnit = (typeof EPOCHS)[number];

/** What stands before the colon of a duration with one: 60:01 is 60 hours, or 60 minutes. */
export const CLOCK_UNITS = ['hours', 'minutes'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** What texts that are one category may differ in. */
export const TEXT_JOINS = ['folded', 'without_zeros'] as const;
export type TextJoin = (typeof TEXT_JOINS)[number];

/** What JSON of JavaScript, Python and people has, and JSON has not; `program`: a call or an assignment around it. */
export const JSON_MANNERS = ['comments', 'single-quotes', 'bare-names', 'commas', 'words', 'program'] as const;
export type JsonManner = (typeof JSON_MANNERS)[number];

export const NOTE_SEVERITIES = ['info', 'warning'] as const;

const noValues = v.object({});
const texts = v.array(v.string());
const ofColumn = v.object({ column: v.string() });

/** Notes of reading: what a person should look at, or know of a column. */
export const noteValues = {
  /** Places that hold bytes without a meaning in the encoding, the first in `row`, where rows can be told. */
  'undecodable-bytes': v.object({ places: v.number(), row: v.optional(v.number()) }),
  /** Zeros behind the last row of a text, which was made longer than what was written into it. */
  /** Two encodings stand beside each other; letters of the second are first in `row`. */
  'encodings-mixed': v.object({ encodings: v.array(v.picklist(ENCODINGS)), row: v.optional(v.number()) }),
  'padding-left-out': v.object({ bytes: v.number() }),
  /** Of several files, those that hold nothing. */
  'files-empty': v.object({ files: texts }),
  /** `width` is how many fields a row should have. */
  'rows-short': v.object({ rows: v.number(), width: v.number() }),
  'rows-long': v.object({ rows: v.number(), width: v.number() }),
  /** The names are fewer than the fields of the rows. */
  'names-fewer': v.object({ named: v.number(), width: v.number() }),
  /** Names that stand more than once; those behind the first have a number. */
  'names-twice': v.object({ names: texts }),
  /** Rows have one field more than there are names: the first one, which is taken for the name of its row. */
  'row-names': ofColumn,
  /** Lines above the names that hold anything, and the first of them: titles and the like. */
  'lines-above-names': v.object({ lines: v.number(), examples: v.array(quoteSchema) }),
  /** Cells between the names and the first row: units and the like. */
  'lines-below-names': v.object({ texts }),
  /** Several tables stand one above the other; one of them was read, counted from 1. */
  'tables-stacked': v.object({ table: v.number(), tables: v.number() }),
  /** Lines below the last row that are no rows: `sums` where one sums up the others. */
  'tail-left-out': v.object({ rows: v.number(), sums: v.boolean(), example: quoteSchema }),
  /** Rows among the first ones that say they sum up others, and the first of them. */
  'sums-among-rows': v.object({ rows: v.number(), row: v.number(), example: quoteSchema }),
  /** Each line stands in quotes as a whole. */
  'lines-in-quotes': noValues,
  /** Lines of the head (names, units) that stood among the rows again, the first one before `row`. */
  'head-repeated': v.object({ lines: v.number(), row: v.number() }),
  /** Rows of delimiters alone. */
  'empty-rows-left-out': v.object({ rows: v.number() }),
  'cells-unreadable': v.object({
    column: v.string(),
    cells: v.number(),
    as: v.picklist(['number', 'time', 'boolean', 'text']),
    example: quoteSchema,
  }),
  /** A value of JSON holds several lists of records; one of them was read, counted from 1. */
  'list-chosen': v.object({ names: texts, table: v.number() }),
  /** Lists that are shorter than those beside them, which have so many rows. */
  'lists-uneven': v.object({ names: texts, rows: v.number() }),
  'rows-no-record': v.object({ rows: v.number() }),
  /** Keys that stand more than once in one object, in so many objects; those behind the first have a number. */
  'keys-twice': v.object({ keys: texts, objects: v.number() }),
  /** JSON as JavaScript, Python or people write it. */
  'json-manners': v.object({ manners: v.array(v.picklist(JSON_MANNERS)) }),
  /** Members of a value of JSON beside the list that was read. */
  'members-left-out': v.object({ names: texts }),
  /** Objects in an object, by keys: `rows` where each is a row, `columns` where each is a column of cells by row. */
  'keyed-objects': v.object({ objects: v.picklist(['rows', 'columns']) }),
  'epoch-times': v.object({ column: v.string(), unit: v.picklist(EPOCHS) }),
  /** Years of two digits, and the hundred years that they are taken for. */
  'two-digit-years': v.object({ column: v.string(), first: v.number(), last: v.number() }),
  /** Names of zones, by which times were turned into UTC. */
  'zone-names': v.object({ column: v.string(), zones: texts }),
  /** A name of a zone that means several, and was left out. */
  'zone-open': v.object({ column: v.string(), zone: v.string() }),
  /** Times kept as text: they have names of zones of which one means several. */
  'zones-kept': v.object({ column: v.string(), zones: texts, example: quoteSchema }),
  'spreadsheet-dates': ofColumn,
  'compact-dates': ofColumn,
  /** The orders that the dates may be in, the first one as they were read; with their formats where each is read in one. */
  'ambiguous-dates': v.object({
    column: v.string(),
    orders: v.optional(v.array(v.picklist(DATE_ORDERS))),
    formats: v.optional(texts),
  }),
  /** Digits that were not read as dates, and the formats in which all of them would be. */
  'digits-may-be-dates': v.object({ column: v.string(), formats: texts, example: quoteSchema }),
  'ambiguous-decimal': v.object({ column: v.string(), decimal: v.picklist(DECIMAL_MARKS) }),
  'unit-in-cells': v.object({ column: v.string(), unit: v.string() }),
  /** Numbers with brackets, a minus behind or other digits, beside a currency or `%` (`sign`; empty for none). */
  'accounting-numbers': v.object({ column: v.string(), sign: v.string(), example: quoteSchema }),
  /** The first row holds numbers or times, and is taken for the names of the columns. */
  'numbers-as-names': v.object({ names: texts }),
  /** Texts that count as missing, and the columns that hold them. */
  'missing-texts': v.object({ texts, columns: texts }),
  /** Numbers some of which are codes: a share of the filled cells, and the first of them. */
  'codes-as-text': v.object({ column: v.string(), share: v.number(), example: quoteSchema }),
  /** Cells that could be numbers or dates, kept as text because something would be lost. */
  'codes-kept': v.object({
    column: v.string(),
    why: v.picklist(['exponents', 'leading-zeros', 'signs', 'versions', 'digits']),
    example: quoteSchema,
  }),
  /**
   * A column kept as text that is numbers but for some words (states, marks for "no value", limits): its filled cells, how many are numbers,
   * how many different words there are, and the most frequent 20 of them.
   */
  'words-among-numbers': v.object({
    column: v.string(),
    filled: v.number(),
    numbers: v.number(),
    kinds: v.number(),
    words: v.array(v.object({ word: quoteSchema, cells: v.number() })),
  }),
  /** Numbers kept as text: with decimal points and commas, or with different signs or units behind them; a cell of each of two kinds. */
  'numbers-unlike': v.object({
    column: v.string(),
    why: v.picklist(['decimal-marks', 'signs']),
    examples: v.array(quoteSchema),
  }),
  /** Numbers of which some are the same in other digits: 1.1 and 1.10. */
  'digits-vary': v.object({ column: v.string(), example: quoteSchema }),
  /** Texts written as a formula, so that a spreadsheet leaves them as they are: `="007"`. */
  'texts-as-formulas': v.object({ column: v.string(), example: quoteSchema }),
  /** Yes and no, written in another way in the other file. */
  'boolean-spellings': v.object({ column: v.string(), here: texts, elsewhere: texts }),
  /** Times of day with an offset beside others without one, in this file or in the other. */
  'zones-mixed': v.object({ column: v.string(), here: v.picklist(['zoned', 'naive', 'both']) }),
  'sheet-chosen': v.object({ sheet: v.string(), sheets: texts }),
  /** Cells of a workbook that are merged with one above and hold its value. */
  'merged-cells': v.object({ cells: v.number() }),
  /** Texts of a workbook that are numbers with a decimal comma. */
  'comma-texts': v.object({ cells: v.number(), example: quoteSchema }),
  'other-column-order': noValues,
  /** It counts rows that stayed elsewhere. */
  'summary-file': v.object({ engine: v.string() }),
  /** … without their times: how rows depend on each other cannot be told. */
  'summary-without-time': noValues,
  /** Its rows were counted on the bins of the other side's summary. */
  'counted-on-summary': v.object({ summary: v.string() }),
  /** Columns that such a summary does not count. */
  'not-in-summary': v.object({ summary: v.string(), columns: texts }),
  /** Such a summary was counted by the times of this column, of which the rows have none. */
  'rows-without-time': ofColumn,
  /** Whole numbers beyond 2⁵³. */
  'digits-kept': ofColumn,
  'half-precision': ofColumn,
  'decimals-left-out': ofColumn,
  'binary-left-out': ofColumn,
  'nested-as-text': ofColumn,
  'bytes-as-text': ofColumn,
  'bytes-as-uuids': ofColumn,
  'times-as-seconds': ofColumn,
  /** `leading` is what stands before the colon of those with one; null or left out where there are none. */
  'durations-as-seconds': v.object({ column: v.string(), leading: v.optional(v.nullable(v.picklist(CLOCK_UNITS))) }),
  /** Durations with one colon, read as hours and minutes, that may be minutes and seconds. */
  'durations-open': v.object({ column: v.string(), example: quoteSchema }),
  'intervals-as-months': ofColumn,
  'intervals-as-seconds': ofColumn,
  'intervals-as-text': ofColumn,
} as const;

export type NoteValues = ValuesOf<typeof noteValues>;
export type NoteKind = keyof NoteValues;

/** A cell, or a row by the number of its fields, that a note speaks of; rows are counted from 1, the header not. */
export type NoteExample = { row: number; value: Quote } | { row: number; fields: number };

/** A note of reading. */
export type ReadNote = StatementOf<NoteValues> & {
  severity: (typeof NOTE_SEVERITIES)[number];
  column?: string;
  /** The row it starts at, counted from 1, the header not. */
  row?: number;
  /** The first cells or rows it speaks of, at most 20. */
  examples?: NoteExample[];
  /** Of several files that make up a table, the one that it speaks of. */
  file?: string;
};

/** Ways in which a file was read. */
export const readAsValues = {
  packing: v.variant('as', [v.object({ as: v.literal('gzip') }), v.object({ as: v.literal('zip'), file: v.string() })]),
  /** Several files, each read in its own way. */
  parts: v.object({ differing: v.array(v.picklist(TEXT_FORMS)) }),
  /** `byLetters` where statistics of its letters told. */
  encoding: v.object({ encoding: v.picklist(ENCODINGS), byLetters: v.boolean() }),
  delimiter: v.object({ delimiter: v.string() }),
  /** Letters of each column but the last, where they have fixed widths. */
  widths: v.object({ widths: v.array(v.number()) }),
  quotes: v.object({ seen: v.boolean(), mark: v.optional(v.picklist(QUOTES)) }),
  escape: v.object({ escape: v.picklist(ESCAPES) }),
  header: v.object({ header: v.boolean() }),
  'skipped-lines': v.object({ lines: v.number() }),
  'header-lines': v.object({ lines: v.number() }),
  'last-lines': v.object({ lines: v.number() }),
  table: v.object({ table: v.number(), tables: v.number() }),
  'comment-lines': v.object({ mark: v.string() }),
  decimal: v.object({ marks: texts }),
  thousands: v.object({ marks: texts }),
  'date-order': v.object({ orders: v.array(v.picklist(DATE_ORDERS)) }),
  'date-formats': v.object({ formats: texts }),
  missing: v.object({ texts }),
  /** `sheets` are those that the workbook has. */
  sheet: v.object({ sheet: v.string(), sheets: texts }),
  rows: v.object({ sample: sampleSchema }),
} as const;

export type ReadAsValues = ValuesOf<typeof readAsValues>;
export type ReadAsKind = keyof ReadAsValues;
export type ReadAs = StatementOf<ReadAsValues>;

/** Ways in which the cells of a column of a text table were read. */
export const columnWayValues = {
  /** What texts that are one category may differ in; null for nothing. */
  text: v.object({ join: v.nullable(v.picklist(TEXT_JOINS)) }),
  boolean: noValues,
  /** Yes and no in several spellings. */
  'yes-no': noValues,
  /** `limits`: cells like <0.05 are read as their limit. `unit` stands behind each number. */
  number: v.object({ decimal: v.string(), thousands: v.string(), unit: v.string(), limits: v.boolean() }),
  /** strptime formats; `iso` where ISO 8601 is read too. */
  time: v.object({ formats: texts, iso: v.boolean() }),
  epoch: v.object({ unit: v.picklist(EPOCHS) }),
  duration: v.object({ leading: v.optional(v.nullable(v.picklist(CLOCK_UNITS))) }),
  /** Days of a spreadsheet. */
  serial: noValues,
} as const;

export type ColumnWayValues = ValuesOf<typeof columnWayValues>;
export type ColumnWay = StatementOf<ColumnWayValues>;

/** How one column of a text table was read. */
export interface ColumnRead {
  name: string;
  way: ColumnWay;
  /** Texts that counted as missing, but for the empty one, with their cells: in the first megabyte of the file. */
  missing: { text: string; cells: number }[];
}

/** A file as it was read. */
export interface FileSummary {
  name: string;
  bytes: number;
  rows: number;
  rowsUsed: number;
  /** The files that it was put together from, where there are several. */
  parts?: { name: string; bytes: number; rows: number }[];
  columns: number;
  format: FileFormat;
  readAs: ReadAs[];
  /** Column by column, for text tables. */
  columnsRead?: ColumnRead[];
  notes: ReadNote[];
}
