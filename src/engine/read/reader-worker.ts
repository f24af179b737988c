import { serve, transfer } from '../bridge.ts';
import type { Batch, BatchSource, Shape } from '../columnar/batches.ts';
import { lookAtText, type TextLook } from '../csv/look.ts';
import type { ReadOptions } from '../csv/options.ts';
import { repairSlice, type Repaired, type RepairRequest } from '../csv/repair.ts';
import { bodyOffset, readSlice, type Slice, type SliceRequest } from '../csv/slices.ts';
import { writeAlike, type Alike, type AlikeRequest } from '../csv/write-alike.ts';
import { gunzip } from '../packed/gunzip.ts';
import type { Unzipped } from '../packed/unzip.ts';
import { writeJson } from '../records/json.ts';
import type { Refusal, Rewritten } from '../records/rewritten.ts';

let source: BatchSource | undefined;

const shapeOf = ({ rows, columns, notes }: BatchSource): Shape => ({ rows, columns, notes });

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

  bodyOffset(file: Blob, lines: number, form: Pick<SliceRequest, 'encoding' | 'newline'>): Promise<number> {
    return bodyOffset(file, lines, form);
  },

  gunzip(file: Blob, onBytes: (done: number) => void): Promise<Blob> {
    return gunzip(file, onBytes);
  },

  async unzip(file: Blob, onBytes: (done: number) => void): Promise<Unzipped> {
    // Loaded on demand, as are the others below: most files are text.
    return (await import('../packed/unzip.ts')).unzip(file, onBytes);
  },

  writeAlike(file: Blob, request: AlikeRequest, onBytes: (done: number) => void): Promise<Alike> {
    return writeAlike(file, request, onBytes);
  },

  writeJson(file: Blob, onBytes: (done: number) => void): Promise<Rewritten | Refusal> {
    return writeJson(file, onBytes);
  },

  async writeSheet(file: Blob, sheet: string | undefined): Promise<Rewritten | Refusal> {
    return (await import('../records/workbook.ts')).writeSheet(file, sheet);
  },

  async openParquet(file: Blob, decoder: WebAssembly.Module, like?: readonly string[]): Promise<Shape> {
    source = await (await import('../columnar/parquet.ts')).openParquet(file, decoder, like);
    return shapeOf(source);
  },

  async openArrow(file: Blob, like?: readonly string[]): Promise<Shape> {
    source = await (await import('../columnar/arrow.ts')).openArrow(file, like);
    return shapeOf(source);
  },

  async next(): Promise<Batch | null> {
    const batch = (await source?.next()) ?? null;
    return batch === null ? null : transfer(batch, [batch.stream.buffer]);
  },
};

export type Reader = typeof api;

serve(api);
