import type { Side } from './document/side.ts';
import type { ConditionOnCell } from './slice.ts';

/** What a column's cells are taken for. */
export type CellForm = 'number' | 'time' | 'text';

/** Which rows are meant. */
export type RowTest =
  /** Every condition holds, or any of them. */
  | { test: 'all' | 'any'; conditions: readonly ConditionOnCell[] }
  /** The cell has no value of that form: it is missing, or nothing that can be read so. */
  | { test: 'no-value'; column: string; form: CellForm }
  /** The cell held something that could not be read so. */
  | { test: 'unreadable'; column: string; form: CellForm }
  | { test: 'infinite'; column: string }
  /** The cell holds a text that no cell of the other file's column does. */
  | { test: 'only-here'; column: string }
  /** The numbers of several columns do not add up to this total. */
  | { test: 'sum-off'; columns: readonly string[]; total: number; tolerance: number }
  /** An earlier row has the same cells. */
  | { test: 'repeated' }
  /** No cell has a value. */
  | { test: 'empty' };

/** A range that is ordinary for a column. */
export interface OrdinaryRange {
  column: string;
  form: 'number' | 'time';
  low: number;
  high: number;
}

/** Rows of one file that are to be shown. */
export interface RowsAsked {
  side: Side;
  test: RowTest;
  /** The columns that they are asked for. */
  columns: readonly string[];
  /** The farthest out come first, and only finite values count; otherwise rows come in the order of the file. */
  ordinary?: OrdinaryRange;
  /** So many of them are meant, the first ones. */
  most?: number;
  /** So many there are by the report. */
  counted?: number;
}

/** A row as it was read. */
export interface FoundRow {
  /** The file that it stands in, where there are several. */
  file?: string;
  /** Its number there, from 1. */
  row: number;
  /** Null is missing. */
  cells: readonly (string | null)[];
}

/** Some of the rows that were asked for, and how many there are. */
export interface FoundRows {
  rows: number;
  /** When the first and the last of all of them were; null where none has a time. */
  times: { first: number; last: number } | null;
  columns: readonly { name: string; isNumber: boolean }[];
  /** Columns of the file that are not among them. */
  columnsLeftOut: number;
  /** The first ones. */
  shown: readonly FoundRow[];
}
