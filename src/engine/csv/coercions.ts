import type { NoteExample } from '../../facts/statements/reading.ts';
import type { LettersRead } from './letters/letters-read.ts';
import type { TargetColumn } from './head/target-column.ts';

export interface Listed {
  count: number;
  /** The first of them, at most 20. */
  examples: NoteExample[];
}

/** Lines of the head that stand among the rows again, the first one before a row (counted from 1; 0 without any). */
export interface RepeatedLines {
  lines: number;
  row: number;
}

/** What reading changed: cells that became missing by column number, rows that were filled up or cut, damaged letters. */
export interface Coercions extends LettersRead {
  cells: Map<number, Listed>;
  short: Listed;
  long: Listed;
  /** Rows of delimiters alone that were left out. */
  empty: number;
  /** Lines of the head that stood among the rows, and the row before which the first of them did. */
  repeated: RepeatedLines;
  /** How each column was read in the end: dates may have told their order late. */
  columns: TargetColumn[];
  /** Rows of each part of the file. */
  partRows: number[];
}
