import { queryRow } from '../database/database.ts';
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
 * Which of some columns agree with another one in every row (missing agrees with missing).
 * @param data the data set
 * @param column the one
 * @param others the others
 * @param signal stops the query
 * @returns their names
 */
export async function sameColumns(
  data: DataSet,
  column: StoredColumn,
  others: readonly StoredColumn[],
  signal?: AbortSignal,
): Promise<string[]> {
  const comparable = others.filter(({ type }) => type === column.type);
  if (comparable.length === 0) return [];
  const cells = comparable.map(({ stored }, i) => {
    const differs = `${identifier(column.stored)} IS DISTINCT FROM ${identifier(stored)}`;
    return `(count(*) FILTER (${differs}))::DOUBLE AS n${String(i)}`;
  });
  const row = await queryRow(data.database, `SELECT ${cells.join(', ')} FROM ${data.source}`, signal);
  return comparable.filter((_, i) => Number(row[`n${String(i)}`]) === 0).map(({ name }) => name);
}
