import {
  Batch,
  bool,
  Column,
  float64,
  tableFromColumns,
  tableToIPC,
  timestamp,
  TimeUnit,
  utf8,
  type DataType,
} from '@uwdata/flechette';
import type { CellKind } from './decode-form.ts';
import type { DecodedColumn, DecodedRows } from './row-decoder.ts';

const TYPES: Readonly<Record<CellKind, () => DataType>> = {
  number: float64,
  time: () => timestamp(TimeUnit.MICROSECOND, null),
  text: utf8,
  boolean: bool,
};

/**
 * Decoded rows as the engine takes them: an Arrow IPC stream whose columns are c0, c1, …
 * @param decoded rows of a table; they are copied
 */
export function arrowStream({ rows, columns }: DecodedRows): Uint8Array<ArrayBuffer> {
  const named = columns.map((column, i): [string, Column<unknown>] => [`c${String(i)}`, arrowColumn(column, rows)]);
  const bytes = tableToIPC(tableFromColumns(named), { format: 'stream' });
  if (bytes === null) throw new Error('rows could not be written');
  return bytes as Uint8Array<ArrayBuffer>;
}

function arrowColumn({ kind, validity, nulls, values, offsets }: DecodedColumn, rows: number): Column<unknown> {
  const type = TYPES[kind]();
  const parts = { length: rows, nullCount: nulls, type, validity: nulls === 0 ? new Uint8Array() : validity, values };
  return new Column([new Batch({ ...parts, ...(offsets !== null && { offsets }) })]);
}
