import { asText } from '../columns/cells.ts';
import { doubleText } from '../columns/double-text.ts';
import { queryRows } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';

/** The start of a table as texts, as it was read; null is missing. */
export interface FirstRows {
  names: string[];
  rows: (string | null)[][];
  /** Columns of the table that are not among them. */
  columnsLeftOut: number;
}

/**
 * The start of a text table as it stands in the file: there before a row of it is read.
 * @param names of all columns
 * @param rows the first rows; an empty cell is missing
 */
export const headRows = (names: readonly string[], rows: readonly (readonly string[])[]): FirstRows => ({
  names: names.slice(0, COLUMNS),
  rows: rows.slice(0, ROWS).map((cells) => names.slice(0, COLUMNS).map((_, i) => cells[i] || null)),
  columnsLeftOut: Math.max(0, names.length - COLUMNS),
});

const ROWS = 100;
const COLUMNS = 100;

/**
 * The first 100 rows of the first 100 columns.
 * @param data the data set
 * @param signal stops the query
 */
export async function fetchFirstRows(data: DataSet, signal?: AbortSignal): Promise<FirstRows> {
  const columns = data.columns.slice(0, COLUMNS);
  return {
    names: columns.map(({ name }) => name),
    rows: await fetchCells(data, { columns, rows: ROWS, signal }),
    columnsLeftOut: data.columns.length - columns.length,
  };
}

/**
 * The first cells of one column, whichever it is; null is missing.
 * @param data the data set
 * @param name of the column; of one that is not there no cell is
 * @param rows how many
 */
export async function fetchFirstCells(data: DataSet, name: string, rows: number): Promise<(string | null)[]> {
  const columns = data.columns.filter((column) => column.name === name);
  if (columns.length === 0) return [];
  return (await fetchCells(data, { columns, rows })).map(([cell = null]) => cell);
}

async function fetchCells(
  data: DataSet,
  { columns, rows, signal }: { columns: readonly StoredColumn[]; rows: number; signal?: AbortSignal | undefined },
): Promise<(string | null)[][]> {
  // Doubles are put into text here: the engine takes longer to think of how than to read all rows.
  const cellOf = (column: StoredColumn): string =>
    column.type === 'DOUBLE' ? identifier(column.stored) : asText(column);
  const cells = columns.map((column, i) => `${cellOf(column)} AS v${String(i)}`).join(', ');
  const sql = `SELECT ${cells} FROM ${data.source} LIMIT ${String(rows)}`;
  const found = await queryRows(data.database, sql, signal);
  return found.map((row) =>
    Object.values(row).map((cell) => (typeof cell === 'number' ? doubleText(cell) : textOrNull(cell))),
  );
}

const textOrNull = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);
