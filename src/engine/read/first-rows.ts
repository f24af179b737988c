import { asText } from '../columns/cells.ts';
import { queryRows } from '../database/database.ts';
import type { DataSet } from '../data-set.ts';

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
  const cells = columns.map((column, i) => `${asText(column)} AS v${String(i)}`).join(', ');
  const sql = `SELECT ${cells} FROM ${data.source} LIMIT ${String(ROWS)}`;
  const rows = await queryRows(data.database, sql, signal);
  return {
    names: columns.map(({ name }) => name),
    rows: rows.map((row) => Object.values(row) as (string | null)[]),
    columnsLeftOut: data.columns.length - columns.length,
  };
}
