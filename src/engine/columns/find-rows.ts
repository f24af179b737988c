import type { DataSet, StoredColumn } from '../data-set.ts';
import { decodeTable, queryRow, queryRows } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import { LOST_CELLS } from '../read/lost-cells.ts';
import { asNumber, asText } from './cells.ts';
import { distanceOf, rowCondition, type AskedOfFile } from './row-test.ts';

/** Where rows stand in a data set, counted from 0, in the order in which they are shown. */
export type Places = readonly number[];

/**
 * How many rows are meant, and when they were.
 * @param data the file, with its missing cells
 * @param asked rows of it
 * @param options the column of times, if there is one, and a signal that stops the query
 */
export async function countRows(
  data: DataSet,
  asked: AskedOfFile,
  { time, signal }: { time: StoredColumn | undefined; signal?: AbortSignal | undefined },
): Promise<{ rows: number; times: { first: number; last: number } | null }> {
  const moment = time === undefined ? 'NULL::DOUBLE' : asNumber(time, 'time');
  const counted = `count(*)::DOUBLE AS n, min(moment)::DOUBLE AS earliest, max(moment)::DOUBLE AS latest`;
  const row = await queryRow(
    data.database,
    `SELECT ${counted} FROM (SELECT ${moment} AS moment ${rowsOf(data, asked, asked.most ?? null)})`,
    signal,
  );
  const [first, last] = [row['earliest'], row['latest']];
  return {
    rows: Number(row['n']),
    times: typeof first === 'number' && typeof last === 'number' ? { first, last } : null,
  };
}

/**
 * The first of the rows that are meant.
 * @param data the file, with its missing cells
 * @param asked rows of it
 * @param options how many at most, and a signal that stops the query
 */
export async function findPlaces(
  data: DataSet,
  asked: AskedOfFile,
  { limit, signal }: { limit: number; signal?: AbortSignal | undefined },
): Promise<number[]> {
  const maxRows = Math.min(limit, asked.most ?? Infinity);
  const pieces = await data.database.query(`SELECT rowid::DOUBLE AS place ${rowsOf(data, asked, maxRows)}`, signal);
  return Array.from(decodeTable(pieces).getChildAt<number>(0), Number);
}

/** What follows the selected cells: which rows, and which of them first. */
function rowsOf(data: DataSet, asked: AskedOfFile, maxRows: number | null): string {
  const meant = `FROM ${data.source} WHERE ${rowCondition(data, asked)}`;
  if (maxRows === null) return meant;
  const distance = distanceOf(data, asked);
  const order = distance === null ? 'rowid' : `${distance} DESC, rowid`;
  return `${meant} ORDER BY ${order} LIMIT ${String(maxRows)}`;
}

/**
 * Rows as texts, in Arrow: their place, then the columns. In no order.
 * @param data the file as it was read
 * @param wanted where the rows stand, and which columns
 * @param signal stops the query
 */
export function fetchRows(
  data: DataSet,
  { places, columns }: { places: Places; columns: readonly StoredColumn[] },
  signal?: AbortSignal,
): Promise<Uint8Array[]> {
  const cells = columns.map((column, i) => `${asText(column)} AS v${String(i)}`);
  const select = `SELECT ${['rowid::DOUBLE AS place', ...cells].join(', ')} FROM ${data.source}`;
  return data.database.query(`${select} WHERE rowid IN (${places.join(', ') || 'NULL'})`, signal);
}

/**
 * The numbers of rows in their file, from 0.
 * @param data the file
 * @param places where they stand in the data set
 * @param signal stops the query
 * @returns in the same order
 */
export async function numbersInFile(
  { database, table, fileRow }: DataSet,
  places: Places,
  signal?: AbortSignal,
): Promise<Places> {
  if (fileRow === null || places.length === 0) return places;
  const found = await queryRows(
    database,
    `SELECT rowid::DOUBLE AS place, ${identifier(fileRow)}::DOUBLE AS file_row FROM ${table} WHERE rowid IN (${places.join(', ')})`,
    signal,
  );
  const rows = new Map(found.map((row) => [Number(row['place']), Number(row['file_row'])]));
  return places.map((place) => rows.get(place) ?? place);
}

/**
 * All different texts of a column.
 * @param data the file
 * @param column which column
 * @param signal stops the query
 */
export async function textsIn(data: DataSet, column: StoredColumn, signal?: AbortSignal): Promise<string[]> {
  const cells = `SELECT DISTINCT ${asText(column)} AS value FROM ${data.source}`;
  const found = await queryRows(data.database, `SELECT value FROM (${cells}) WHERE value IS NOT NULL`, signal);
  return found.map(({ value }) => String(value));
}

/** What stood in a cell that is missing now, and in which row of the file (from 0). */
export interface LostCell {
  stored: string;
  row: number;
  cell: string;
}

/**
 * What stood in cells of some rows that reading made missing.
 * @param data the file
 * @param rows their numbers in the file, from 0
 * @param signal stops the query
 */
export async function lostIn(data: DataSet, rows: readonly number[], signal?: AbortSignal): Promise<LostCell[]> {
  if (data.coerced.size === 0 || rows.length === 0) return [];
  const names = new Set(data.columns.map(({ stored }) => stored));
  const found = await queryRows(
    data.database,
    `SELECT stored, file_row::DOUBLE AS file_row, cell FROM ${LOST_CELLS} WHERE file_row IN (${rows.join(', ')})`,
    signal,
  );
  return found
    .map((row) => ({ stored: String(row['stored']), row: Number(row['file_row']), cell: String(row['cell']) }))
    .filter(({ stored }) => names.has(stored));
}
