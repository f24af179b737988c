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
import { decodeLz4Frame } from './lz4-frame.ts';
import { refitted } from './refitted.ts';

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: decodeLz4Frame });
compressionRegistry.set(CompressionType.ZSTD, { decode: (frame) => unpackZstd(frame) });

/**
 * Opens an Arrow IPC file or stream and re-frames its batches as streams of their own, which is what DuckDB reads.
 * @param file `.arrow`, `.arrows` or `.feather` (version 2); buffers may be compressed
 * @param columnOrder the order in which its columns are handed on
 */
export async function openArrow(file: Blob, columnOrder?: readonly string[]): Promise<BatchSource> {
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
      return { stream: tableToIPC(new Table([step.value]), 'stream'), rows: step.value.numRows };
    },
  });
}
