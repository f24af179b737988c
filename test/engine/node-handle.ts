import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openArrow } from '../../src/engine/columnar/arrow.ts';
import { openParquet } from '../../src/engine/columnar/parquet.ts';
import type { BatchSource } from '../../src/engine/columnar/batches.ts';
import type { EngineHandle } from '../../src/engine/data-set.ts';
import type { Database } from '../../src/engine/database/database.ts';
import { lookAtText } from '../../src/engine/csv/head/look.ts';
import { repairSlice } from '../../src/engine/csv/repair.ts';
import { bodyOffset, readSlice } from '../../src/engine/csv/slices.ts';
import { writeAlike } from '../../src/engine/csv/write-alike.ts';
import { gunzip } from '../../src/engine/packed/gunzip.ts';
import { unzip } from '../../src/engine/packed/unzip.ts';
import { writeJson } from '../../src/engine/records/json.ts';
import { writeSheet } from '../../src/engine/records/workbook.ts';

let decoder: Promise<WebAssembly.Module> | undefined;

function compiledDecoder(): Promise<WebAssembly.Module> {
  const entry = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm.js');
  return WebAssembly.compile(readFileSync(entry.replace(/\.js$/, '_bg.wasm')));
}

/** An engine without workers: the real engine, and the reader's functions called directly. */
export function handleOf(database: Database): EngineHandle {
  let source: BatchSource | undefined;
  const calls = {
    ...{ readSlice, repairSlice, bodyOffset, lookAtText, gunzip, unzip, writeAlike, writeJson, writeSheet },
    openArrow: async (file: Blob, like?: string[]) => (source = await openArrow(file, like)),
    openParquet: async (file: Blob, decoder: WebAssembly.Module, like?: string[]) =>
      (source = await openParquet(file, decoder, like)),
    next: () => source?.next(),
  } as unknown as EngineHandle['reader']['calls'];
  return {
    database,
    reader: { calls, gone: new Promise(() => undefined), end: () => undefined },
    parquetDecoder: () => (decoder ??= compiledDecoder()),
  };
}
