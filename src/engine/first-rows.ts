import { asText } from './columns.ts';
import { queryRows } from './database.ts';
import type { DataSet } from './data-set.ts';

/** The start of a table as texts, as it was read; null is missing. */
export interface FirstRows {
  names: string[];
  rows: (string | null)[][];
  /** Columns of the table that are not among them. */
  columnsLeftOut: number;
}

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
  const sql = `SELECT ${cells} FROM ${data.source} WHERE rowid < ${String(ROWS)} ORDER BY rowid`;
  const rows = await queryRows(data.database, sql, signal);
  return {
    names: columns.map(({ name }) => name),
    rows: rows.map((row) => Object.values(row) as (string | null)[]),
    columnsLeftOut: data.columns.length - columns.length,
  };
}
