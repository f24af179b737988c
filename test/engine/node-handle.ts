import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { EngineHandle } from '../../src/engine/data-set.ts';
import type { Database } from '../../src/engine/database/database.ts';
import { readerCalls } from '../../src/engine/read/reader-calls.ts';

let decoder: Promise<WebAssembly.Module> | undefined;

function compiledDecoder(): Promise<WebAssembly.Module> {
  const entry = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm.js');
  return WebAssembly.compile(readFileSync(entry.replace(/\.js$/, '_bg.wasm')));
}

/** An engine without workers: the real engine, and the reader's functions called directly. */
export function handleOf(database: Database): EngineHandle {
  const calls = readerCalls() as unknown as EngineHandle['reader']['calls'];
  return {
    database,
    reader: { calls, gone: new Promise(() => undefined), end: () => undefined },
    parquetDecoder: () => (decoder ??= compiledDecoder()),
  };
}
