import { queryRow, type Database } from '../database.ts';
import { identifier } from '../sql.ts';
import { readText } from './read-sql.ts';
import type { Dialect, Sniffed, SniffedColumn } from './dialect.ts';

/** The types that cells are kept in. Whole numbers are kept as doubles: a later `1.5` must not be rounded. */
export type StoredType = 'DOUBLE' | 'TIMESTAMP' | 'BOOLEAN' | 'VARCHAR';

/** What the head of a file shows of a column. */
export interface HeadColumn {
  name: string;
  sniffed: SniffedColumn['type'];
  /** How its times are written, where it is not as in ISO 8601. */
  format: string | null;
  filled: number;
  numbers: number;
  /** Cells written as codes: leading zeros, or 16 digits and more, which a double cannot hold. */
  codes: number;
}

/** A column with some cells that are not numbers is still a column of numbers, up to this share of other cells. */
const OTHER_SHARE = 0.2;

/**
 * Counts, in the head of a file, what the cells of each column could be read as.
 * @param database a locked engine
 * @param file registered name of the head
 * @param sniffed what the sniffer found
 */
export async function profileHead(
  database: Database,
  file: string,
  sniffed: Sniffed,
): Promise<{ rows: number; columns: HeadColumn[] }> {
  const counts = sniffed.columns.map(({ type }, i) => {
    const c = identifier(`c${String(i)}`);
    // Where the sniffer has read every cell as a number there is nothing to try.
    const number = type === 'DOUBLE' || type === 'BIGINT' ? c : `TRY_CAST(${c} AS DOUBLE)`;
    return `count(${c})::DOUBLE AS f${String(i)}, count(${number})::DOUBLE AS n${String(i)},
      (count(*) FILTER (regexp_matches(${c}, '^[+-]?(0[0-9]|[0-9]{16})[0-9]*$')))::DOUBLE AS z${String(i)}`;
  });
  const types = sniffed.columns.map(() => 'VARCHAR');
  const source = readText(file, { dialect: sniffed.dialect, types, first: true, forgiving: true });
  const row = await queryRow(database, `SELECT count(*)::DOUBLE AS n, ${counts.join(', ')} FROM ${source}`);
  const count = (key: string): number => Number(row[key]);
  const columns = sniffed.columns.map(({ name, type }, i) => ({
    name,
    sniffed: type,
    format: writtenTime(type, sniffed.dialect),
    filled: count(`f${String(i)}`),
    numbers: count(`n${String(i)}`),
    codes: count(`z${String(i)}`),
  }));
  return { rows: count('n'), columns };
}

/**
 * The type to keep a column in, decided once over all files that hold it.
 * @param heads the column's head in each file that has it
 */
export function storedType(heads: readonly HeadColumn[]): StoredType {
  const filled = heads.filter((head) => head.filled > 0);
  if (filled.length === 0 || filled.some((head) => head.codes > 0)) return 'VARCHAR';
  const all = (...types: SniffedColumn['type'][]): boolean => filled.every((head) => types.includes(head.sniffed));
  if (all('BOOLEAN')) return 'BOOLEAN';
  if (all('DATE', 'TIMESTAMP')) return 'TIMESTAMP';
  const mostlyNumbers = filled.every((head) => head.numbers >= (1 - OTHER_SHARE) * head.filled);
  return mostlyNumbers ? 'DOUBLE' : 'VARCHAR';
}

function writtenTime(type: SniffedColumn['type'], dialect: Dialect): string | null {
  const format = type === 'DATE' ? dialect.dateFormat : type === 'TIMESTAMP' ? dialect.timestampFormat : null;
  return format === null || format.startsWith('%Y-%m-%d') ? null : format;
}
