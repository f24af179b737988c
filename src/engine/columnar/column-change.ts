import type { DataType } from '@uwdata/flechette';
import type { NoteValues } from '../../facts/statements/reading.ts';

/** Notes that name a column and nothing else. */
export type ColumnNote = {
  [Kind in keyof NoteValues]: NoteValues[Kind] extends { column: string }
    ? { column: string } extends NoteValues[Kind]
      ? Kind
      : never
    : never;
}[keyof NoteValues];

/** What a column is changed to, and what is said of it. */
export interface Change {
  /** null leaves the column out. */
  target: { type: DataType; convert: (value: unknown) => unknown } | null;
  /** null where nothing of it is lost or guessed. */
  note: ColumnNote | null;
}
