import type { Batch } from '../../columnar/batches.ts';
import { queryRow, type Database } from '../../database/database.ts';
import { detailOf, PlumblineError } from '../../../facts/statements/errors.ts';
import type { Coercions, Listed, RepeatedLines } from '../coercions.ts';
import { rowsIn, type CsvLoad } from '../csv-load.ts';
import { addDamaged, addFirst, changeEncoding } from '../letters/letters-read.ts';
import { countLost, listCells, TEXTS } from '../lost-cells.ts';
import { lenientCells, rowCount, strictSelect, textSelect } from '../sql/read-sql.ts';
import { gapsIn } from '../frame/gaps.ts';
import { EXAMPLES, type MendedRows } from '../repair.ts';
import type { DecodedSlice } from '../decode/decode-slice.ts';
import type { Slice, SliceRequest } from './slices.ts';

interface Named {
  request: SliceRequest;
  name: string;
}

type NamedSlice = Slice & Named;

/**
 * Puts a slice into the table: at full speed where everything fits, cell by cell where something does not.
 * @param load the file and its table
 * @param slice whole rows of it
 * @param done what reading changed so far; what this slice adds goes in there
 * @throws PlumblineError when the text cannot be read even so
 */
export async function insertSlice(load: CsvLoad, slice: DecodedSlice & Named, done: Coercions): Promise<void> {
  if ('bytes' in slice && slice.bytes.length === 0) return;
  if (slice.invalid !== null || slice.first !== undefined) {
    const rowsBefore = await rowsIn(load);
    addDamaged(done, slice.invalid, rowsBefore);
    addFirst(done, slice.first, rowsBefore);
  }
  if ('bytes' in slice) await insertText(load, slice, done);
  else await insertDecoded(load, slice.batch);
}

async function insertDecoded({ database, target, signal }: CsvLoad, { stream }: Batch): Promise<void> {
  signal?.throwIfAborted();
  await database.insertArrow(stream, { home: target.tableHome, name: target.name, create: false });
}

async function insertText(load: CsvLoad, slice: NamedSlice, done: Coercions): Promise<void> {
  const { database, target, signal } = load;
  const form = { ...load, columns: done.columns };
  const before = load.leaveOutEmpty ? await rowsIn(load) : 0;
  try {
    await withFile(database, slice, async () => {
      await database.query(`INSERT INTO ${target.table} ${strictSelect(slice.name, form)}`, signal);
      if (!load.leaveOutEmpty) return;
      const { n } = await queryRow(database, rowCount(slice.name, form), signal);
      done.empty += Number(n) - ((await rowsIn(load)) - before);
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

async function insertRepaired(load: CsvLoad, slice: NamedSlice, done: Coercions): Promise<void> {
  const { database, dialect, file, signal, target } = load;
  const repaired = await load.reader.repairSlice(file, {
    ...slice.request,
    end: slice.end,
    width: load.columns.length,
    comment: dialect.comment,
    leaveOutEmpty: load.leaveOutEmpty,
    gaps: gapsIn(done.columns, load.missing),
    repeatable: load.repeatable,
    guessed: load.guessed,
    encoding: done.encoding,
  });
  const rowsBefore = await rowsIn(load);
  changeEncoding(done, repaired.encoding, load.assumed);
  addFirst(done, repaired.first, rowsBefore);
  done.empty += repaired.empty;
  addRepeated(done, repaired.repeated, rowsBefore);
  listRows(done.short, repaired.short, rowsBefore);
  listRows(done.long, repaired.long, rowsBefore);
  if (slice.invalid === null) addDamaged(done, repaired.invalid, rowsBefore);
  try {
    await withFile(database, { name: slice.name, bytes: repaired.bytes }, async () => {
      await database.query(
        `CREATE OR REPLACE TABLE ${TEXTS} AS ${textSelect(slice.name, load.columns.length)}`,
        signal,
      );
    });
  } catch (error) {
    throw isDataError(error) ? unreadable(file.name, error) : error;
  }
  const counts = await countLost(load, done);
  await database.query(`INSERT INTO ${target.table} SELECT ${lenientCells(done.columns)} FROM ${TEXTS}`, signal);
  await listCells(load, { done, counts, rowsBefore });
  await database.query(`DROP TABLE ${TEXTS}`, signal);
}

function addRepeated({ repeated }: Coercions, { lines, row }: RepeatedLines, rowsBefore: number): void {
  if (repeated.lines === 0 && lines > 0) repeated.row = rowsBefore + row;
  repeated.lines += lines;
}

function listRows(list: Listed, rows: MendedRows, rowsBefore: number): void {
  list.count += rows.count;
  for (const example of rows.examples) {
    if (list.examples.length < EXAMPLES) list.examples.push({ ...example, row: rowsBefore + example.row });
  }
}

const unreadable = (file: string, error: Error): PlumblineError =>
  new PlumblineError(
    'not-a-table',
    { problem: 'unreadable', detail: detailOf(error.message.split('\n')[0]) },
    { file },
  );
