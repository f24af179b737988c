import { queryRow, queryRows } from '../database/database.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import type { ColumnRead, FileFormat, FileSummary, ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Prepared } from './prepared.ts';
import { freeName } from '../../facts/free-name.ts';
import { endEngine } from '../database/engine-handle.ts';

/** What reading a file came to. */
export interface Outcome {
  format: FileFormat;
  readAs?: ReadAs[];
  columnsRead?: ColumnRead[];
  notes?: ReadNote[];
  coerced?: ReadonlyMap<string, number>;
  /** By column, whether it is meant as text. */
  asText?: readonly boolean[];
  /** Rows of each part, in their order. */
  partRows?: number[];
}

/** A table as far as it is read: where it stands and what its columns are called in the file. */
export interface Table extends Outcome {
  table: string;
  names: readonly string[];
  /** Rows of the file, where they are not all in the table. */
  rows?: number | null;
  /** The column of the table that holds their numbers in the file, which is none of the file's. */
  fileRow?: string | null;
}

/**
 * The data set that a table is, whether whole or only begun.
 * @param file the file that it was read from
 * @param read the table, and what reading came to
 * @throws PlumblineError when it has no row
 */
export async function asDataSet(file: Prepared, read: Table): Promise<DataSet> {
  const { table, names, rows, fileRow = null, ...outcome } = read;
  const { database } = file.engine;
  const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${table}`);
  const rowsUsed = Number(n);
  if (rowsUsed === 0) throw noRows(file, rows ?? 0);
  const described = (await queryRows(database, `DESCRIBE ${table}`)).filter((row) => row['column_name'] !== fileRow);
  const columns = described.map((row, i): StoredColumn => {
    const stored = String(row['column_name']);
    const meant = outcome.asText?.[i] === true ? ({ asText: true } as const) : {};
    return { name: names[i] ?? stored, stored, type: String(row['column_type']), ...meant };
  });
  const named = { ...outcome, notes: [...namesTwice(names), ...(outcome.notes ?? [])] };
  return {
    summary: { ...summaryOf(file, named), rows: rows ?? rowsUsed, rowsUsed, columns: columns.length },
    columns: uniqueNames(columns),
    typed: 'columnar' in file.source,
    source: table,
    ...{ table, fileRow },
    coerced: outcome.coerced ?? new Map(),
    database,
    close: () => {
      endEngine(file.engine);
    },
  };
}

function noRows({ name }: Prepared, rows: number): PlumblineError {
  return new PlumblineError('no-rows', { source: rows === 0 ? 'text' : 'sample' }, { file: name });
}

function summaryOf(file: Prepared, outcome: Outcome): Omit<FileSummary, 'rows' | 'rowsUsed' | 'columns'> {
  const { parts, packing, name, read } = file;
  const sample: ReadAs[] = read?.sample === undefined ? [] : [{ kind: 'rows', values: { sample: read.sample } }];
  const { partRows = [] } = outcome;
  return {
    name,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(parts.length > 1 && { parts: parts.map((part, i) => ({ ...part, rows: partRows[i] ?? 0 })) }),
    format: outcome.format,
    readAs: [...packing, ...(outcome.readAs ?? []), ...sample],
    ...(outcome.columnsRead && { columnsRead: outcome.columnsRead }),
    notes: [...file.notes, ...(outcome.notes ?? [])],
  };
}

/** Columns are matched by name, so a name stands once: a second `a` becomes `a (2)`, no name becomes `column 3`. */
function uniqueNames(columns: readonly StoredColumn[]): StoredColumn[] {
  const taken = new Set<string>();
  return columns.map((column, i) => ({
    ...column,
    name: freeName(column.name === '' ? `column ${String(i + 1)}` : column.name, taken),
  }));
}

/** Of a file whose names are not looked at where it is read as text. */
function namesTwice(names: readonly string[]): ReadNote[] {
  const twice = [...new Set(names.filter((name, i) => name !== '' && names.indexOf(name) !== i))];
  return twice.length === 0 ? [] : [{ kind: 'names-twice', values: { names: twice }, severity: 'info' }];
}
