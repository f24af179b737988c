import type { CellForm, RowsAsked, RowTest } from '../../facts/rows.ts';
import type { DataSet } from '../data-set.ts';
import { identifier, literal } from '../database/sql.ts';
import { LOST_CELLS } from '../read/lost-cells.ts';
import { asNumber, asText, storageOf } from './cells.ts';
import { columnOf, holds } from './slice.ts';

/** A test of single rows: what another file holds is listed. */
export type TestOfRow =
  Exclude<RowTest, { test: 'only-here' }> | { test: 'unlisted'; column: string; texts: readonly string[] };

/** Which rows, and which of them first. */
export type AskedOfFile = Pick<RowsAsked, 'ordinary' | 'most'> & { test: TestOfRow };

/**
 * Which rows are meant, as a condition in SQL on the rows of `source`.
 * @param data the file
 * @param asked rows of it
 * @throws {Error} for a column that the file has not
 */
export function rowCondition(data: DataSet, { test, ordinary }: AskedOfFile): string {
  const isMeant = meets(data, test);
  return ordinary === undefined
    ? isMeant
    : `(${isMeant}) AND isfinite(${asNumber(columnOf(data, ordinary.column), ordinary.form)})`;
}

/**
 * How far outside of its range a row lies, in SQL; null where rows are in no order but the file's.
 * @param data the file
 * @param asked rows of it
 */
export function distanceOf(data: DataSet, { ordinary }: Pick<RowsAsked, 'ordinary'>): string | null {
  if (ordinary === undefined) return null;
  const cell = asNumber(columnOf(data, ordinary.column), ordinary.form);
  const [low, high] = [ordinary.low, ordinary.high].map((limit) => `${literal(String(limit))}::DOUBLE`);
  return `greatest(${String(low)} - ${cell}, ${cell} - ${String(high)})`;
}

function meets(data: DataSet, test: TestOfRow): string {
  switch (test.test) {
    case 'all':
      return test.conditions.map((condition) => `(${holds(data, condition)})`).join(' AND ') || 'true';
    case 'any':
      return test.conditions.map((condition) => `(${holds(data, condition)})`).join(' OR ') || 'false';
    case 'no-value':
      return `${valueIn(data, test)} IS NULL`;
    case 'unreadable':
      return isUnreadable(data, test);
    case 'unlisted':
      return isUnlisted(data, test);
    case 'infinite':
      return `isinf(${asNumber(columnOf(data, test.column), 'number')})`;
    case 'sum-off': {
      const cells = test.columns.map((name) => asNumber(columnOf(data, name), 'number'));
      return `abs(${cells.join(' + ')} - ${String(test.total)}) > ${String(test.tolerance)}`;
    }
    case 'repeated':
      return isRepeated(data);
    case 'empty':
      return ownCells(data)
        .map((cell) => `${cell} IS NULL`)
        .join(' AND ');
  }
}

function isUnlisted(data: DataSet, { column: name, texts }: TestOfRow & { test: 'unlisted' }): string {
  const column = columnOf(data, name);
  const isFilled = `${identifier(column.stored)} IS NOT NULL`;
  return texts.length === 0 ? isFilled : `${isFilled} AND ${asText(column)} NOT IN (${texts.map(literal).join(', ')})`;
}

function valueIn(data: DataSet, { column: name, form }: { column: string; form: CellForm }): string {
  const column = columnOf(data, name);
  return form === 'text' ? identifier(column.stored) : asNumber(column, form);
}

/** Cells that are texts still, and those that reading has made missing. */
function isUnreadable(data: DataSet, { column: name, form }: { column: string; form: CellForm }): string {
  const column = columnOf(data, name);
  const isText = form !== 'text' && storageOf(column) === 'text';
  const c = identifier(column.stored);
  return (
    [
      ...(isText ? [`(${c} IS NOT NULL AND ${asNumber(column, form)} IS NULL)`] : []),
      ...(data.coerced.size > 0 ? [`rowid IN (${lostRows(data, column.stored)})`] : []),
    ].join(' OR ') || 'false'
  );
}

function lostRows({ table, fileRow }: DataSet, stored: string): string {
  const inFile = `SELECT file_row FROM ${LOST_CELLS} WHERE stored = ${literal(stored)}`;
  return fileRow === null ? inFile : `SELECT rowid FROM ${table} WHERE ${identifier(fileRow)} IN (${inFile})`;
}

/** By 64-bit hashes, as repeated rows are counted. */
function isRepeated(data: DataSet): string {
  const rows = `SELECT rowid AS place, hash(${ownCells(data).join(', ')}) AS cells FROM ${data.source}`;
  const firsts = `SELECT cells, min(place) AS place FROM (${rows}) GROUP BY cells HAVING count(*) > 1`;
  return `rowid IN (SELECT other.place FROM (${rows}) other JOIN (${firsts}) earliest
    ON other.cells = earliest.cells WHERE other.place > earliest.place)`;
}

const ownCells = ({ columns }: DataSet): string[] =>
  columns.filter(({ lag }) => lag === undefined).map(({ stored }) => identifier(stored));
