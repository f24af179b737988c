import { queryRows } from '../../src/engine/database/database.ts';
import type { DataSet } from '../../src/engine/data-set.ts';

/** All cells of a data set as texts, by the names of its columns. */
export async function rowsOf({ database, source, columns }: DataSet): Promise<Record<string, string | null>[]> {
  const cells = columns.map(({ stored }, i) => `"${stored.replaceAll('"', '""')}"::VARCHAR AS v${String(i)}`);
  const rows = await queryRows(database, `SELECT ${cells.join(', ')} FROM ${source}`);
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, i) => [name, row[`v${String(i)}`] as string | null])),
  );
}
