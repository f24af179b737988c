/** Some rows of a columnar file as a whole Arrow IPC stream (schema, batch, end mark). */
export interface Batch {
  stream: Uint8Array;
  rows: number;
}

/** A columnar file, opened: read batch by batch, so that only one is in memory at a time. */
export interface BatchSource {
  /** Known beforehand for Parquet; null for Arrow streams. */
  rows: number | null;
  /** Column names as the file has them. */
  columns: string[];
  next(): Promise<Batch | null>;
}

/** Rows a batch: DuckDB's row group, so that each insert fills one. */
export const BATCH_ROWS = 122_880;
