import type { Target } from '../read/sampled-table.ts';
import { queryRow, type Database } from '../database/database.ts';
import type { Dialect } from './head/dialect.ts';
import type { Encoding } from '../../facts/settings/encodings.ts';
import type { DecodeForm } from './decode/decode-form.ts';
import type { DecodedSlice } from './decode/decode-slice.ts';
import type { Repaired, RepairRequest } from './repair.ts';
import type { Slice, SliceRequest } from './slices/slices.ts';
import type { TargetColumn } from './head/target-column.ts';

/** The functions that read the file; they run in a worker in the page. */
export interface TextReader {
  readSlice: (file: Blob, request: SliceRequest) => Promise<Slice>;
  decodeSlice: (file: Blob, request: SliceRequest & { form: DecodeForm }) => Promise<DecodedSlice>;
  repairSlice: (file: Blob, request: RepairRequest) => Promise<Repaired>;
}

/** A text table on its way into the store. */
export interface CsvLoad {
  database: Database;
  file: File;
  /** Where the rows go. */
  target: Target;
  /** Offsets at which parts of the file end, the last one at its end: no row goes beyond one. */
  ends: readonly number[];
  dialect: Dialect;
  /** Lines before the first row. */
  bodyLine: number;
  encoding: Encoding;
  /** The encoding was not set by hand. */
  guessed: boolean;
  /** Only ASCII was seen in the head. */
  assumed: boolean;
  /** Rows of delimiters alone are left out: the head has some. */
  leaveOutEmpty: boolean;
  /** Lines of the head that are no rows where they stand among them again. */
  repeatable: readonly string[][];
  /** As many stood above the first row and behind the last one. */
  emptyAround: number;
  /** Fields behind the last column, which hold nothing. */
  surplus: number;
  missing: readonly string[] | undefined;
  columns: readonly TargetColumn[];
  reader: TextReader;
  sliceBytes?: number | undefined;
  onBytes: (done: number) => void;
  /** Called when the first of several slices, a short one, is in the table; reading goes on when it resolves. */
  onFirst?: (() => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Rows of the file that have been read.
 * @param load where the rows went; this reads `database`, `target` and `signal`
 * @param load.database where to ask
 * @param load.target the table, and the rows before it
 * @param load.signal stops the query
 */
export async function rowsIn({ database, target, signal }: CsvLoad): Promise<number> {
  const { n } = await queryRow(database, `SELECT count(*)::DOUBLE AS n FROM ${target.table}`, signal);
  return target.rowsBefore() + Number(n);
}
