import type { Database } from '../database.ts';
import { PlumblineError } from '../errors.ts';
import { sniffCsv, type Dialect } from './dialect.ts';
import { readSlice } from './slices.ts';
import { profileHead, type HeadColumn } from './storage.ts';

/** A text table of which the head has been looked at. */
export interface PreparedCsv {
  dialect: Dialect;
  heads: HeadColumn[];
  /** About how many cells the whole table has. */
  cells: number;
}

/** Read for the dialect and the types: a few thousand rows. */
const HEAD_BYTES = 2 ** 20;
/** The delimiter is not known yet. */
const USUAL = [',', ';', '\t', '|'];

/**
 * Looks at the head of a text table: dialect, names, and what each column's cells could be.
 * @param database a locked engine
 * @param file the table
 * @throws PlumblineError when it is no table
 */
export async function prepareCsv(database: Database, file: File): Promise<PreparedCsv> {
  const name = 'u/head.csv';
  const head = await readSlice(file, { start: 0, size: HEAD_BYTES, delimiters: USUAL });
  await database.registerFile(name, head.bytes);
  try {
    const sniffed = await sniffCsv(database, name);
    const { rows, columns } = await profileHead(database, name, sniffed);
    return {
      dialect: sniffed.dialect,
      heads: columns,
      cells: (rows * columns.length * file.size) / Math.max(1, head.end),
    };
  } catch (error) {
    if (error instanceof PlumblineError) throw error;
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new PlumblineError(
      'not-a-table',
      `${file.name} could not be read as a table of rows and columns (${detail}). Check that it is a CSV or TSV file in UTF-8.`,
      { file: file.name },
    );
  } finally {
    await database.dropFile(name);
  }
}
