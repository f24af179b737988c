import { queryRow, type Database } from '../database.ts';
import { PlumblineError } from '../errors.ts';
import { identifier } from '../sql.ts';
import type { Dialect } from './dialect.ts';
import type { Slice, SliceRequest } from './slices.ts';
import { coercionCounts, lenientCells, readText, strictSelect, type TargetColumn } from './read-sql.ts';

/** About half a second of work: the grain of progress. */
const SLICE_BYTES = 64 * 2 ** 20;
/** The first slice is what a preview shows. */
const FIRST_BYTES = 16 * 2 ** 20;

export interface CsvLoad {
  database: Database;
  file: File;
  /** Full name of the table to make. */
  table: string;
  dialect: Dialect;
  columns: readonly TargetColumn[];
  /** Reads and cuts at row ends; runs in a worker in the page. */
  readSlice: (file: Blob, request: SliceRequest) => Promise<Slice>;
  sliceBytes?: number;
  onBytes: (done: number) => void;
  /** Called when the first of several slices is in the table; reading goes on when it resolves. */
  onFirst: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/** What reading changed: cells that became missing by column number, with an example, and rows left out. */
export interface Coercions {
  cells: Map<number, { count: number; example: string }>;
  droppedRows: number;
  /** Rows with more fields than columns; the surplus was left out. */
  longRows: number;
}

/**
 * Reads a text table into the store, slice by slice, so that no part of it ever stands in memory as text. A slice in
 * which everything fits takes the fast way; one with a surprise is read again cell by cell.
 * @param load file, dialect, target columns and where to report
 */
export async function loadCsv(load: CsvLoad): Promise<Coercions> {
  const { database, file, columns, table } = load;
  const names = columns.map(({ type }, i) => `${identifier(`c${String(i)}`)} ${type}`);
  await database.query(`CREATE TABLE ${table} (${names.join(', ')})`, load.signal);
  const coercions: Coercions = { cells: new Map(), droppedRows: 0, longRows: 0 };
  const size = load.sliceBytes ?? SLICE_BYTES;
  const delimiters = [load.dialect.delimiter || ','];
  let coming = load.readSlice(file, { start: 0, size: Math.min(size, FIRST_BYTES), delimiters });
  for (let start = 0, part = 0; start < file.size; part++) {
    const { bytes, end: stop } = await coming;
    // The next slice is read from the file while this one is parsed.
    if (stop < file.size) coming = load.readSlice(file, { start: stop, size, delimiters });
    const name = `u/slice${String(part)}.csv`;
    await database.registerFile(name, bytes);
    try {
      await insertSlice(load, { name, first: start === 0 }, coercions);
    } finally {
      await database.dropFile(name);
    }
    const isFirst = start === 0;
    start = stop;
    load.onBytes(stop);
    if (isFirst && stop < file.size) await load.onFirst();
  }
  return coercions;
}

async function insertSlice(
  load: CsvLoad,
  slice: { name: string; first: boolean },
  coercions: Coercions,
): Promise<void> {
  const { database, columns, dialect, signal, table } = load;
  try {
    const select = strictSelect(slice.name, columns, { dialect, first: slice.first });
    await database.query(`INSERT INTO ${table} ${select}`, signal);
  } catch (error) {
    if (!isDataError(error)) throw error;
    await insertForgiving(load, slice, coercions);
  }
}

/** A problem in the text itself, as opposed to a cancelled or broken engine. */
const isDataError = (error: unknown): error is Error =>
  error instanceof Error &&
  !(error instanceof PlumblineError) &&
  /^(Conversion|Invalid Input|Parser|Binder) Error|CSV Error/.test(error.message);

async function insertForgiving(
  load: CsvLoad,
  slice: { name: string; first: boolean },
  coercions: Coercions,
): Promise<void> {
  const { database, columns, dialect, signal } = load;
  const types = columns.map(() => 'VARCHAR');
  for (const dropBadRows of [false, true]) {
    const source = readText(slice.name, { dialect, types, first: slice.first, forgiving: true, dropBadRows });
    try {
      const counts = await queryRow(
        database,
        `SELECT count(*)::DOUBLE AS n, ${coercionCounts(columns)} FROM ${source}`,
        signal,
      );
      await database.query(`INSERT INTO ${load.table} SELECT ${lenientCells(columns)} FROM ${source}`, signal);
      if (dropBadRows) coercions.droppedRows += await droppedRows(load, slice, Number(counts['n']));
      coercions.longRows += Number(counts['longer']);
      note(coercions, counts, columns.length);
      return;
    } catch (error) {
      if (!isDataError(error)) throw error;
      if (dropBadRows) throw unreadable(load.file.name, error);
    }
  }
}

async function droppedRows(load: CsvLoad, slice: { name: string; first: boolean }, read: number): Promise<number> {
  // One column that swallows whole lines: a delimiter and a quote that do not occur in text.
  const lines = readText(slice.name, {
    dialect: { ...load.dialect, delimiter: '\u0001', quote: '\u0002', escape: '\u0002' },
    types: ['VARCHAR'],
    first: slice.first,
    forgiving: true,
    dropBadRows: true,
  });
  const row = await queryRow(
    load.database,
    `SELECT count(*)::DOUBLE AS n FROM ${lines} WHERE c0 IS NOT NULL`,
    load.signal,
  );
  return Math.max(0, Number(row['n']) - read);
}

function note(coercions: Coercions, counts: Record<string, unknown>, columns: number): void {
  for (let i = 0; i < columns; i++) {
    const count = Number(counts[`n${String(i)}`]);
    if (count === 0) continue;
    const before = coercions.cells.get(i);
    const example = before?.example ?? String(counts[`x${String(i)}`]);
    coercions.cells.set(i, { count: count + (before?.count ?? 0), example });
  }
}

const unreadable = (file: string, error: Error): PlumblineError =>
  new PlumblineError('not-a-table', `${file} could not be read as a table: ${error.message.split('\n')[0] ?? ''}`, {
    file,
  });
