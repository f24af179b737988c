import { tableFromIPC, type Table } from '@uwdata/flechette';
import type { Home } from '../read/table.ts';

/** The seam to DuckDB: the page's worker and the tests' blocking engine both stand behind it. */
export interface Database {
  /** Runs one statement; the answer is Arrow IPC, in pieces. Aborting stops it within a fraction of a second. */
  query(sql: string, signal?: AbortSignal): Promise<Uint8Array[]>;
  /** The same in one piece: for whole columns, where many pieces would cost more than the wait (10 M rows: 0.3 s). */
  fetch(sql: string): Promise<Uint8Array>;
  /** Makes bytes readable as a file under a name that starts with `u/`; the bytes are handed over. */
  registerFile(name: string, content: Uint8Array): Promise<void>;
  dropFile(name: string): Promise<void>;
  /** Appends a whole Arrow IPC stream (end mark included) to a table; the bytes are handed over. */
  insertArrow(stream: Uint8Array, target: ArrowTarget): Promise<void>;
  /** Whether it still answers. */
  alive(): boolean;
  /** Ends the engine and gives its memory back; whatever is pending rejects. */
  close(): void;
}

export interface ArrowTarget {
  home: Home;
  /** The table's name, without its home. */
  name: string;
  create: boolean;
}

export type Row = Record<string, unknown>;

/**
 * The table of an answer, in one piece (an IPC file) or in several (a stream).
 * @param pieces what `query` gave
 */
export function decodeTable(pieces: Uint8Array[]): Table {
  const [first, ...rest] = pieces;
  if (first === undefined) throw new Error('an answer without a schema');
  return tableFromIPC(rest.length === 0 ? first : pieces);
}

/**
 * The rows of a small answer as plain objects.
 * @param database where to ask
 * @param sql one statement; cast DECIMAL and HUGEINT in it
 * @param signal stops the statement
 */
export async function queryRows(database: Database, sql: string, signal?: AbortSignal): Promise<Row[]> {
  return decodeTable(await database.query(sql, signal)).toArray();
}

/**
 * The one row of an answer.
 * @param database where to ask
 * @param sql one statement that answers with one row
 * @param signal stops the statement
 */
export async function queryRow(database: Database, sql: string, signal?: AbortSignal): Promise<Row> {
  const [row] = await queryRows(database, sql, signal);
  if (row === undefined) throw new Error(`no row from: ${sql}`);
  return row;
}
