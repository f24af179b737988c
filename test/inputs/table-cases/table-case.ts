import type { ReadOptions } from '../../../src/engine/csv/options.ts';
import type { ReadColumn } from '../read-table.ts';

/** A file that was read wrongly once, and what is right. */
export interface TableCase {
  /** Its folder in `tables`. */
  id: string;
  /** What is right, in a sentence. */
  right: string;
  read?: ReadOptions;
  rows?: number;
  /** All names, in their order. */
  names?: string[];
  columns?: Record<string, Partial<ReadColumn>>;
  /** Notes that there have to be, as `kind column`. */
  notes?: string[];
  /** Values of notes, by kind and column. */
  values?: Record<string, object>;
  /** How the file was read, by kind. */
  readAs?: Record<string, object>;
  /** The error that says why it is not read. */
  refused?: object;
}
