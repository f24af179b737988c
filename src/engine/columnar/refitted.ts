import type { Field } from '@uwdata/flechette';
import type { Batch, BatchSource } from './batches.ts';
import { farTimesDrawnIn } from './far-times.ts';
import { refit } from './refit.ts';

/**
 * A columnar file with the columns in the form that the engine takes.
 * @param file its fields and row count, the order that is wanted, and its batches as they stand in the file
 */
export async function refitted(file: {
  columnOrder: readonly string[] | undefined;
  rows: number | null;
  fields: readonly Field[];
  /** Names of columns of 12 bytes that are times of Parquet's old form. */
  int96?: ReadonlySet<string>;
  next: () => Promise<Batch | null>;
}): Promise<BatchSource> {
  const drawnIn = farTimesDrawnIn(file.fields);
  const filled = async (): Promise<Batch | null> => {
    let batch = await file.next();
    while (batch?.rows === 0) batch = await file.next();
    return batch && { ...batch, stream: drawnIn(batch.stream) };
  };
  // Some columns are told by their values: the first batch is read ahead.
  let ahead: Promise<Batch | null> | null = filled();
  const fitted = refit(file, (await ahead)?.stream ?? null);
  return {
    rows: file.rows,
    columns: fitted.columns,
    notes: fitted.notes,
    next: async () => {
      const batch = await (ahead ?? filled());
      ahead = null;
      return batch === null ? null : { stream: fitted.apply(batch.stream), rows: batch.rows };
    },
  };
}
