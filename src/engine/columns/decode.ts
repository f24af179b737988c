import { elementAt } from '../../facts/element-at.ts';
import { decodeTable } from '../database/database.ts';
import { tableFromIPC } from '@uwdata/flechette';

/** A column of doubles in row order; `missing` marks the rows without a value (null: there are none). */
export interface NumberColumn {
  values: Float64Array;
  missing: Uint8Array | null;
}

/** A column of doubles that has not been decoded yet. */
export interface PackedNumbers {
  rows: number;
  /** Copies the column out, into `values` and `missing` if given: as many as there are rows. */
  unpack(values?: Float64Array, missing?: Uint8Array): NumberColumn;
}

/**
 * The columns of an answer made of DOUBLE columns.
 * @param bytes Arrow IPC; columns in the order asked for
 */
export function openNumbers(bytes: Uint8Array): PackedNumbers[] {
  const table = tableFromIPC(bytes);
  const rows = table.numRows;
  return Array.from({ length: table.numCols }, (_, i) => {
    const column = table.getChildAt<number>(i);
    const unpack = (values = new Float64Array(rows), given?: Uint8Array): NumberColumn => {
      const missing = column.nullCount > 0 ? (given?.fill(0) ?? new Uint8Array(rows)) : null;
      let offset = 0;
      for (const batch of column.data) {
        values.set(batch.values as Float64Array, offset);
        if (missing !== null && batch.nullCount > 0) {
          for (let row = 0; row < batch.length; row++) if (!batch.isValid(row)) missing[offset + row] = 1;
        }
        offset += batch.length;
      }
      return { values, missing };
    };
    return { rows, unpack };
  });
}

/**
 * Decodes the columns of an answer made of DOUBLE columns.
 * @param bytes Arrow IPC; columns in the order asked for
 */
export const decodeNumbers = (bytes: Uint8Array): NumberColumn[] => openNumbers(bytes).map((column) => column.unpack());

/**
 * The same, with NaN where a value is missing.
 * @param bytes Arrow IPC; columns in the order asked for
 */
export const decodeDoubles = (bytes: Uint8Array): Float64Array[] => decodeNumbers(bytes).map(withNaN);

/**
 * A column's own values, NaN where one is missing.
 * @param column a column, which is changed
 */
export function withNaN({ values, missing }: NumberColumn): Float64Array {
  if (missing !== null) for (let row = 0; row < values.length; row++) if (missing[row] === 1) values[row] = NaN;
  return values;
}

/** Columns that stand in several answers made of DOUBLE columns. */
export interface ColumnBlocks {
  /** Arrow IPC. */
  blocks: Uint8Array[];
  /** Of each column, in which block it stands, and as which of its columns. */
  places: { block: number; column: number }[];
}

/**
 * The columns of several answers, in the order of their places; NaN where a value is missing.
 * @param columns where they stand
 */
export const decodeBlocks = (columns: ColumnBlocks): Float64Array[] =>
  openBlocks(columns).map((column) => withNaN(column.unpack()));

/**
 * The same, not decoded yet.
 * @param columns where they stand
 */
export function openBlocks({ blocks, places }: ColumnBlocks): PackedNumbers[] {
  const opened = blocks.map(openNumbers);
  return places.map(({ block, column }) => elementAt(elementAt(opened, block), column));
}

/**
 * The columns of an answer made of DOUBLE columns, a stretch of rows at a time, without copying them; missing is NaN.
 * @param bytes Arrow IPC; the stretches are views of it
 */
export function* decodeStretches(bytes: Uint8Array): Generator<Float64Array[]> {
  const table = tableFromIPC(bytes);
  const columns = Array.from({ length: table.numCols }, (_, i) => table.getChildAt<number>(i).data);
  for (let k = 0; k < (columns[0]?.length ?? 0); k++) {
    yield columns.map((column) => {
      const batch = elementAt(column, k);
      const values = batch.values as Float64Array;
      if (batch.nullCount > 0) for (let row = 0; row < batch.length; row++) if (!batch.isValid(row)) values[row] = NaN;
      return values;
    });
  }
}

/** The texts of a column with their counts, and the rows without one. */
export interface LevelCounts {
  levels: string[];
  counts: Float64Array;
  missing: number;
}

/**
 * Decodes what `fetchCounts` gives.
 * @param pieces Arrow IPC of `i DOUBLE, value VARCHAR, n DOUBLE`: in `i` the bit of the row's column is 0, that of the first column highest
 * @param columns how many were asked for
 * @returns one for each column, in their order
 */
export function decodeCounts(pieces: Uint8Array[], columns: number): LevelCounts[] {
  const table = decodeTable(pieces);
  const [bits, names, numbers] = [
    table.getChildAt<number>(0),
    table.getChildAt<string | null>(1),
    table.getChildAt<number>(2),
  ];
  const found = Array.from({ length: columns }, () => ({ levels: [] as string[], counts: [] as number[], missing: 0 }));
  for (let row = 0; row < table.numRows; row++) {
    const bit = 2 ** columns - 1 - Number(bits.at(row));
    const column = elementAt(found, columns - 32 + Math.clz32(bit));
    const [name, count] = [names.at(row), Number(numbers.at(row))];
    if (name === null) column.missing += count;
    else {
      column.levels.push(name);
      column.counts.push(count);
    }
  }
  return found.map((column) => ({ ...column, counts: Float64Array.from(column.counts) }));
}
