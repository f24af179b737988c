import { serve, transfer } from './bridge.ts';
import type { Batch, BatchSource } from './columnar/batches.ts';
import { lookAtText, type TextLook } from './csv/look.ts';
import type { ReadOptions } from './csv/options.ts';
import { repairSlice, type Repaired, type RepairRequest } from './csv/repair.ts';
import { gunzip } from './packed/gunzip.ts';
import { readSlice, type Slice, type SliceRequest } from './csv/slices.ts';

let source: BatchSource | undefined;

/** What the page may ask of the worker that prepares a file for DuckDB. */
const api = {
  async readSlice(file: Blob, request: SliceRequest): Promise<Slice> {
    const slice = await readSlice(file, request);
    return transfer(slice, [slice.bytes.buffer]);
  },

  lookAtText(file: Blob, options: ReadOptions): Promise<TextLook> {
    return lookAtText(file, options);
  },

  async repairSlice(file: Blob, request: RepairRequest): Promise<Repaired> {
    const repaired = await repairSlice(file, request);
    return transfer(repaired, [repaired.bytes.buffer]);
  },

  gunzip(file: Blob): Promise<Blob> {
    return gunzip(file);
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
