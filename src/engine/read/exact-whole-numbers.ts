import { queryRow, type Database } from '../database/database.ts';
import { queryRows } from '../database/database.ts';
import { identifier } from '../database/sql.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';

/** Types of whole numbers that a double need not hold: two identifiers may be one number there. */
const WIDE = /^(U?BIGINT|U?HUGEINT|DECIMAL\((?:1[6-9]|[23][0-9]),0\))$/;
/** 2⁵³: a double tells all whole numbers up to here apart. */
const EXACT_UP_TO = 9_007_199_254_740_992;

/**
 * Keeps whole numbers beyond 2⁵³ as text, digit by digit, as a text table does: they are identifiers, and as doubles neighbours would be one.
 * @param database where the table stands
 * @param table its full name, and what its columns are called
 * @param signal stops the queries
 */
export async function keepDigits(
  database: Database,
  { table, names }: { table: string; names: readonly string[] },
  signal?: AbortSignal,
): Promise<ReadNote[]> {
  const notes: ReadNote[] = [];
  const columns = (await queryRows(database, `DESCRIBE ${table}`)).map((row, i) => ({
    name: names[i] ?? String(row['column_name']),
    c: identifier(String(row['column_name'])),
    type: String(row['column_type']),
  }));
  for (const { name, c } of columns.filter((column) => WIDE.test(column.type))) {
    const beyond = `coalesce(max(${c}) > ${String(EXACT_UP_TO)} OR min(${c}) < -${String(EXACT_UP_TO)}, false)`;
    const { b } = await queryRow(database, `SELECT ${beyond} AS b FROM ${table}`, signal);
    if (b !== true) continue;
    await database.query(`ALTER TABLE ${table} ALTER COLUMN ${c} TYPE VARCHAR`, signal);
    notes.push({ kind: 'digits-kept', values: { column: name }, severity: 'info', column: name });
  }
  return notes;
}
