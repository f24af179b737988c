import { loadColumnar } from './columnar/load.ts';
import type { PreparedCsv } from './csv/prepare.ts';
import { readCsv, targetColumns } from './csv/read.ts';
import type { DataSet, FileSummary, ReadNote, StoredColumn } from './data-set.ts';
import { queryRow, queryRows } from './database.ts';
import { PlumblineError } from './errors.ts';
import { firstLook, LONG_READING } from './first-look.ts';
import type { Format } from './format.ts';
import { prepare, type OpenFile, type Prepared } from './prepare.ts';
import { readAsOf, type Written } from './records/rewrite.ts';
import type { ReadAs } from './records/rewritten.ts';
import { endStation } from './station.ts';
import { homeFor, tableIn } from './table.ts';

export interface OpenOptions {
  signal?: AbortSignal | undefined;
  /**
   * Gets the first rows of all files; the rest is read when it resolves. Not called when all files are read at once.
   */
  onPreview?: ((first: DataSet[]) => Promise<void>) | undefined;
}

/**
 * Reads one or two files into their stations, side by side. Types of text tables are decided once over all files, so
 * that a column is the same thing in both.
 * @param files what to read, and where to
 * @param options a signal that stops everything (the stations are then of no more use), and a preview
 * @throws PlumblineError that names the file and what to do
 */
export async function openFiles(files: readonly OpenFile[], options: OpenOptions = {}): Promise<DataSet[]> {
  const { signal, onPreview } = options;
  const prepared = await Promise.all(files.map((file) => prepare(file, signal)));
  const heads = prepared.flatMap(({ csv }) => (csv === null ? [] : [csv.heads]));
  const look = onPreview && firstLook(files.length, onPreview);
  let unfinished = prepared.length;
  return Promise.all(
    prepared.map(async (one, i) => {
      const onFirst = async (table: Table): Promise<void> => {
        await look?.arrived(i, { ...(await finish(one, table)), close: () => undefined });
      };
      const data = await read(one, { heads, onFirst, signal });
      unfinished--;
      // Read at once: the other file's first rows need not wait for more of this one. Nothing to show when all are.
      if (unfinished > 0) void look?.arrived(i, data);
      return data;
    }),
  );
}

/** A table as far as it is read: where it stands and what its columns are called in the file. */
interface Table extends Outcome {
  table: string;
  names: readonly string[];
}

interface Read {
  heads: readonly PreparedCsv['heads'][];
  onFirst: (table: Table) => Promise<void>;
  signal: AbortSignal | undefined;
}

async function read(one: Prepared, { heads, onFirst, signal }: Read): Promise<DataSet> {
  if (one.csv === null) return finish(one, await readColumnar(one, onFirst, signal));
  const { csv } = one;
  const table = tableIn(homeFor(csv.cells));
  const names = csv.heads.map((head) => head.name);
  const outcome = await readCsv({
    ...one,
    csv,
    columns: targetColumns(csv, heads),
    table,
    onFirst: async () => {
      if (csv.cells > LONG_READING.text) await onFirst({ table, names, format: one.written?.format ?? 'CSV' });
    },
    signal,
  });
  return finish(one, { ...ofForm(one.written, outcome), table, names });
}

/** What is said of a table that was written anew starts with what it was before. */
const ofForm = (written: Written | null, outcome: Outcome): Outcome =>
  written === null
    ? outcome
    : {
        ...outcome,
        format: written.format,
        readAs: readAsOf(written, outcome.readAs ?? []),
        notes: [...written.notes, ...(outcome.notes ?? [])],
      };

const columnarName = (format: Format): string => (format === 'parquet' ? 'Parquet' : 'Arrow');

/** Bytes that a cell of a file without a row count is taken to have. */
const CELL_BYTES = 8;

async function readColumnar(one: Prepared, onFirst: Read['onFirst'], signal: Read['signal']): Promise<Table> {
  const { file, station, format } = one;
  const { calls, gone } = station.reader;
  const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, gone]);
  const kind = format === 'parquet' ? 'parquet' : 'arrow';
  const shape = await alive(calls.open(file, kind)).catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error);
    throw new PlumblineError(
      'damaged-file',
      `${file.name} could not be opened as ${columnarName(format)}: ${detail}. It may be cut off or damaged: copy it again from its source.`,
      { file: file.name },
    );
  });
  const cells = shape.rows === null ? file.size / CELL_BYTES : shape.rows * shape.columns.length;
  const home = homeFor(cells);
  const read = { table: tableIn(home), names: shape.columns, format: columnarName(format), notes: shape.notes };
  await loadColumnar({
    database: station.database,
    file,
    format: read.format,
    home,
    next: () => alive(calls.next()),
    onRows: (done) => {
      one.onProgress({ stage: 'reading', done, total: shape.rows ?? 0, unit: 'rows' });
    },
    onFirst: async () => {
      if (cells > LONG_READING.columnar) await onFirst(read);
    },
    signal,
  });
  return read;
}

interface Outcome {
  format: string;
  readAs?: ReadAs[];
  notes?: ReadNote[];
  coerced?: ReadonlyMap<string, number>;
}

async function finish(one: Prepared, { table, names, ...outcome }: Table): Promise<DataSet> {
  const { database } = one.station;
  const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${table}`);
  const rows = Number(n);
  if (rows === 0) {
    const message = `${one.file.name} has column names but no rows.`;
    throw new PlumblineError('no-rows', message, { file: one.file.name });
  }
  const described = await queryRows(database, `DESCRIBE ${table}`);
  const columns = described.map((row, i): StoredColumn => {
    const stored = String(row['column_name']);
    return { name: names[i] ?? stored, stored, type: String(row['column_type']) };
  });
  const summary: FileSummary = {
    name: one.file.name,
    bytes: one.bytes,
    rows,
    rowsUsed: rows,
    columns: columns.length,
    format: outcome.format,
    readAs: [...one.packing, ...(outcome.readAs ?? [])],
    notes: outcome.notes ?? [],
  };
  return {
    summary,
    columns: uniqueNames(columns),
    typed: one.csv === null,
    source: table,
    coerced: outcome.coerced ?? new Map(),
    database,
    close: () => {
      endStation(one.station);
    },
  };
}

/** Columns are matched by name, so a name stands once: a second `a` becomes `a (2)`, no name becomes `column 3`. */
function uniqueNames(columns: readonly StoredColumn[]): StoredColumn[] {
  const taken = new Set<string>();
  return columns.map((column, i) => {
    const wanted = column.name === '' ? `column ${String(i + 1)}` : column.name;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted} (${String(copy)})`;
    taken.add(name);
    return { ...column, name };
  });
}
