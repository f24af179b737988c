import type { ReadAs, ReadNote } from '../../facts/reading.ts';

/** A table written anew as delimited text: UTF-8, commas, decimal points, a header where the names are known. */
export interface Rewritten {
  table: Blob;
  /** "JSON", "Excel", … */
  format: string;
  readAs: ReadAs[];
  notes: ReadNote[];
}
