import type { FileFormat, ReadAs, ReadNote } from '../../facts/statements/reading.ts';

/** A table written anew as delimited text: UTF-8, commas, decimal points, a header where the names are known. */
export interface Rewritten {
  table: Blob;
  format: FileFormat;
  readAs: ReadAs[];
  notes: ReadNote[];
  /** Its first row holds names, whatever they are like; else that is told as in any text. */
  named: boolean;
}
