import { queryRow, queryRows, type Database } from '../database.ts';
import { PlumblineError } from '../errors.ts';
import { identifier } from '../sql.ts';
import type { Encoding } from './encoding.ts';
import { NO_DELIMITER, type Dialect } from './dialect.ts';
import { coercionCounts, exchanged, lenientCells, lostCells, strictSelect, textSelect } from './read-sql.ts';
import { EXAMPLES, type MendedRows, type Repaired, type RepairRequest } from './repair.ts';
import type { Slice, SliceRequest } from './slices.ts';
import type { Target } from '../sampled-table.ts';
import type { TargetColumn } from './storage.ts';

/** About half a second of work: the grain of progress. */
const SLICE_BYTES = 64 * 2 ** 20;
/** The first slice is what a preview shows. */
const FIRST_BYTES = 16 * 2 ** 20;

/** The functions that read the file; they run in a worker in the page. */
export interface TextReader {
  readSlice: (file: Blob, request: SliceRequest) => Promise<Slice>;
  repairSlice: (file: Blob, request: RepairRequest) => Promise<Repaired>;
}

export interface CsvLoad {
  database: Database;
  file: File;
  /** Where the rows go. */
  target: Target;
  /** Offsets at which parts of the file end, the last one at its end: no row goes beyond one. */
  ends: readonly number[];
  dialect: Dialect;
  /** Lines before the first row. */
  bodyLine: number;
  encoding: Encoding;
  /** Only ASCII was seen in the head. */
  assumed: boolean;
  missing: readonly string[] | undefined;
  columns: readonly TargetColumn[];
  reader: TextReader;
  sliceBytes?: number | undefined;
  onBytes: (done: number) => void;
  /** Called when the first of several slices is in the table; reading goes on when it resolves. */
  onFirst: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/** A cell or a row with something to say of it; rows are counted from 1, the header not. */
export interface Example {
  row: number;
  value: string;
}

export interface Listed {
  count: number;
  /** The first of them, at most 20. */
  examples: Example[];
}

/** What reading changed: cells that became missing by column number, rows that were filled up or cut, damaged letters. */
export interface Coercions {
  cells: Map<number, Listed>;
  short: Listed;
  long: Listed;
  invalid: { count: number; row: number } | null;
  encoding: Encoding;
  /** How each column was read in the end: dates may have told their order late. */
  columns: TargetColumn[];
  /** Rows of each part of the file. */
  partRows: number[];
}

/**
 * Reads a text table into the store, slice by slice, so that no part of it ever stands in memory as text. A slice in
 * which everything fits takes the fast way; one with a surprise is written anew and read cell by cell.
 * @param load file, dialect, target columns and where to report
 * @throws PlumblineError when the text cannot be read even so
 */
export async function loadCsv(load: CsvLoad): Promise<Coercions> {
  const { database, file, target, reader, dialect } = load;
  const names = load.columns.map(({ type }, i) => `${identifier(`c${String(i)}`)} ${type}`);
  await database.query(`CREATE TABLE ${target.table} (${names.join(', ')})`, load.signal);
  const size = load.sliceBytes ?? SLICE_BYTES;
  const done: Coercions = {
    cells: new Map(),
    short: { count: 0, examples: [] },
    long: { count: 0, examples: [] },
    invalid: null,
    encoding: load.encoding,
    columns: [...load.columns],
    partRows: [],
  };
  const request = (start: number, bytes: number): SliceRequest => ({
    start,
    size: bytes,
    delimiters: [dialect.delimiter || NO_DELIMITER],
    encoding: done.encoding,
    newline: dialect.newline,
    dropLines: load.bodyLine,
  });
  let asked = request(0, Math.min(size, FIRST_BYTES));
  const read = (wanted: SliceRequest): Promise<Slice> =>
    reader.readSlice(file.slice(0, partEnd(load, wanted.start)), wanted);
  let coming = read(asked);
  let wanted = true;
  for (let start = 0, part = 0; start < file.size && wanted; part++) {
    const [slice, how] = [await coming, asked];
    // The next slice is read from the file while this one is parsed.
    if (slice.end < file.size) {
      asked = request(slice.end, size);
      coming = read(asked);
      // Where this slice fails or is cancelled nobody waits for the next one.
      coming.catch(() => undefined);
    }
    await insertSlice(load, { ...slice, how, name: `u/slice${String(part)}.csv` }, done);
    start = slice.end;
    load.onBytes(start);
    if (load.ends.includes(start)) await notePart(load, done);
    wanted = await target.taken();
    if (part === 0 && start < file.size) await load.onFirst();
  }
  await settleDates(load, done);
  return done;
}

const partEnd = ({ ends, file }: CsvLoad, start: number): number => ends.find((end) => end > start) ?? file.size;

async function notePart(load: CsvLoad, { partRows }: Coercions): Promise<void> {
  partRows.push((await rowsIn(load)) - partRows.reduce((sum, rows) => sum + rows, 0));
}

interface NamedSlice extends Slice {
  how: SliceRequest;
  name: string;
}

async function insertSlice(load: CsvLoad, slice: NamedSlice, done: Coercions): Promise<void> {
  if (slice.bytes.length === 0) return;
  const { database, target, signal } = load;
  if (slice.invalid !== null) await noteInvalid(load, slice.invalid, done);
  const form = { ...load, columns: done.columns };
  try {
    await withFile(database, slice, async () => {
      await database.query(`INSERT INTO ${target.table} ${strictSelect(slice.name, form)}`, signal);
    });
  } catch (error) {
    if (!isDataError(error)) throw error;
    await insertRepaired(load, slice, done);
  }
}

async function withFile(
  database: Database,
  file: Pick<NamedSlice, 'name' | 'bytes'>,
  use: () => Promise<void>,
): Promise<void> {
  await database.registerFile(file.name, file.bytes);
  try {
    await use();
  } finally {
    await database.dropFile(file.name);
  }
}

/** A problem in the text itself, as opposed to a cancelled or broken engine. */
const isDataError = (error: unknown): error is Error =>
  error instanceof Error &&
  !(error instanceof PlumblineError) &&
  /^(Conversion|Invalid Input|Parser|Binder) Error|CSV Error/.test(error.message);

const TEXTS = 'memory.main.slice';

async function insertRepaired(load: CsvLoad, slice: NamedSlice, done: Coercions): Promise<void> {
  const { database, dialect, file, signal, target } = load;
  const repaired = await load.reader.repairSlice(file, {
    ...slice.how,
    end: slice.end,
    width: load.columns.length,
    comment: dialect.comment,
    assumed: load.assumed,
    encoding: done.encoding,
  });
  done.encoding = repaired.encoding;
  const before = await rowsIn(load);
  listRows(done.short, repaired.short, before);
  listRows(done.long, repaired.long, before);
  if (slice.invalid === null && repaired.invalid !== null) await noteInvalid(load, repaired.invalid, done);
  try {
    await withFile(database, { name: slice.name, bytes: repaired.bytes }, async () => {
      const select = textSelect(slice.name, { ...load, columns: done.columns });
      await database.query(`CREATE OR REPLACE TABLE ${TEXTS} AS ${select}`, signal);
    });
  } catch (error) {
    throw isDataError(error) ? unreadable(file.name, error) : error;
  }
  const counts = await countLost(load, done);
  await database.query(`INSERT INTO ${target.table} SELECT ${lenientCells(done.columns)} FROM ${TEXTS}`, signal);
  await listCells(load, { done, counts, before });
  await database.query(`DROP TABLE ${TEXTS}`, signal);
}

/** Rows of the file that have been read. */
async function rowsIn({ database, target, signal }: CsvLoad): Promise<number> {
  const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${target.table}`, signal);
  return target.before() + Number(n);
}

async function noteInvalid(
  load: CsvLoad,
  { count, row }: { count: number; row: number },
  done: Coercions,
): Promise<void> {
  const first = done.invalid?.row ?? (await rowsIn(load)) + row;
  done.invalid = { count: (done.invalid?.count ?? 0) + count, row: first };
}

function listRows(into: Listed, rows: MendedRows, before: number): void {
  into.count += rows.count;
  for (const { row, value } of rows.examples) {
    if (into.examples.length < EXAMPLES) into.examples.push({ row: before + row, value });
  }
}

/** Cells that cannot be read, by column; a column whose dates the slice shows to be in the other order is read so from the start. */
async function countLost(load: CsvLoad, done: Coercions): Promise<number[]> {
  const { database, signal } = load;
  const counts = await queryRow(database, `SELECT ${coercionCounts(done.columns)} FROM ${TEXTS}`, signal);
  const lost: number[] = [];
  for (const [i, target] of done.columns.entries()) {
    const [now, other] = [Number(counts[`n${String(i)}`]), Number(counts[`o${String(i)}`])];
    const turns = target.otherwise !== null && other < now && !(await hasLateDays(load, i));
    if (turns) await exchange(load, { done, i });
    lost.push(turns ? other : now);
  }
  return lost;
}

/** Whether some day of a column is beyond the 12th, so that it cannot have been a month. */
async function hasLateDays({ database, target, signal }: CsvLoad, i: number): Promise<boolean> {
  const c = identifier(`c${String(i)}`);
  for (const table of target.tables()) {
    const row = await queryRow(database, `SELECT coalesce(max(day(${c})), 0)::DOUBLE AS d FROM ${table}`, signal);
    if (Number(row['d']) > 12) return true;
  }
  return false;
}

async function exchange(load: CsvLoad, { done, i }: { done: Coercions; i: number }): Promise<void> {
  const target = done.columns[i];
  if (target === undefined || target.otherwise === null) return;
  const c = identifier(`c${String(i)}`);
  for (const table of load.target.tables()) {
    await load.database.query(`UPDATE ${table} SET ${c} = ${exchanged(i)} WHERE ${c} IS NOT NULL`, load.signal);
  }
  done.columns[i] = { ...target, reading: target.otherwise, otherwise: null };
}

async function listCells(
  { database, signal }: CsvLoad,
  { done, counts, before }: { done: Coercions; counts: readonly number[]; before: number },
): Promise<void> {
  for (const [i, target] of done.columns.entries()) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const listed = done.cells.get(i) ?? { count: 0, examples: [] };
    done.cells.set(i, listed);
    listed.count += count;
    if (listed.examples.length >= EXAMPLES) continue;
    const found = await queryRows(database, lostCells(TEXTS, target, i), signal);
    const examples = found.map(({ at, value }) => ({ row: before + Number(at) + 1, value: String(value) }));
    listed.examples.push(...examples.slice(0, EXAMPLES - listed.examples.length));
  }
}

/** Dates of which some day turned out to be beyond the 12th are open no longer. */
async function settleDates(load: CsvLoad, done: Coercions): Promise<void> {
  for (const [i, target] of done.columns.entries()) {
    if (target.otherwise !== null && (await hasLateDays(load, i))) done.columns[i] = { ...target, otherwise: null };
  }
}

const unreadable = (file: string, error: Error): PlumblineError =>
  new PlumblineError('not-a-table', `${file} could not be read as a table: ${error.message.split('\n')[0] ?? ''}`, {
    file,
  });
