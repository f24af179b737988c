import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openArrow } from '../../src/engine/columnar/arrow.ts';
import { openParquet } from '../../src/engine/columnar/parquet.ts';
import type { BatchSource } from '../../src/engine/columnar/batches.ts';
import type { DataSet, EngineHandle } from '../../src/engine/data-set.ts';
import type { Database } from '../../src/engine/database/database.ts';
import { lookAtText } from '../../src/engine/csv/head/look.ts';
import type { ReadOptions } from '../../src/engine/csv/options.ts';
import { repairSlice } from '../../src/engine/csv/repair.ts';
import { bodyOffset, readSlice } from '../../src/engine/csv/slices.ts';
import { writeAlike } from '../../src/engine/csv/write-alike.ts';
import { gunzip } from '../../src/engine/packed/gunzip.ts';
import { unzip } from '../../src/engine/packed/unzip.ts';
import { writeJson } from '../../src/engine/records/json.ts';
import { writeSheet } from '../../src/engine/records/workbook.ts';
import { openFiles } from '../../src/engine/read/open.ts';
import { nodeDatabase } from './node-database.ts';

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

type Content = string | Uint8Array;

const fileOf = (name: string, content: Content): File => new File([content as BlobPart], name);

/** Opens tables as the page does, each in an engine of its own. */
export async function openTables(tables: Record<string, Content>, read: ReadOptions = {}): Promise<DataSet[]> {
  const files = Object.entries(tables).map(async ([name, content]) => ({
    files: [fileOf(name, content)],
    engine: handleOf(await nodeDatabase()),
    onProgress: () => undefined,
    read,
  }));
  return openFiles(await Promise.all(files));
}

/** Opens several files as one table. */
export async function openParts(parts: Record<string, Content>, read: ReadOptions = {}): Promise<DataSet> {
  const files = Object.entries(parts).map(([name, content]) => fileOf(name, content));
  const [data] = await openFiles([
    { files, engine: handleOf(await nodeDatabase()), onProgress: () => undefined, read },
  ]);
  if (data === undefined) throw new Error('nothing was opened');
  return data;
}
