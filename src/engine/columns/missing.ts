import { storageOf } from './cells.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { queryRow } from '../database/database.ts';
import { identifier, literal } from '../database/sql.ts';

/** Statements over thousands of columns take memory by the square. */
const COLUMNS_A_QUERY = 100;

/**
 * The data set with more texts (or numbers) that stand for "no value", besides those that were read so. Nothing is
 * read or stored again: cells are replaced as they are asked for.
 * @param data the data set
 * @param texts what counts as missing, by column; "-999" is the number in a column of numbers
 */
export function withMissing(data: DataSet, texts: (column: StoredColumn) => readonly string[]): DataSet {
  const cells = data.columns.map((column) => cellWithout(column, texts(column)));
  if (cells.every((cell) => cell === null)) return data;
  const selected = data.columns.map(({ stored }, i) => cells[i] ?? identifier(stored));
  return { ...data, source: `(SELECT rowid, ${selected.join(', ')} FROM ${data.source})` };
}

/** Whether the cell holds one of the texts, in SQL; null where it cannot. */
function holds(column: StoredColumn, texts: readonly string[]): string | null {
  const c = identifier(column.stored);
  const storage = storageOf(column);
  const numbers = texts.filter((text) => text.trim() !== '' && Number.isFinite(Number(text)));
  const values =
    storage === 'text' ? texts.map(literal) : storage === 'number' ? numbers.map((n) => `${Number(n)}`) : [];
  if (values.length === 0) return null;
  const comparable = storage === 'number' ? `${c}::DOUBLE` : c;
  return `${comparable} IN (${values.join(', ')})`;
}

/** The cell, or NULL where it holds one of the texts; null where nothing needs replacing. */
function cellWithout(column: StoredColumn, texts: readonly string[]): string | null {
  const test = holds(column, texts);
  const c = identifier(column.stored);
  return test === null ? null : `CASE WHEN ${test} THEN NULL ELSE ${c} END AS ${c}`;
}

/**
 * The names of the columns that hold any of their texts: the others are as they were.
 * @param data the data set
 * @param texts what counts as missing, by column
 * @param signal stops the queries
 */
export async function columnsHolding(
  data: DataSet,
  texts: (column: StoredColumn) => readonly string[],
  signal?: AbortSignal,
): Promise<Set<string>> {
  const tests = data.columns.flatMap((column) => {
    const test = holds(column, texts(column));
    return test === null ? [] : [{ name: column.name, test }];
  });
  const found = new Set<string>();
  for (let start = 0; start < tests.length; start += COLUMNS_A_QUERY) {
    const batch = tests.slice(start, start + COLUMNS_A_QUERY);
    const cells = batch.map(({ test }, i) => `coalesce(bool_or(${test}), false) AS h${String(i)}`);
    const row = await queryRow(data.database, `SELECT ${cells.join(', ')} FROM ${data.source}`, signal);
    batch.forEach(({ name }, i) => {
      if (row[`h${String(i)}`] === true) found.add(name);
    });
  }
  return found;
}
