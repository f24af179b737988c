import parquetUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { shippedModule, shippedWorker } from '../../shipped/shipped.ts';
import { helper } from '../bridge.ts';
import type { DecodeForm } from '../csv/decode/decode-form.ts';
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
const WARM_UP_COLUMNS: DecodeForm['columns'] = ['number', 'time', 'number', 'text'];

/**
 * Engines are several times as slow until the browser has compiled their busiest parts well. A small table takes that
 * off the first drop: its rows are decoded and inserted as those of a table of text will be. What is compiled for one engine serves all, so that one is enough.
 * @param engine an engine that has no data yet
 * @param goesOn asked before each step: practice ends as soon as the engine is wanted
 */
export async function warmUp(engine: EngineHandle, goesOn: () => boolean): Promise<void> {
  const { database } = engine;
  const table = 'memory.main.practice';
  await database.query(`CREATE TABLE ${table} (a DOUBLE, b TIMESTAMP, c DOUBLE, d VARCHAR)`);
  for (let turn = 0; turn < WARM_UP_INSERTS && goesOn(); turn++) await practiseInsert(engine);
  const steps = [
    `SELECT c FROM ${table} WHERE ${seededRows(1 / 2, 1)}`,
    `SELECT d, n FROM (SELECT d, count(*)::DOUBLE AS n FROM ${table} GROUP BY d) ORDER BY n DESC, d`,
  ];
  for (const step of steps) if (goesOn()) await database.query(step);
  await database.query(`DROP TABLE IF EXISTS ${table}`);
}

async function practiseInsert({ database, reader }: EngineHandle): Promise<void> {
  const row = (i: number): string =>
    `${String(i)},2026-01-01 00:00:${String(10 + (i % 50))},${String(Math.sqrt(i))},level ${String(i % 7)}\n`;
  const file = new Blob(Array.from({ length: WARM_UP_ROWS }, (_, i) => row(i)));
  const slice = await reader.calls.decodeSlice(file, {
    ...{ start: 0, size: file.size, delimiters: [','], encoding: 'utf-8', newline: '\n', dropLines: 0 },
    form: {
      ...{ columns: WARM_UP_COLUMNS, delimiter: ',', newline: '\n', decimal: '.' },
      missing: { texts: [], cells: [] },
    },
  });
  if ('batch' in slice)
    await database.insertArrow(slice.batch.stream, { home: 'memory', name: 'practice', create: false });
}

/**
 * Ends both workers and gives their memory back.
 * @param engine an engine and its reader
 */
export function endEngine(engine: EngineHandle): void {
  engine.reader.end();
  engine.database.close();
}
