import { queryRow, queryRows } from '../database/database.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { identifier } from '../database/sql.ts';

const ownColumns = ({ columns }: DataSet): StoredColumn[] => columns.filter(({ lag }) => lag === undefined);

/**
 * Rows that repeat an earlier row in every cell. Rows are compared by 64-bit hashes: at 10 million rows, one pair of
 * different rows is taken for equal once in about 400 000 files.
 * @param data the data set
 * @param signal stops the query
 */
export async function countDuplicateRows(data: DataSet, signal?: AbortSignal): Promise<number> {
  const cells = ownColumns(data)
    .map((column) => identifier(column.stored))
    .join(', ');
  const sql = `SELECT (count(*) - count(DISTINCT hash(${cells})))::DOUBLE AS n FROM ${data.source}`;
  return Number((await queryRow(data.database, sql, signal))['n']);
}

/**
 * Rows in which every cell is missing.
 * @param data the data set
 * @param signal stops the query
 */
export async function countEmptyRows(data: DataSet, signal?: AbortSignal): Promise<number> {
  const empty = ownColumns(data)
    .map((column) => `${identifier(column.stored)} IS NULL`)
    .join(' AND ');
  const sql = `SELECT count(*)::DOUBLE AS n FROM ${data.source} WHERE ${empty}`;
  return Number((await queryRow(data.database, sql, signal))['n']);
}

/**
 * Whether two columns agree in every row (missing agrees with missing).
 * @param data the data set
 * @param a one column
 * @param b another column
 * @param signal stops the query
 */
export async function sameColumn(
  data: DataSet,
  a: StoredColumn,
  b: StoredColumn,
  signal?: AbortSignal,
): Promise<boolean> {
  if (a.type !== b.type) return false;
  const sql = `SELECT 1 AS differs FROM ${data.source}
    WHERE ${identifier(a.stored)} IS DISTINCT FROM ${identifier(b.stored)} LIMIT 1`;
  return (await queryRows(data.database, sql, signal)).length === 0;
}
