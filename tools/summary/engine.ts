import type { LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { GivenColumn } from './columns.ts';

/** An engine that this machine can ask itself. */
export interface SummaryEngine {
  /** The columns of the table. */
  describe: () => Promise<GivenColumn[]>;
  rows: (statement: string) => Promise<LongRow[]>;
  /** Writes a statement's result as Parquet; gives the number of its rows. */
  write: (statement: string, path: string) => Promise<number>;
  close: () => Promise<void>;
}
