import type { Database } from '../database/database.ts';
import { literal } from '../database/sql.ts';

/** Cells that could not be read as their column's type and became missing: the column's stored name, the row in the file (from 0), and what stood there. */
export const LOST_CELLS = 'memory.main.lost_cells';
/** Of each column so many are kept, the first ones. */
export const MOST_LOST = 10_000;

/**
 * Keeps cells that are about to be lost, as far as there are not too many.
 * @param database where the table of the file stands
 * @param cells of one column
 * @param cells.stored its name in the store
 * @param cells.lost a query that gives their row (`at`) and what stands there (`value`), in the order of the rows
 * @param cells.kept how many of the column were kept
 * @param signal stops the query
 */
export async function keepLost(
  database: Database,
  { stored, lost, kept }: { stored: string; lost: string; kept: number },
  signal?: AbortSignal,
): Promise<void> {
  if (kept >= MOST_LOST) return;
  await database.query(
    `CREATE TABLE IF NOT EXISTS ${LOST_CELLS} (stored VARCHAR, file_row BIGINT, cell VARCHAR)`,
    signal,
  );
  const cells = `SELECT ${literal(stored)}, "at", value FROM (${lost}) LIMIT ${String(MOST_LOST - kept)}`;
  await database.query(`INSERT INTO ${LOST_CELLS} ${cells}`, signal);
}
