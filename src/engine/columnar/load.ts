import type { Database } from '../database/database.ts';
import { damagedColumnar } from '../read/reading-error.ts';
import type { Target } from '../read/sampled-table.ts';
import type { Batch } from './batches.ts';

export interface ColumnarLoad {
  database: Database;
  file: { name: string };
  /** Whether there is a table already: a file is put behind another one. */
  exists: boolean;
  format: 'Parquet' | 'Arrow';
  next: () => Promise<Batch | null>;
  onRows: (done: number) => void;
  target: Target;
  /** Called when the first of several batches is in the table; reading goes on when it resolves. */
  onFirst: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a columnar file into the store, batch by batch; the next batch is decoded while one is inserted.
 * @param load the file's batches and where to put them
 * @returns the rows read
 */
export async function loadColumnar(load: ColumnarLoad): Promise<number> {
  const { database, signal, target } = load;
  let rows = 0;
  let { exists } = load;
  let coming = decoded(load);
  for (let batch = await coming; batch !== null; batch = await coming) {
    coming = decoded(load);
    coming.catch(() => undefined);
    signal?.throwIfAborted();
    await database
      .insertArrow(batch.stream, { home: target.tableHome, name: target.name, create: !exists })
      .catch((error: unknown) => {
        throw damagedColumnar(error, placeOf(load));
      });
    const isFirst = rows === 0;
    exists = true;
    rows += batch.rows;
    load.onRows(rows);
    if (!(await target.taken())) return rows;
    if (isFirst && (await coming) !== null) await load.onFirst();
  }
  return rows;
}

async function decoded(load: ColumnarLoad): Promise<Batch | null> {
  try {
    return await load.next();
  } catch (error) {
    throw damagedColumnar(error, placeOf(load));
  }
}

const placeOf = ({ file, format }: ColumnarLoad) => ({ file: file.name, format, step: 'read' }) as const;
