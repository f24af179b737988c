import type { ReadNote } from '../../facts/statements/reading.ts';

/** Some rows of a columnar file as a whole Arrow IPC stream (schema, batch, end mark). */
export interface Batch {
  stream: Uint8Array;
  rows: number;
}

/** What is known of a columnar file before its rows are read. */
export interface Shape {
  /** Known beforehand for Parquet; null for Arrow streams. */
  rows: number | null;
  /** Names of the columns that are read. */
  columns: string[];
  /** What is to be said of single columns. */
  notes: ReadNote[];
}

/** A columnar file, opened: read batch by batch, so that only one is in memory at a time. */
export interface BatchSource extends Shape {
  next: () => Promise<Batch | null>;
}

/** Rows a batch: DuckDB's row group, so that each insert fills one. */
export const BATCH_ROWS = 122_880;
