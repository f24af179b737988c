import { queryRow, queryRows } from './database.ts';
import type { DataSet, StoredColumn } from './data-set.ts';
import { seededRows } from './seeded-rows.ts';
import { identifier, literal } from './sql.ts';
import { homeFor } from './table.ts';

const TEMPORAL = /^(DATE|TIMESTAMP)/;
const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/;

/** What a stored column is made of. */
export type Storage = 'number' | 'time' | 'boolean' | 'text';

/**
 * What a stored column is made of; anything that is not a number, a time or a boolean is handled as text.
 * @param column a column of a data set
 */
export function storageOf(column: StoredColumn): Storage {
  if (NUMERIC.test(column.type)) return 'number';
  if (TEMPORAL.test(column.type)) return 'time';
  return column.type === 'BOOLEAN' ? 'boolean' : 'text';
}

/** The column as DOUBLE: numbers as they are, times in milliseconds since 1970 UTC, true as 1; null where it has none. */
function asNumber(column: StoredColumn, as: 'number' | 'time'): string {
  const c = identifier(column.stored);
  switch (storageOf(column)) {
    case 'number':
      return column.type === 'DOUBLE' ? c : `${c}::DOUBLE`;
    case 'boolean':
      return `${c}::INTEGER::DOUBLE`;
    case 'time':
      return column.type === 'TIMESTAMP WITH TIME ZONE'
        ? `epoch_ms(${c})::DOUBLE`
        : `epoch_ms(${c}::TIMESTAMP)::DOUBLE`;
    case 'text':
      return as === 'time' ? `epoch_ms(TRY_CAST(${c} AS TIMESTAMP))::DOUBLE` : `TRY_CAST(${c} AS DOUBLE)`;
  }
}

/**
 * The column as text; whole numbers without a decimal point.
 * @param column a column of a data set
 */
export function asText(column: StoredColumn): string {
  const c = identifier(column.stored);
  if (column.type === 'VARCHAR') return c;
  if (column.type !== 'DOUBLE' && column.type !== 'FLOAT') return `${c}::VARCHAR`;
  return `CASE WHEN ${c} = floor(${c}) AND abs(${c}) < 1e15 THEN ${c}::BIGINT::VARCHAR ELSE ${c}::VARCHAR END`;
}

/**
 * A column as doubles in row order (see `decodeNumbers`).
 * @param data the data set
 * @param column which column
 * @param as numbers, or times in milliseconds
 */
export function fetchNumbers(data: DataSet, column: StoredColumn, as: 'number' | 'time'): Promise<Uint8Array> {
  return data.database.fetch(`SELECT ${asNumber(column, as)} AS v FROM ${data.source}`);
}

/**
 * How often each text of a column occurs, most frequent first (see `decodeCounts`).
 * @param data the data set
 * @param column which column
 * @param signal stops the query
 */
