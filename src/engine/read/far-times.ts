import { queryRow, queryRows, type Database } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import { keepLost } from './lost-cells.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';

/** The first and the last moment that there is a date for (ECMA-262, 100 million days around 1970), to the day. */
const [FIRST, LAST] = ['271821-04-21 (BC)', '275760-09-12'] as const;

const isDate = (c: string, type: string): string =>
  type === 'TIMESTAMP WITH TIME ZONE'
    ? `${c} BETWEEN '${FIRST} 00:00:00+00'::TIMESTAMPTZ AND '${LAST} 00:00:00+00'::TIMESTAMPTZ`
    : `coalesce(TRY_CAST(${c} AS TIMESTAMP) BETWEEN '${FIRST}'::TIMESTAMP AND '${LAST}'::TIMESTAMP, false)`;

/**
 * Times of a columnar file that no calendar has become missing cells, and are counted: the rest of the file is as good as before.
 * @param database where the table stands
 * @param table its full name, what its columns are called, and which of them numbers its rows
 * @param signal stops the queries
 */
export async function dropFarTimes(
  database: Database,
  { table, names, fileRow }: { table: string; names: readonly string[]; fileRow: string | null },
  signal?: AbortSignal,
): Promise<{ notes: ReadNote[]; coerced: Map<string, number> }> {
  const notes: ReadNote[] = [];
  const coerced = new Map<string, number>();
  const described = await queryRows(database, `DESCRIBE ${table}`);
  for (const [i, row] of described.entries()) {
    const type = String(row['column_type']);
    if (!/^(TIMESTAMP|DATE$)/.test(type)) continue;
    const c = identifier(String(row['column_name']));
    const far = `${c} IS NOT NULL AND NOT (${isDate(c, type)})`;
    const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${table} WHERE ${far}`, signal);
    const cells = Number(n);
    if (cells === 0) continue;
    const rowNumber = fileRow === null ? 'rowid' : identifier(fileRow);
    const lost = `SELECT ${rowNumber} AS "at", ${c}::VARCHAR AS value FROM ${table} WHERE ${far} ORDER BY rowid`;
    await keepLost(database, { stored: String(row['column_name']), lost, kept: 0 }, signal);
    await database.query(`UPDATE ${table} SET ${c} = NULL WHERE ${far}`, signal);
    const column = names[i] ?? String(row['column_name']);
    coerced.set(column, cells);
    const values = { column, cells, as: 'time', example: { quote: null } } as const;
    notes.push({ kind: 'cells-unreadable', values, severity: 'warning', column });
  }
  return { notes, coerced };
}
