import parquetUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { shippedModule, shippedWorker } from '../../shipped/shipped.ts';
import { helper } from '../bridge.ts';
import type { EngineHandle } from '../data-set.ts';
import { startDatabase } from './duckdb.ts';
import type { Reader } from '../reader.ts';
import { seededRows } from '../read/seeded-rows.ts';
import readerUrl from '../read/reader-worker.ts?worker&url';

/** Starts an engine and a reader; about a second, most of it compiling. */
export async function startEngine(): Promise<EngineHandle> {
  const reader = helper<Reader>(await shippedWorker(readerUrl));
  const database = await startDatabase();
  return { database, reader, parquetDecoder: () => shippedModule(parquetUrl) };
}

/** Short steps, so that whoever drops a file meanwhile does not wait for one. */
const WARM_UP_ROWS = 1000;
const WARM_UP_INSERTS = 16;

/**
 * Engines are several times as slow until the browser has compiled their busiest parts well. A small table takes that
 * off the first drop, with the statements that a table of text will bring. What is compiled for one engine serves all, so that one is enough.
 * @param engine an engine that has no data yet
 * @param goesOn asked before each step: practice ends as soon as the engine is wanted
 */
export async function warmUp({ database }: EngineHandle, goesOn: () => boolean): Promise<void> {
  const row = (i: number): string =>
    `${String(i)},2026-01-01 00:00:${String(10 + (i % 50))},${String(Math.sqrt(i))},level ${String(i % 7)}\n`;
  const text = `a,b,c,d\n${Array.from({ length: WARM_UP_ROWS }, (_, i) => row(i)).join('')}`;
  await database.registerFile('u/practice.csv', new TextEncoder().encode(text));
  const table = 'memory.main.practice';
  const columns = "{'a': 'DOUBLE', 'b': 'TIMESTAMPTZ', 'c': 'DOUBLE', 'd': 'VARCHAR'}";
  const rows = `read_csv('u/practice.csv', auto_detect=false, header=true, columns=${columns})`;
  const steps = [
    `CREATE TABLE ${table} (a DOUBLE, b TIMESTAMP, c DOUBLE, d VARCHAR)`,
    ...Array.from({ length: WARM_UP_INSERTS }, () => `INSERT INTO ${table} SELECT a, b::TIMESTAMP, c, d FROM ${rows}`),
    `SELECT c FROM ${table} WHERE ${seededRows(1 / 2, 1)}`,
    `SELECT d, n FROM (SELECT d, count(*)::DOUBLE AS n FROM ${table} GROUP BY d) ORDER BY n DESC, d`,
  ];
  for (const step of steps) if (goesOn()) await database.query(step);
  await database.query('DROP TABLE IF EXISTS memory.main.practice');
  await database.dropFile('u/practice.csv');
}

/**
 * Ends both workers and gives their memory back.
 * @param engine an engine and its reader
 */
export function endEngine(engine: EngineHandle): void {
  engine.reader.end();
  engine.database.close();
}
