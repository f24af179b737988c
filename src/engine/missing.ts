import { storageOf } from './columns.ts';
import type { DataSet, StoredColumn } from './data-set.ts';
import { identifier, literal } from './sql.ts';

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

/** The cell, or NULL where it holds one of the texts; null where nothing needs replacing. */
function cellWithout(column: StoredColumn, texts: readonly string[]): string | null {
  const c = identifier(column.stored);
  const storage = storageOf(column);
  const numbers = texts.filter((text) => text.trim() !== '' && Number.isFinite(Number(text)));
  const values =
    storage === 'text' ? texts.map(literal) : storage === 'number' ? numbers.map((n) => `${Number(n)}`) : [];
  if (values.length === 0) return null;
  const comparable = storage === 'number' ? `${c}::DOUBLE` : c;
  return `CASE WHEN ${comparable} IN (${values.join(', ')}) THEN NULL ELSE ${c} END AS ${c}`;
}
