import init, { ParquetFile, type RecordBatch } from 'parquet-wasm/esm';
import { tableFromIPC } from '@uwdata/flechette';
import { BATCH_ROWS, type Batch, type BatchSource } from './batches.ts';
import { withoutInt96 } from './int96.ts';
import { withCheckedPages } from './page-checksums.ts';
import { orPanic } from './panic.ts';
import { refitted } from './refitted.ts';

let ready: Promise<unknown> | undefined;

/**
 * Opens a Parquet file: the footer is read now, row groups as batches are asked for.
 * @param file the file; never read as a whole
 * @param decoder parquet-wasm, compiled
 * @param columnOrder the order in which its columns are handed on
 */
export async function openParquet(
  file: Blob,
  decoder: WebAssembly.Module,
  columnOrder?: readonly string[],
): Promise<BatchSource> {
  ready ??= init({ module_or_path: decoder });
  await ready;
  const { file: readable, names: int96 } = await withoutInt96(file);
  const pages = await withCheckedPages(readable);
  const parquet = await orPanic(ParquetFile.fromFile(pages.file));
  const { schema } = tableFromIPC(parquet.schema().intoIPCStream());
  const reader = (await orPanic(parquet.stream({ batchSize: BATCH_ROWS }))).getReader();
  return refitted({
    columnOrder,
    rows: parquet.metadata().fileMetadata().numRows(),
    fields: schema.fields,
    int96,
    next: async (): Promise<Batch | null> => {
      const coming = orPanic(reader.read()) as Promise<ReadableStreamReadResult<RecordBatch>>;
      const { value, done } = await Promise.race([coming, pages.damage]);
      if (done) return null;
      const rows = value.numRows;
      return { stream: value.intoIPCStream(), rows };
    },
  });
}
