import { shippedWorker } from '../shipped/shipped.ts';
import { helper } from './bridge.ts';
import type { Station } from './data-set.ts';
import { startDatabase } from './duckdb.ts';
import type { Reader } from './reader-worker.ts';
import readerUrl from './reader-worker.ts?worker&url';

/** Starts an engine and a reader; about a second, most of it compiling. */
export async function startStation(): Promise<Station> {
  const reader = helper<Reader>(await shippedWorker(readerUrl));
  const database = await startDatabase();
  return { database, reader };
}

const PRACTICE_ROWS = 4000;

/**
 * Engines are several times as slow until the browser has compiled their busiest parts well. A small table takes that
 * off the first drop. What is compiled for one engine serves all, so that one is enough.
 * @param station an engine that has no data yet
 * @param goesOn asked before each step: practice ends as soon as the engine is wanted
 */
export async function practise({ database }: Station, goesOn: () => boolean): Promise<void> {
  const row = (i: number): string =>
    `${String(i)},2026-01-01 00:00:${String(10 + (i % 50))},${String(Math.sqrt(i))},level ${String(i % 7)}\n`;
  const text = `a,b,c,d\n${Array.from({ length: PRACTICE_ROWS }, (_, i) => row(i).repeat(4)).join('')}`;
  await database.registerFile('u/practice.csv', new TextEncoder().encode(text));
  const steps = [
    "SELECT * FROM sniff_csv('u/practice.csv')",
    "CREATE TABLE memory.main.practice AS FROM read_csv('u/practice.csv')",
    'SELECT c FROM memory.main.practice WHERE hash(rowid) % 2 = 0',
    'SELECT d, count(*) FROM memory.main.practice GROUP BY d ORDER BY 2 DESC',
  ];
  for (const step of steps) if (goesOn()) await database.query(step);
  await database.query('DROP TABLE IF EXISTS memory.main.practice');
  await database.dropFile('u/practice.csv');
}

/**
 * Ends both workers and gives their memory back.
 * @param station an engine and its reader
 */
export function endStation(station: Station): void {
  station.reader.end();
  station.database.close();
}
