import { asNumber, hashed } from './cells.ts';
import type { DataSet, StoredColumn } from '../data-set.ts';
import { seededRows } from '../read/seeded-rows.ts';
import { identifier } from '../database/sql.ts';
import { homeFor } from '../read/table.ts';

/** Which rows and columns a block holds. */
export interface BlockRequest {
  numbers: readonly StoredColumn[];
  /** Categories, as codes: equal texts have equal codes; null is missing. */
  codes: readonly StoredColumn[];
  rows: Stretch | { every: number; and: Stretch } | RowSample | 'all';
  /** Adds a column behind the others: 1 in rows of this sample, 0 elsewhere. */
  mark?: RowSample | undefined;
  /** Adds a column behind the others: the row's number in the file, from 0. */
  numbered?: boolean;
}

/** Rows that follow each other, the last one not among them. */
interface Stretch {
  start: number;
  end: number;
}

/** About so many rows, seeded and uniform: the same ones each time. */
export interface RowSample {
  sample: number;
  seed: number;
}

const inSample = (data: DataSet, { sample, seed }: RowSample): string =>
  seededRows(sample / data.summary.rowsUsed, seed);

/**
 * Some rows of several columns at once, as DOUBLE columns: the numbers, then the codes, then the mark or the row's number (see `decodeNumbers`).
 * @param data the data set
 * @param request columns and rows
 */
export function fetchBlock(data: DataSet, request: BlockRequest): Promise<Uint8Array> {
  const { numbers, codes, rows, mark, numbered = false } = request;
  const cells = [
    ...numbers.map((column) => asNumber(column, 'number')),
    ...codes.map((column) => {
      const c = identifier(column.stored);
      return `CASE WHEN ${c} IS NULL THEN NULL ELSE ${hashed(c)} END`;
    }),
    ...(mark === undefined ? [] : [`(${inSample(data, mark)})::INTEGER::DOUBLE`]),
    ...(numbered ? ['rowid::DOUBLE'] : []),
  ].map((cell, i) => `${cell} AS b${String(i)}`);
  const columns = [...numbers, ...codes];
  const source = rows !== 'all' && 'start' in rows ? stretchOf(data, columns, rows) : data.source;
  const condition = rows === 'all' || 'start' in rows ? '' : `WHERE ${conditionOf(data, rows)}`;
  return data.database.fetch(`SELECT ${cells.join(', ')} FROM ${source} ${condition}`);
}

function conditionOf(data: DataSet, rows: { every: number; and: Stretch } | RowSample): string {
  if (!('every' in rows)) return inSample(data, rows);
  const { start, end } = rows.and;
  return `rowid % ${String(rows.every)} = 0 OR (rowid >= ${String(start)} AND rowid < ${String(end)})`;
}

/**
 * Rows that follow each other, with their numbers. In a packed table a condition on the numbers spares unpacking the others; in a plain
 * one there is nothing to spare, and the engine's filter is so large that the browser takes longer to compile it than all rows take to pass.
 */
function stretchOf({ source, summary }: DataSet, columns: readonly StoredColumn[], { start, end }: Stretch): string {
  const { rowsUsed, columns: columnCount } = summary;
  if (start === 0 && end >= rowsUsed) return source;
  const cells = ['rowid', ...new Set(columns.map(({ stored }) => identifier(stored)))].join(', ');
  const condition =
    homeFor(rowsUsed * columnCount) === 'memory'
      ? `LIMIT ${String(end - start)} OFFSET ${String(start)}`
      : `WHERE rowid >= ${String(start)} AND rowid < ${String(end)}`;
  return `(SELECT ${cells} FROM ${source} ${condition})`;
}
