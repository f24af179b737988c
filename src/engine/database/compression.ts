import { queryRow, type Database } from './database.ts';
import { tableIn, type Home } from '../read/table.ts';

interface Growing {
  database: Database;
  home: Home;
  /** How many the table has. */
  columns: number;
  signal: AbortSignal | undefined;
}

/** Cells that wait to be compressed: 128 MB of them at most, and rarely less than the rows that the engine compresses together. */
const LOOSE_CELLS = 16_000_000;

/**
 * Compresses what has come to stand in the store. The engine itself is told to leave that alone, since it makes no difference between the
 * store and a table that is to stay as it is.
 * A CHECKPOINT waits for ever for a statement that was cancelled on another connection: those of a database share one, which the count resets.
 * @param growing the table, and what stops its compressing
 * @returns to be called after each piece, and once more (with `all`) behind the last
 */
export function compressor({ database, home, columns, signal }: Growing): (extent: 'enough' | 'all') => Promise<void> {
  let compressed = 0;
  return async (extent) => {
    if (home === 'memory') return;
    const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${tableIn(home)}`, signal);
    const rows = Number(n);
    // Fewer than before: a sample has been trimmed, and what is left of it is loose.
    if (extent === 'enough' && Math.abs(rows - compressed) * columns < LOOSE_CELLS) return;
    await database.query(`CHECKPOINT ${home}`, signal);
    compressed = rows;
  };
}
