import type { Database } from '../database.ts';
import { PlumblineError } from '../errors.ts';
import { sniffCsv, type Dialect } from './dialect.ts';
import { lastRowEnd } from './row-end.ts';
import { profileHead, type HeadColumn } from './storage.ts';

/** A text table of which the head has been looked at. */
export interface PreparedCsv {
  dialect: Dialect;
  heads: HeadColumn[];
}

/** Read for the dialect and the types: a few thousand rows. */
const HEAD_BYTES = 2 ** 20;

/**
 * Looks at the head of a text table: dialect, names, and what each column's cells could be.
 * @param database a locked engine
 * @param file the table
 * @throws PlumblineError when it is no table
 */
export async function prepareCsv(database: Database, file: File): Promise<PreparedCsv> {
  const name = 'u/head.csv';
  await database.registerFile(name, await head(file));
  try {
    const sniffed = await sniffCsv(database, name);
    return { dialect: sniffed.dialect, heads: await profileHead(database, name, sniffed) };
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

/** The first rows, whole. The delimiter is not known yet: a quote behind any usual one may open a field. */
async function head(file: File): Promise<Blob> {
  if (file.size <= HEAD_BYTES) return file;
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const ends = [',', ';', '\t', '|'].map((mark) => lastRowEnd(bytes, mark.charCodeAt(0)));
  const end = Math.min(...ends.filter((at) => at > 0));
  return Number.isFinite(end) ? file.slice(0, end) : file;
}
