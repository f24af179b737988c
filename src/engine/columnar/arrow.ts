import { type RecordBatch, RecordBatchReader, Table, tableToIPC } from 'apache-arrow';
import type { Batch, BatchSource } from './batches.ts';

/**
 * Opens an Arrow IPC file or stream and re-frames its batches as streams of their own, which is what DuckDB reads.
 * @param file `.arrow`, `.arrows` or `.feather` (version 2); compressed buffers are not read
 */
export async function openArrow(file: Blob): Promise<BatchSource> {
  const reader = await RecordBatchReader.from(file.stream() as unknown as AsyncIterable<Uint8Array>);
  await reader.open();
  return {
    rows: null,
    columns: reader.schema.fields.map((field) => field.name),
    next: async (): Promise<Batch | null> => {
      const step: IteratorResult<RecordBatch> = await reader.next();
      if (step.done === true) return null;
      return { stream: tableToIPC(new Table([step.value]), 'stream'), rows: step.value.numRows };
    },
  };
}
