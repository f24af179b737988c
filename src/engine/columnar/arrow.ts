import { tableFromIPC } from '@uwdata/flechette';
import {
  CompressionType,
  compressionRegistry,
  type RecordBatch,
  RecordBatchReader,
  Table,
  tableToIPC,
} from 'apache-arrow';
import { decompress as unpackZstd } from 'fzstd';
import type { Batch, BatchSource } from './batches.ts';
import { endsWithMark, isStream } from './arrow-end.ts';
import { decodeLz4Frame } from './lz4-frame.ts';
import { refitted } from './refitted.ts';
import { refuseInvalid } from './valid-batch.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';

/** Bytes of a file that may be read at once. */
const WHOLE_BYTES = 2 ** 29;

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: decodeLz4Frame });
compressionRegistry.set(CompressionType.ZSTD, { decode: (frame) => unpackZstd(frame).slice() });

/**
 * Opens an Arrow IPC file or stream and re-frames its batches as streams of their own, which is what DuckDB reads.
 * @param file `.arrow`, `.arrows` or `.feather` (version 2); buffers may be compressed
 * @param columnOrder the order in which its columns are handed on
 */
export async function openArrow(file: Blob, columnOrder?: readonly string[]): Promise<BatchSource> {
  if ((await isStream(file)) && !(await endsWithMark(file)))
    throw new PlumblineError('damaged-file', { format: 'arrow-cut-off' });
  try {
    return await openBatches(file, columnOrder);
  } catch (error) {
    return openWhole(file, columnOrder, error);
  }
}

/** A file with a type that the reader of batches does not know, read at once by one that does. */
async function openWhole(file: Blob, columnOrder: readonly string[] | undefined, error: unknown): Promise<BatchSource> {
  if (!/Unrecognized type/.test(String(error)) || file.size > WHOLE_BYTES) throw error;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { schema, numRows } = tableFromIPC(bytes, { useBigInt: true });
  const batches: (Batch | null)[] = [{ stream: bytes, rows: numRows }];
  return refitted({
    columnOrder,
    rows: numRows,
    fields: schema.fields,
    next: () => Promise.resolve(batches.shift() ?? null),
  });
}

async function openBatches(file: Blob, columnOrder: readonly string[] | undefined): Promise<BatchSource> {
  const reader = await RecordBatchReader.from(file.stream() as unknown as AsyncIterable<Uint8Array>);
  await reader.open();
  const { schema } = tableFromIPC(tableToIPC(new Table(reader.schema), 'stream'));
  return refitted({
    columnOrder,
    rows: null,
    fields: schema.fields,
    next: async (): Promise<Batch | null> => {
      const step: IteratorResult<RecordBatch> = await reader.next();
      if (step.done === true) return null;
      refuseInvalid(step.value);
      return { stream: tableToIPC(new Table([step.value]), 'stream'), rows: step.value.numRows };
    },
  });
}
