import { joinAsked, joinedText } from '../csv/sql/joined-text.ts';
import { queryRows, type Database } from '../database/database.ts';
import { identifier } from '../database/sql.ts';

const TEXTS = /^(VARCHAR|ENUM\()/;

/**
 * Joins spellings of one category, or codes with and without leading zeros, in the columns of texts for which that is asked: the cells of a
 * columnar file come as they are, so it is done where they stand.
 * @param database where the table stands
 * @param table its full name, and what its columns are called
 * @param asked how columns are to be read, by name
 * @param signal stops the queries
 */
export async function joinSpellings(
  database: Database,
  { table, names }: { table: string; names: readonly string[] },
  asked: ReadonlyMap<string, string> = new Map(),
  signal?: AbortSignal,
): Promise<void> {
  if (![...asked.values()].some((reading) => joinAsked(reading) !== null)) return;
  for (const [i, row] of (await queryRows(database, `DESCRIBE ${table}`)).entries()) {
    const ownName = String(row['column_name']);
    const join = joinAsked(asked.get(names[i] ?? ownName));
    if (join === null || !TEXTS.test(String(row['column_type']))) continue;
    const c = identifier(ownName);
    const joined = joinedText(`${c}::VARCHAR`, join);
    await database.query(`ALTER TABLE ${table} ALTER COLUMN ${c} TYPE VARCHAR USING ${joined}`, signal);
  }
}
