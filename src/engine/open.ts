import parquetUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { shippedModule } from '../shipped/shipped.ts';
import type { Shape } from './columnar/batches.ts';
import { loadColumnar } from './columnar/load.ts';
import type { PreparedCsv } from './csv/prepare.ts';
import { readCsv, targetColumns } from './csv/read.ts';
import type { DataSet, FileSummary, ReadNote, Station, StoredColumn } from './data-set.ts';
import { queryRow, queryRows } from './database.ts';
import { PlumblineError } from './errors.ts';
import { firstLook, LONG_READING } from './first-look.ts';
import { fetchFirstRows, headRows, type FirstRows } from './first-rows.ts';
import { refuseOtherColumns } from './join.ts';
import {
  prepare,
  type ColumnarSource,
  type FileProgress,
  type OpenFile,
  type Prepared,
  type TextSource,
} from './prepare.ts';
import { readAsOf, type Written } from './records/rewrite.ts';
import type { ReadAs } from './records/rewritten.ts';
import { rowsOfSample, sampleWords } from './sample.ts';
import { refuseTooLarge, sampledTable, wholeTable, type Target } from './sampled-table.ts';
import { endStation } from './station.ts';
import { homeFor, tableIn } from './table.ts';

export interface OpenOptions {
  signal?: AbortSignal | undefined;
  /** Gets the start of each file as soon as it can be shown: text as it stands in the file, other files as they are read. */
  onRows?: ((index: number, rows: FirstRows) => void) | undefined;
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
  const { signal, onPreview, onRows } = options;
  const prepared = await Promise.all(files.map((file) => prepare(file, signal)));
  const heads = prepared.flatMap(({ source }) => ('text' in source ? source.text.heads : []));
  const look = onPreview && firstLook(files.length, onPreview);
  let unfinished = prepared.length;
  return Promise.all(
    prepared.map(async (one, i) => {
      const onFirst = async (table: Table, isLong: boolean): Promise<void> => {
        // The first rows of the file are not those of the sample.
        if (one.read?.sample !== undefined) return;
        const first = { ...(await finish(one, table)), close: () => undefined };
        if ('columnar' in one.source) onRows?.(i, await fetchFirstRows(first, signal));
        if (isLong) await look?.arrived(i, first);
      };
      if ('text' in one.source) onRows?.(i, headOf(one.source.text));
      const how = { heads, onFirst, signal };
      const { source } = one;
      const data =
        'text' in source ? await readText(one, source.text, how) : await readColumnar(one, source.columnar, how);
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
  /** Rows of the file, where they are not all in the table. */
  rows?: number | null;
}

interface Read {
  heads: readonly PreparedCsv['heads'][];
  /** Called when the first of several pieces is in the table; a long file is worth a look at its columns then. */
  onFirst: (table: Table, isLong: boolean) => Promise<void>;
  signal: AbortSignal | undefined;
}

/** Where the rows of a table of about this size come to stand. */
function targetFor(one: Prepared, size: { rows: number; names: readonly string[] }, signal?: AbortSignal): Target {
  const { rows, names } = size;
  const { sample, seed = 0 } = one.read ?? {};
  refuseTooLarge({ file: one.name, rows, columns: names.length, sample });
  const home = homeFor(rowsOfSample(sample, rows) * names.length);
  if (sample === undefined) return wholeTable(home);
  return sampledTable({ sample, seed, database: one.station.database, home, file: one.name, names, signal });
}

async function readText(one: Prepared, text: TextSource, { heads, onFirst, signal }: Read): Promise<DataSet> {
  const { csv, written } = text;
  const names = csv.heads.map((head) => head.name);
  const target = targetFor(one, { rows: csv.rows, names }, signal);
  const outcome = await readCsv({
    ...text,
    station: one.station,
    onProgress: one.onProgress,
    columns: targetColumns(csv, heads),
    target,
    onFirst: async () => {
      const table = { table: target.table, names, format: written?.format ?? 'CSV' };
      if (csv.cells > LONG_READING.text) await onFirst(table, true);
    },
    signal,
  });
  const { rows } = await target.finish();
  return finish(one, { ...ofForm(written, outcome), table: tableIn(target.home), names, rows });
}

const headOf = ({ csv }: TextSource): FirstRows =>
  headRows(
    csv.heads.map(({ name }) => name),
    csv.first,
  );

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

const columnarNames = { parquet: 'Parquet', arrow: 'Arrow' } as const;

/** Bytes that a cell of a file without a row count is taken to have. */
const CELL_BYTES = 8;

async function readColumnar(one: Prepared, { format, files }: ColumnarSource, how: Read): Promise<DataSet> {
  const { onFirst, signal } = how;
  const { database, reader } = one.station;
  const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, reader.gone]);
  const open = async (file: File, like?: readonly string[]): Promise<Shape> =>
    alive(openIn(reader, format, file, like)).catch((error: unknown) => {
      throw damaged(file, columnarNames[format], error);
    });
  const [first, ...others] = files;
  if (first === undefined) throw new Error('there is no file to read');
  const shape = await open(first);
  const names = shape.columns.map((name) => one.read?.rename?.get(name) ?? name);
  const rows = rowsOf(shape, first) * (others.length + 1);
  const target = targetFor(one, { rows, names }, signal);
  const table = { table: target.table, names, format: columnarNames[format], notes: shape.notes };
  const load = async (file: File, { rows: known }: Shape): Promise<number> =>
    loadColumnar({
      database,
      file,
      isFirst: file === first,
      format: table.format,
      target,
      next: () => alive(reader.calls.next()),
      onRows: (done) => {
        one.onProgress(columnarProgress(files, file, { done, total: known ?? 0 }));
      },
      onFirst: async () => {
        if (file === first) await onFirst(table, rows * names.length > LONG_READING.columnar);
      },
      signal,
    });
  const partRows = [await load(first, shape)];
  for (const file of others) {
    const other = await open(file, shape.columns);
    refuseOtherColumns({ file: first.name, columns: shape.columns }, { file: file.name, columns: other.columns });
    partRows.push(await load(file, other));
  }
  if (partRows.every((count) => count === 0)) {
    throw new PlumblineError('no-rows', `${one.name} has no rows.`, { file: one.name });
  }
  const finished = await target.finish();
  return finish(one, { ...table, table: tableIn(target.home), partRows, rows: finished.rows });
}

/** The decoder of Parquet goes to the reader by message: a worker of the single file can fetch nothing. */
const openIn = async (
  { calls }: Station['reader'],
  format: ColumnarSource['format'],
  file: File,
  like: readonly string[] | undefined,
): Promise<Shape> =>
  format === 'parquet' ? calls.openParquet(file, await shippedModule(parquetUrl), like) : calls.openArrow(file, like);

/** The rows of a file, estimated where it does not say. */
const rowsOf = ({ rows, columns }: Shape, file: File): number =>
  rows ?? file.size / CELL_BYTES / Math.max(1, columns.length);

/** In rows for one file; several files are counted in bytes, since only the open one says how many rows it has. */
function columnarProgress(
  files: readonly File[],
  file: File,
  { done, total }: { done: number; total: number },
): FileProgress {
  if (files.length === 1) return { stage: 'reading', done, total, unit: 'rows' };
  const size = (some: readonly File[]): number => some.reduce((sum, one) => sum + one.size, 0);
  const share = total > 0 ? done / total : 0;
  const before = size(files.slice(0, files.indexOf(file)));
  return { stage: 'reading', done: before + share * file.size, total: size(files), unit: 'bytes' };
}

function damaged(file: File, format: string, error: unknown): unknown {
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new PlumblineError(
    'damaged-file',
    `${file.name} could not be opened as ${format}: ${detail}. It may be cut off or damaged: copy it again from its source.`,
    { file: file.name },
  );
}

interface Outcome {
  format: string;
  readAs?: ReadAs[];
  notes?: ReadNote[];
  coerced?: ReadonlyMap<string, number>;
  /** Rows of each part, in their order. */
  partRows?: number[];
}

async function finish(one: Prepared, { table, names, rows, ...outcome }: Table): Promise<DataSet> {
  const { database } = one.station;
  const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${table}`);
  const rowsUsed = Number(n);
  if (rowsUsed === 0) throw noRows(one, rows ?? 0);
  const described = await queryRows(database, `DESCRIBE ${table}`);
  const columns = described.map((row, i): StoredColumn => {
    const stored = String(row['column_name']);
    return { name: names[i] ?? stored, stored, type: String(row['column_type']) };
  });
  return {
    summary: { ...summaryOf(one, outcome), rows: rows ?? rowsUsed, rowsUsed, columns: columns.length },
    columns: uniqueNames(columns),
    typed: 'columnar' in one.source,
    source: table,
    coerced: outcome.coerced ?? new Map(),
    database,
    close: () => {
      endStation(one.station);
    },
  };
}

function noRows({ name }: Prepared, rows: number): PlumblineError {
  const message =
    rows === 0 ? `${name} has column names but no rows.` : `${name}: no row is in the sample. Take a larger one.`;
  return new PlumblineError('no-rows', message, { file: name });
}

function summaryOf(one: Prepared, outcome: Outcome): Omit<FileSummary, 'rows' | 'rowsUsed' | 'columns'> {
  const { parts, packing, name, read } = one;
  const sample: ReadAs[] = read?.sample === undefined ? [] : [{ label: 'Rows', value: sampleWords(read.sample) }];
  const { partRows = [] } = outcome;
  return {
    name,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(parts.length > 1 && { parts: parts.map((part, i) => ({ ...part, rows: partRows[i] ?? 0 })) }),
    format: outcome.format,
    readAs: [...packing, ...(outcome.readAs ?? []), ...sample],
    notes: outcome.notes ?? [],
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