export function fetchCounts(data: DataSet, column: StoredColumn, signal?: AbortSignal): Promise<Uint8Array[]> {
  const c = identifier(column.stored);
  return data.database.query(
    `SELECT ${asText(column)} AS value, n FROM (SELECT ${c}, count(*)::DOUBLE AS n FROM ${data.source} GROUP BY ${c})
     ORDER BY n DESC, value`,
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
  const cells = found.map(({ at, value }) => [Number(at), value] as const);
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
 * Cells that hold something which is not a number (or a time): they are missing in `fetchNumbers`.
 * @param data the data set
 * @param column which column; only columns kept as text can have any
 * @param as what they were read as
 * @param signal stops the query
 */
export async function countUnreadable(
  data: DataSet,
  column: StoredColumn,
  as: 'number' | 'time',
  signal?: AbortSignal,
): Promise<number> {
  if (storageOf(column) !== 'text') return 0;
  const row = await queryRow(
    data.database,
    `SELECT (count(${identifier(column.stored)}) - count(${asNumber(column, as)}))::DOUBLE AS n FROM ${data.source}`,
    signal,
  );
  return Number(row['n']);
}

/** 53 bits of a 64-bit hash fit a double exactly; two of a thousand categories collide once in 10¹⁰ columns. */
const hashed = (cell: string): string => `(hash(${cell}) & 9007199254740991)::DOUBLE`;

/** Which rows and columns a block holds. */
export interface BlockRequest {
  numbers: readonly StoredColumn[];
  /** Categories, as codes: equal texts have equal codes; null is missing. */
  codes: readonly StoredColumn[];
  rows: { from: number; to: number } | RowSample | 'all';
  /** Adds a column behind the others: 1 in rows of this sample, 0 elsewhere. */
  mark?: RowSample | undefined;
}

/** About so many rows, seeded and uniform: the same ones each time. */
export interface RowSample {
  sample: number;
  seed: number;
}

const inSample = (data: DataSet, { sample, seed }: RowSample): string =>
  seededRows(sample / data.summary.rowsUsed, seed);

/**
 * Some rows of several columns at once, as DOUBLE columns: the numbers, then the codes, then the mark (see `decodeNumbers`).
 * @param data the data set
 * @param request columns and rows
 */
export function fetchBlock(data: DataSet, request: BlockRequest): Promise<Uint8Array> {
  const { numbers, codes, rows, mark } = request;
  const cells = [
    ...numbers.map((column) => asNumber(column, 'number')),
    ...codes.map((column) => {
      const c = identifier(column.stored);
      return `CASE WHEN ${c} IS NULL THEN NULL ELSE ${hashed(c)} END`;
    }),
    ...(mark === undefined ? [] : [`(${inSample(data, mark)})::INTEGER::DOUBLE`]),
  ].map((cell, i) => `${cell} AS b${String(i)}`);
  const columns = [...numbers, ...codes];
  const source = rows === 'all' || 'sample' in rows ? data.source : stretchOf(data, columns, rows);
  const which = rows !== 'all' && 'sample' in rows ? `WHERE ${inSample(data, rows)}` : '';
  return data.database.fetch(`SELECT ${cells.join(', ')} FROM ${source} ${which}`);
}

/**
 * Rows that follow each other, with their numbers. In a packed table a condition on the numbers spares unpacking the others; in a plain
 * one there is nothing to spare, and the engine's filter is so large that the browser takes longer to compile it than all rows take to pass.
 */
function stretchOf(
  { source, summary }: DataSet,
  columns: readonly StoredColumn[],
  { from, to }: { from: number; to: number },
): string {
  const { rowsUsed, columns: all } = summary;
  if (from === 0 && to >= rowsUsed) return source;
  const cells = ['rowid', ...new Set(columns.map(({ stored }) => identifier(stored)))].join(', ');
  const which =
    homeFor(rowsUsed * all) === 'memory'
      ? `LIMIT ${String(to - from)} OFFSET ${String(from)}`
      : `WHERE rowid >= ${String(from)} AND rowid < ${String(to)}`;
  return `(SELECT ${cells} FROM ${source} ${which})`;
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

/** A column as it is wanted: as numbers, as positions in a list of texts (−1 for any other), or as 53 bits of its text's hash. */
export type Wanted = { column: StoredColumn } | { column: StoredColumn; texts: readonly string[] | 'hashed' };

/**
 * All rows of several columns, as DOUBLE columns in row order (see `decodeNumbers`).
 * @param data the data set
 * @param wanted which columns, and as what
 */
export function fetchTogether(data: DataSet, wanted: readonly Wanted[]): Promise<Uint8Array> {
  const cells = wanted.map((one, i) => {
    const cell = 'texts' in one ? positionIn(one.column, one.texts) : asNumber(one.column, 'number');
    return `${cell} AS b${String(i)}`;
  });
  return data.database.fetch(`SELECT ${cells.join(', ')} FROM ${data.source}`);
}

function positionIn(column: StoredColumn, texts: readonly string[] | 'hashed'): string {
  if (texts === 'hashed')
    return `CASE WHEN ${identifier(column.stored)} IS NULL THEN NULL ELSE ${hashed(asText(column))} END`;
  const list = `[${texts.map(literal).join(', ')}]::VARCHAR[]`;
  const position = `coalesce(list_position(${list}, ${asText(column)}), 0) - 1`;
  return `CASE WHEN ${identifier(column.stored)} IS NULL THEN NULL ELSE (${position})::DOUBLE END`;
}
