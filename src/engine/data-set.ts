import type { Lag } from '../facts/statements/column-reasons.ts';
import type { Database } from './database/database.ts';
import type { Helper } from './bridge.ts';
import type { FileSummary } from '../facts/statements/reading.ts';
import type { Reader } from './reader.ts';

export interface StoredColumn {
  /** As the file calls it. */
  name: string;
  /** Its name in the store, safe in SQL once quoted. */
  stored: string;
  /** DuckDB's type: DOUBLE, VARCHAR, TIMESTAMP, BIGINT, … */
  type: string;
  /** Its cells are meant as text, whatever they read like. */
  asText?: true;
  /** Present where it was worked out and is not in the file. */
  lag?: Lag;
}

/** A file in memory, in an engine of its own, ready to be asked. */
export interface DataSet {
  summary: FileSummary;
  columns: StoredColumn[];
  /** Whether the file says what type its columns have; then numbers kept as text are meant as text. */
  typed: boolean;
  /** Present where rows are numbered anew, from 0: `fileRowsOf` knows their numbers in the file. */
  renumbered?: true;
  /** Full name of the table. */
  source: string;
  /** The same as it was read, whatever `source` makes of it. */
  table: string;
  /** The table's column of row numbers in the file, from 0; null where all rows are there, in their order. */
  fileRow: string | null;
  /** Cells that could not be read as their column's type and became missing, by column name; the first ones are kept (`LOST_CELLS`). */
  coerced: ReadonlyMap<string, number>;
  database: Database;
  close(): void;
}

/** The engine and the reader of one slot; started ahead of the first drop. */
export interface EngineHandle {
  database: Database;
  reader: Helper<Reader>;
  /** The decoder of Parquet. It goes to the reader by message: a worker of the single file can fetch nothing. */
  parquetDecoder: () => Promise<WebAssembly.Module>;
}
