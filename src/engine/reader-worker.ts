import { serve, transfer } from './bridge.ts';
import type { Batch, BatchSource } from './columnar/batches.ts';
import { readSlice, type Slice, type SliceRequest } from './csv/slices.ts';

let source: BatchSource | undefined;

/** What the page may ask of the worker that prepares a file for DuckDB. */
const api = {
  async readSlice(file: Blob, request: SliceRequest): Promise<Slice> {
    const slice = await readSlice(file, request);
    return transfer(slice, [slice.bytes.buffer]);
  },

  async open(file: Blob, format: 'parquet' | 'arrow'): Promise<{ rows: number | null; columns: string[] }> {
    // Loaded on demand: most files are text.
    source =
      format === 'parquet'
        ? await (await import('./columnar/parquet.ts')).openParquet(file)
        : await (await import('./columnar/arrow.ts')).openArrow(file);
    return { rows: source.rows, columns: source.columns };
  },

  async next(): Promise<Batch | null> {
    const batch = (await source?.next()) ?? null;
    return batch === null ? null : transfer(batch, [batch.stream.buffer]);
  },
};

export type Reader = typeof api;

serve(api);
