import type { JsonManner, NoteExample, ReadAs, ReadNote } from '../../facts/statements/reading.ts';
import type { Records } from './json-whole.ts';

/** Values that are no records: rows without a value. */
export interface Lost {
  count: number;
  examples: NoteExample[];
}

/**
 * Which of several lists was read.
 * @param whole the one value of the file; null where it is a list of its own
 * @param asked which was asked for, from 1
 */
export function listsRead(whole: Records | null, asked: number | undefined): ReadAs[] {
  if (whole?.keyed) return [{ kind: 'table', values: { table: asked === 2 ? 2 : 1, tables: 2 } }];
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
  const { lists, short, records, keyed, namesTwice, leftOut: names } = whole;
  const uneven = { names: short, rows: records.length };
  return [
    ...(lists === null ? [] : [{ kind: 'list-chosen', values: lists, severity: 'warning' } satisfies ReadNote]),
    ...(short.length === 0 ? [] : [{ kind: 'lists-uneven', values: uneven, severity: 'warning' } satisfies ReadNote]),
    ...(namesTwice.length === 0
      ? []
      : [{ kind: 'names-twice', values: { names: [...namesTwice] }, severity: 'info' } satisfies ReadNote]),
    ...(keyed === null
      ? []
      : [{ kind: 'keyed-objects', values: { objects: keyed }, severity: 'info' } satisfies ReadNote]),
    ...(names.length === 0
      ? []
      : [{ kind: 'members-left-out', values: { names }, severity: 'info' } satisfies ReadNote]),
  ];
}

/**
 * Says that JSON was read that is none in the strict sense.
 * @param manners what it has
 */
export const mannerNotes = (manners: ReadonlySet<JsonManner>): ReadNote[] =>
  manners.size === 0 ? [] : [{ kind: 'json-manners', values: { manners: [...manners] }, severity: 'info' }];

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
