import type { StoredColumn } from '../data-set.ts';
import { identifier } from '../database/sql.ts';

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

/**
 * The column as DOUBLE: numbers as they are, times in milliseconds since 1970 UTC (to the microsecond), true as 1; null where it has none.
 * @param column a column of a data set
 * @param kind numbers, or times in milliseconds
 */
export function asNumber(column: StoredColumn, kind: 'number' | 'time'): string {
  const c = identifier(column.stored);
  switch (storageOf(column)) {
    case 'number':
      return column.type === 'DOUBLE' ? c : `${c}::DOUBLE`;
    case 'boolean':
      return `${c}::INTEGER::DOUBLE`;
    case 'time':
      return `${microseconds(column)}::DOUBLE / 1000`;
    case 'text':
      return kind === 'time' ? `epoch_us(TRY_CAST(${c} AS TIMESTAMP))::DOUBLE / 1000` : `TRY_CAST(${c} AS DOUBLE)`;
  }
}

function microseconds({ stored, type }: StoredColumn): string {
  const c = identifier(stored);
  return type === 'TIMESTAMP WITH TIME ZONE' || type === 'TIMESTAMP' ? `epoch_us(${c})` : `epoch_us(${c}::TIMESTAMP)`;
}

/**
 * The milliseconds from one time to another as DOUBLE: exact where both are kept as whole numbers, also between nanoseconds.
 * @param until a column of times
 * @param since another one
 */
export function timeBetween(until: StoredColumn, since: StoredColumn): string {
  if (storageOf(until) !== 'time' || storageOf(since) !== 'time') {
    return `(${asNumber(until, 'time')} - ${asNumber(since, 'time')})`;
  }
  const [a, b] = [until, since].map(({ stored }) => identifier(stored));
  const isFine = until.type === 'TIMESTAMP_NS' && since.type === 'TIMESTAMP_NS';
  if (isFine) return `(epoch_ns(${String(a)}) - epoch_ns(${String(b)}))::DOUBLE / 1000000`;
  return `(${microseconds(until)} - ${microseconds(since)})::DOUBLE / 1000`;
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
 * 53 bits of a 64-bit hash fit a double exactly; two of a thousand categories collide once in 10¹⁰ columns.
 * @param cell what is hashed
 */
export const hashed = (cell: string): string => `(hash(${cell}) & 9007199254740991)::DOUBLE`;
