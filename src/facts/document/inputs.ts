import * as v from 'valibot';
import {
  NOTE_SEVERITIES,
  type ColumnWay,
  type NoteKind,
  type NoteValues,
  type ReadAsKind,
  type ReadAsValues,
} from '../statements/reading.ts';
import { count, names, optional, record } from './record.ts';
import { quoteSchema } from '../statements/statement.ts';

export const readNote = record({
  severity: v.picklist(NOTE_SEVERITIES),
  kind: optional(v.string() as unknown as v.GenericSchema<NoteKind>),
  values: optional(v.looseObject({}) as unknown as v.GenericSchema<NoteValues[NoteKind]>),
  text: v.string(),
  /** Of several files that make up a table, the one that it speaks of. */
  file: optional(v.string()),
  column: optional(v.string()),
  row: optional(count),
  /** The first cells or rows it speaks of, counted from 1: what the cell holds (a text in documents of 0.1.0), or how many fields the row has. */
  examples: optional(
    v.array(record({ row: count, value: optional(v.union([v.string(), quoteSchema])), fields: optional(count) })),
  ),
});

const columnRead = record({
  name: v.string(),
  way: record({
    kind: v.string() as unknown as v.GenericSchema<ColumnWay['kind']>,
    values: v.looseObject({}),
  }) as unknown as v.GenericSchema<ColumnWay>,
  /** Texts that counted as missing, but for the empty one, with their cells: in the first megabyte of the file. */
  missing: v.array(record({ text: v.string(), cells: count })),
});

export const reportInput = record({
  name: v.string(),
  bytes: count,
  rows: count,
  rowsUsed: count,
  /** The files that it was put together from, where there are several. */
  parts: optional(v.array(record({ name: v.string(), bytes: count, rows: count }))),
  columns: count,
  /** "CSV", "Parquet", … */
  format: v.string(),
  /** How it was read, as label and value: "Delimiter", "comma". */
  readAs: v.array(
    record({
      kind: optional(v.string() as unknown as v.GenericSchema<ReadAsKind>),
      values: optional(v.looseObject({}) as unknown as v.GenericSchema<ReadAsValues[ReadAsKind]>),
      label: v.string(),
      value: v.string(),
      choices: optional(names),
    }),
  ),
  /** How each column of a text table was read; absent for other files. */
  columnsRead: optional(v.array(columnRead)),
  notes: v.array(readNote),
});
export type ReportInput = v.InferOutput<typeof reportInput>;
