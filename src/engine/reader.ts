import type { ErrorFacts } from '../facts/statements/errors.ts';
import type { Batch, Shape } from './columnar/batches.ts';
import type { TextLook } from './csv/head/look.ts';
import type { DecodeForm } from './csv/decode/decode-form.ts';
import type { DecodedSlice } from './csv/decode/decode-slice.ts';
import type { ReadOptions } from './csv/options.ts';
import type { Repaired, RepairRequest } from './csv/repair.ts';
import type { Slice, SliceRequest } from './csv/slices/slices.ts';
import type { Alike, AlikeRequest } from './csv/write-alike.ts';
import type { Unzipped } from './packed/unzip.ts';
import type { JsonOptions } from './records/json.ts';
import type { Rewritten } from './records/rewritten.ts';

/** What the page may ask of the worker that prepares a file for DuckDB. */
export interface Reader {
  readSlice(file: Blob, request: SliceRequest): Promise<Slice>;
  decodeSlice(file: Blob, request: SliceRequest & { form: DecodeForm }): Promise<DecodedSlice>;
  lookAtText(file: Blob, options: ReadOptions): Promise<TextLook>;
  repairSlice(file: Blob, request: RepairRequest): Promise<Repaired>;
  bodyOffset(file: Blob, lines: number, form: Pick<SliceRequest, 'encoding' | 'newline'>): Promise<number>;
  gunzip(file: Blob, onBytes: (done: number) => void): Promise<Blob>;
  unzip(file: Blob, onBytes: (done: number) => void): Promise<Unzipped>;
  writeAlike(file: Blob, request: AlikeRequest, onBytes: (done: number) => void): Promise<Alike>;
  writeJson(file: Blob, options: JsonOptions, onBytes: (done: number) => void): Promise<Rewritten | ErrorFacts>;
  writeSheet(file: Blob, sheet: string | undefined): Promise<Rewritten | ErrorFacts>;
  openParquet(file: Blob, decoder: WebAssembly.Module, columnOrder?: readonly string[]): Promise<Shape>;
  openArrow(file: Blob, columnOrder?: readonly string[]): Promise<Shape>;
  /** The next batch of the columnar file that is open; null behind the last. */
  next(): Promise<Batch | null>;
}
