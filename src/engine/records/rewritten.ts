import type { ReadNote } from '../data-set.ts';

/** One of the ways a file was read: its label, what was used, and what could have been. */
export interface ReadAs {
  label: string;
  value: string;
  choices?: string[];
}

/** A table written anew as delimited text: UTF-8, commas, decimal points, a header where the names are known. */
export interface Rewritten {
  table: Blob;
  /** "JSON", "Excel", … */
  format: string;
  readAs: ReadAs[];
  notes: ReadNote[];
}

/** Why a file could not be written anew; errors lose their fields between a worker and the page. */
export interface Refusal {
  code: string;
  /** What to say behind the file's name. */
  problem: string;
  row?: number;
}
