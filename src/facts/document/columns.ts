import * as v from 'valibot';
import type { RoleReason, TypeReason } from '../statements/column-reasons.ts';
import { count, countOrNull, names, numberOrNull, optional, record } from './record.ts';
import { side } from './side.ts';

export const columnType = v.picklist(['numeric', 'categorical', 'datetime', 'boolean', 'text', 'identifier']);
export type ColumnType = v.InferOutput<typeof columnType>;

export const role = v.picklist(['feature', 'target', 'prediction', 'probability', 'time', 'id', 'ignored']);
export type Role = v.InferOutput<typeof role>;

/** What the cells of a file read as, whatever the column is used as. */
export const cellKind = v.picklist(['numbers', 'times', 'yes and no', 'texts']);
export type CellKind = v.InferOutput<typeof cellKind>;

/** A column of a document. */
export const columnSchema = record({
  name: v.string(),
  type: columnType,
  role,
  typeReason: v.string(),
  roleReason: v.string(),
  presentIn: v.array(side),
  /** What each file's cells read as, where the files differ in it. */
  readsAs: optional(record({ reference: cellKind, current: cellKind })),
});
/** A column as both files together show it; a guess carries its reason. */
export type ColumnSchema = Omit<v.InferOutput<typeof columnSchema>, 'typeReason' | 'roleReason'> & {
  typeReason: TypeReason;
  roleReason: RoleReason;
};

export const columnQuality = record({
  /** Rows, the missing ones included. */
  count,
  missing: count,
  nan: count,
  infinite: count,
  /** Cells that held something which the column's type cannot hold; they count as missing too. */
  coerced: count,
  /** Different finite values, or different texts; null where only the rows could tell. */
  distinct: countOrNull,
  constant: v.boolean(),
  almostConstant: v.boolean(),
  identifierLike: v.boolean(),
  /** Finite values only; null where there is none (numbers; times in milliseconds since 1970 UTC). */
  min: numberOrNull,
  max: numberOrNull,
  mean: numberOrNull,
  /** Sample standard deviation (n − 1); null below two values. */
  std: numberOrNull,
  /** Type-7 quantiles by name: "0.01", "0.05", "0.25", "0.5", "0.75", "0.95", "0.99". Empty for non-numeric columns. */
  quantiles: v.record(v.string(), v.number()),
  mostCommon: v.array(record({ value: v.string(), count })),
});
export type ColumnQuality = v.InferOutput<typeof columnQuality>;

export const datasetQuality = record({
  rows: count,
  columns: count,
  /** Null where only the rows could tell: they stayed elsewhere, and a summary of them was read. */
  duplicateRows: countOrNull,
  /** Groups of columns that agree in every row; null as above. */
  duplicateColumns: v.nullable(v.array(names)),
  emptyRows: countOrNull,
  emptyColumns: names,
  missingCells: count,
  /** Missing cells / all cells; 0 for a table without cells. */
  missingShare: v.number(),
});
export type DatasetQuality = v.InferOutput<typeof datasetQuality>;
