import type { NoteExample, ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import type { Records } from './json-whole.ts';

/** Values that are no records: rows without a value. */
export interface Lost {
  count: number;
  examples: NoteExample[];
}

/**
 * Which of several lists was read.
 * @param whole the one value of the file; null where it is a list of its own
 */
export function listsRead(whole: Records | null): ReadAs[] {
  if (!whole?.lists) return [];
  const { names, table } = whole.lists;
  return [{ kind: 'table', values: { table, tables: names.length } }];
}

/**
 * What a person should know of the lists of one value.
 * @param whole the one value of the file; null where it is a list of its own
 */
export function listNotes(whole: Records | null): ReadNote[] {
  if (whole === null) return [];
  const { lists, short, records } = whole;
  const uneven = { names: short, rows: records.length };
  return [
    ...(lists === null ? [] : [{ kind: 'list-chosen', values: lists, severity: 'warning' } satisfies ReadNote]),
    ...(short.length === 0 ? [] : [{ kind: 'lists-uneven', values: uneven, severity: 'warning' } satisfies ReadNote]),
  ];
}

/**
 * Says which values are no records.
 * @param lost their number, and the first of them
 */
export function lostNotes({ count, examples }: Lost): ReadNote[] {
  if (count === 0) return [];
  const [first] = examples;
  return [
    {
      kind: 'rows-no-record',
      values: { rows: count },
      severity: 'warning',
      examples,
      ...(first !== undefined && { row: first.row }),
    },
  ];
}
