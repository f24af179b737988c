import { loadColumnar } from './columnar/load.ts';
import { prepareCsv, type PreparedCsv } from './csv/prepare.ts';
import { readCsv, targetColumns } from './csv/read.ts';
import type { DataSet, FileSummary, ReadNote, Station, StoredColumn } from './data-set.ts';
import { queryRow, queryRows } from './database.ts';
import { PlumblineError } from './errors.ts';
import { detectFormat, type Format } from './format.ts';
import { endStation } from './station.ts';
import { TABLE } from './table.ts';

/** A file and the station that will hold it. */
export interface OpenFile {
  file: File;
  station: Station;
  /** Work done and to do, in bytes (text) or rows (columnar files; the total is 0 while it is not known). */
  onProgress: (done: number, total: number, unit: 'bytes' | 'rows') => void;
}

interface Prepared extends OpenFile {
  format: Format;
  csv: PreparedCsv | null;
}

export interface OpenOptions {
  signal?: AbortSignal | undefined;
  /** Gets the first rows of all files while the rest is still being read; not called for files that are read at once. */
  onPreview?: (first: DataSet[]) => void;
}

/** Rows that a preview shows at most. */
const PREVIEW_ROWS = 50_000;

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
  const first = onPreview === undefined ? () => undefined : collector(prepared.length, onPreview);
  return Promise.all(
    prepared.map((one, i) => {
      const onFirst = async (names: readonly string[], format: string): Promise<void> => {
        first(i, await preview(one, names, format));
      };
      return read(withFirst(one, onFirst), heads, signal);
    }),
  );
}

/** Calls back once every file has shown its first rows. */
function collector(files: number, onPreview: (first: DataSet[]) => void): (index: number, data: DataSet) => void {
  const found = new Map<number, DataSet>();
  return (index, data) => {
    found.set(index, data);
    if (found.size === files)
      onPreview(Array.from({ length: files }, (_, i) => found.get(i)).filter((set) => set !== undefined));
  };
}

async function preview(one: Prepared, names: readonly string[], format: string): Promise<DataSet> {
  const data = await finish(one, names, { format });
  const rows = Math.min(data.summary.rows, PREVIEW_ROWS);
  return {
    ...data,
    summary: { ...data.summary, rows, rowsUsed: rows },
    source: `(SELECT * FROM ${TABLE} LIMIT ${String(PREVIEW_ROWS)})`,
    close: () => undefined,
  };
}

type OnFirst = (names: readonly string[], format: string) => Promise<void>;

/** Reports the first rows when the first step of several is done. A preview that fails is no failure of the reading. */
function withFirst(one: Prepared, onFirst: OnFirst): Prepared & { names: string[] } {
  const names = one.csv?.heads.map((head) => head.name) ?? [];
  let seen = false;
  return {
    ...one,
    names,
    onProgress: (done, total, unit) => {
      one.onProgress(done, total, unit);
      if (!seen && done < total)
        onFirst(names, one.csv === null ? columnarName(one.format) : 'CSV').catch(() => undefined);
      seen = true;
    },
  };
}

async function prepare(open: OpenFile, signal: AbortSignal | undefined): Promise<Prepared> {
  const format = await detectFormat(open.file);
  signal?.throwIfAborted();
  const csv = format === 'csv' ? await prepareCsv(open.station.database, open.file) : null;
  return { ...open, format, csv };
}

async function read(
  one: Prepared & { names: string[] },
  heads: readonly PreparedCsv['heads'][],
  signal: AbortSignal | undefined,
): Promise<DataSet> {
  if (one.csv === null) {
    await readColumnar(one, signal);
    return finish(one, one.names, { format: columnarName(one.format) });
  }
  const load = { ...one, csv: one.csv, columns: targetColumns(one.csv, heads), signal };
  const outcome = await readCsv(load);
  return finish(one, one.names, outcome);
}

const columnarName = (format: Format): string => (format === 'parquet' ? 'Parquet' : 'Arrow');

async function readColumnar(one: Prepared & { names: string[] }, signal: AbortSignal | undefined): Promise<void> {
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
  one.names.push(...shape.columns);
  await loadColumnar({
    database: station.database,
    file,
    format: columnarName(format),
    next: () => alive(calls.next()),
    onRows: (done) => {
      one.onProgress(done, shape.rows ?? 0, 'rows');
    },
    signal,
  });
}

interface Outcome {
  format: string;
  readAs?: { label: string; value: string }[];
  notes?: ReadNote[];
  coerced?: ReadonlyMap<string, number>;
}

async function finish(one: Prepared, names: readonly string[], outcome: Outcome): Promise<DataSet> {
  const { database } = one.station;
  const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${TABLE}`);
  const rows = Number(n);
  if (rows === 0) {
    const message = `${one.file.name} has column names but no rows.`;
    throw new PlumblineError('no-rows', message, { file: one.file.name });
  }
  const described = await queryRows(database, `DESCRIBE ${TABLE}`);
  const columns = described.map((row, i): StoredColumn => {
    const stored = String(row['column_name']);
    return { name: names[i] ?? stored, stored, type: String(row['column_type']) };
  });
  const summary: FileSummary = {
    name: one.file.name,
    bytes: one.file.size,
    rows,
    rowsUsed: rows,
    columns: columns.length,
    format: outcome.format,
    readAs: outcome.readAs ?? [],
    notes: outcome.notes ?? [],
  };
  return {
    summary,
    columns: uniqueNames(columns),
    typed: one.csv === null,
    source: TABLE,
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
