import type { Partition } from '../../facts/slice.ts';
import { asNumber, asText, hashed, storageOf } from './cells.ts';
import { partCode } from './slice.ts';
import { queryRow, queryRows } from '../database/database.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { identifier, literal } from '../database/sql.ts';
import { elementAt } from '../../facts/element-at.ts';

/**
 * A column as it is wanted: as numbers (or times in milliseconds), as positions in a list of texts (−1 for any other), as 53 bits of its
 * text's hash, or as the code of each row's part.
 */
export type Wanted =
  | { column: StoredColumn; kind?: 'number' | 'time' }
  | { column: StoredColumn; texts: readonly string[] | 'hashed' }
  | { partition: Partition };

/**
 * All rows of several columns, as DOUBLE columns in row order (see `decodeNumbers`).
 * @param data the data set
 * @param wanted which columns, and as what
 */
export function fetchTogether(data: DataSet, wanted: readonly Wanted[]): Promise<Uint8Array> {
  const cells = wanted.map((request, i) => `${cellOf(data, request)} AS b${String(i)}`);
  return data.database.fetch(`SELECT ${cells.join(', ')} FROM ${data.source}`);
}

function cellOf(data: DataSet, wanted: Wanted): string {
  if ('partition' in wanted) return partCode(data, wanted.partition);
  return 'texts' in wanted ? positionIn(wanted.column, wanted.texts) : asNumber(wanted.column, wanted.kind ?? 'number');
}

function positionIn(column: StoredColumn, texts: readonly string[] | 'hashed'): string {
  if (texts === 'hashed')
    return `CASE WHEN ${identifier(column.stored)} IS NULL THEN NULL ELSE ${hashed(asText(column))} END`;
  const list = `[${texts.map(literal).join(', ')}]::VARCHAR[]`;
  const position = `coalesce(list_position(${list}, ${asText(column)}), 0) - 1`;
  return `CASE WHEN ${identifier(column.stored)} IS NULL THEN NULL ELSE (${position})::DOUBLE END`;
}

/**
 * What `fetchTogether` gives for texts of a column that is wanted as hashes; the same in every engine.
 * @param data any data set
 * @param texts few of them
 */
export async function hashesOf(data: DataSet, texts: readonly string[]): Promise<number[]> {
  if (texts.length === 0) return [];
  const cells = texts.map((text, i) => `${hashed(`${literal(text)}::VARCHAR`)} AS h${String(i)}`);
  const row = await queryRow(data.database, `SELECT ${cells.join(', ')}`);
  return texts.map((_, i) => Number(row[`h${String(i)}`]));
}

/**
 * How often each text of some columns occurs, most frequent first (see `decodeCounts`).
 * @param data the data set
 * @param columns which columns, each once
 * @param signal stops the query
 */
export function fetchCounts(
  data: DataSet,
  columns: readonly StoredColumn[],
  signal?: AbortSignal,
): Promise<Uint8Array[]> {
  const sets = columns.map(({ stored }) => identifier(stored));
  const named = columns.map((column, i) => ({ ...column, stored: `v${String(i)}` }));
  const cells = named.map(({ stored }, i) => `${elementAt(sets, i)} AS ${stored}`);
  // In a row that counts texts of one column all others are null.
  return data.database.query(
    `SELECT i, coalesce(${named.map(asText).join(', ')}) AS value, n FROM
       (SELECT ${cells.join(', ')}, grouping(${sets.join(', ')})::DOUBLE AS i, count(*)::DOUBLE AS n
        FROM ${data.source} GROUP BY GROUPING SETS (${sets.map((set) => `(${set})`).join(', ')}))
     ORDER BY i, n DESC, value`,
    signal,
  );
}

/**
 * What a column holds in some rows, as text.
 * @param data the data set
 * @param column which column
 * @param rows row numbers, counted from 0
 * @param signal stops the query
 * @returns by row number; rows without a value are left out
 */
export async function fetchCells(
  data: DataSet,
  column: StoredColumn,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map();
  const found = await queryRows(
    data.database,
    `SELECT rowid::DOUBLE AS at, ${asText(column)} AS value FROM ${data.source} WHERE rowid IN (${rows.join(', ')})`,
    signal,
  );
  const cells = found.map(({ at: row, value }) => [Number(row), value] as const);
  return new Map(cells.filter((cell): cell is [number, string] => typeof cell[1] === 'string'));
}

/** What is known of a column whose values are not compared. */
export interface TextSummary {
  rows: number;
  filled: number;
  distinct: number;
  mostCommon: { value: string; count: number }[];
}

/**
 * Counts of a column of texts or identifiers, without its values leaving the engine.
 * @param data the data set
 * @param column which column
 * @param signal stops the queries
 */
export async function summariseText(data: DataSet, column: StoredColumn, signal?: AbortSignal): Promise<TextSummary> {
  const c = identifier(column.stored);
  const counts = await queryRow(
    data.database,
    `SELECT count(*)::DOUBLE AS n, count(${c})::DOUBLE AS filled, count(DISTINCT ${c})::DOUBLE AS distinct_values
     FROM ${data.source}`,
    signal,
  );
  const common = await queryRows(
    data.database,
    `SELECT ${asText(column)} AS value, n FROM
       (SELECT ${c}, count(*)::DOUBLE AS n FROM ${data.source} WHERE ${c} IS NOT NULL GROUP BY ${c} ORDER BY n DESC, ${c} LIMIT 10)
     ORDER BY n DESC, value`,
    signal,
  );
  return {
    rows: Number(counts['n']),
    filled: Number(counts['filled']),
    distinct: Number(counts['distinct_values']),
    mostCommon: common.map((row) => ({ value: String(row['value']), count: Number(row['n']) })),
  };
}

/**
 * Cells that hold something which is not a number (or a time): they are missing in `fetchTogether`.
 * @param data the data set
 * @param column which column; only columns kept as text can have any
 * @param kind what they were read as
 * @param signal stops the query
 */
export async function countUnreadable(
  data: DataSet,
  column: StoredColumn,
  kind: 'number' | 'time',
  signal?: AbortSignal,
): Promise<number> {
  if (storageOf(column) !== 'text') return 0;
  const row = await queryRow(
    data.database,
    `SELECT (count(${identifier(column.stored)}) - count(${asNumber(column, kind)}))::DOUBLE AS n FROM ${data.source}`,
    signal,
  );
  return Number(row['n']);
}
