import type { Field } from '@uwdata/flechette';
import type { Batch, BatchSource } from './batches.ts';
import { refit } from './refit.ts';

/**
 * A columnar file with the columns in the form that the engine takes.
 * @param file its fields and row count, the order that is wanted, and its batches as they stand in the file
 */
export async function refitted(file: {
  columnOrder: readonly string[] | undefined;
  rows: number | null;
  fields: readonly Field[];
  next: () => Promise<Batch | null>;
}): Promise<BatchSource> {
  // Some columns are told by their values: the first batch is read ahead.
  let ahead: Promise<Batch | null> | null = file.next();
  const fitted = refit(file.fields, (await ahead)?.stream ?? null, file.columnOrder);
  return {
    rows: file.rows,
    columns: fitted.columns,
    notes: fitted.notes,
    next: async () => {
      const batch = await (ahead ?? file.next());
      ahead = null;
      return batch === null ? null : { stream: fitted.apply(batch.stream), rows: batch.rows };
    },
  };
}
