import { helper } from './bridge.ts';
import type { Station } from './data-set.ts';
import { startDatabase } from './duckdb.ts';
import type { Reader } from './reader-worker.ts';

/** Starts an engine and a reader; about a second, most of it compiling. */
export async function startStation(): Promise<Station> {
  const reader = helper<Reader>(new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' }));
  const database = await startDatabase();
  await warm(database);
  return { database, reader };
}

/** The first statements of an engine are slow; a tiny table takes them off the first drop. */
async function warm(database: Station['database']): Promise<void> {
  await database.registerFile('u/warm.csv', new Blob(['a,b\n1,x\n2,y\n']));
  await database.query("SELECT * FROM sniff_csv('u/warm.csv')");
  await database.query("SELECT a, count(*) FROM read_csv('u/warm.csv') GROUP BY a");
  await database.dropFile('u/warm.csv');
}

/**
 * Ends both workers and gives their memory back.
 * @param station an engine and its reader
 */
export function endStation(station: Station): void {
  station.reader.end();
  station.database.close();
}
