import type { NoteValues, ReadNote } from '../../../facts/statements/reading.ts';
import { quote } from '../../../facts/statements/statement.ts';
import type { Coercions, Listed } from '../coercions.ts';
import type { StoredType } from '../head/stored-type.ts';
import { letterNotes } from '../letters/letters-read.ts';
import type { TargetColumn } from '../head/target-column.ts';
import { guesses } from './guesses.ts';
import { repeatedNotes, widthNotes } from './widths.ts';

const cellTypes: Readonly<Record<StoredType, NoteValues['cells-unreadable']['as']>> = {
  DOUBLE: 'number',
  TIMESTAMP: 'time',
  BOOLEAN: 'boolean',
  VARCHAR: 'text',
};

/**
 * What a person should look at: rows that were mended, cells that could not be read, guesses that nothing confirms.
 * @param done what reading changed
 */
export function describeNotes({ cells, short, long, columns, empty, repeated, ...letters }: Coercions): ReadNote[] {
  return [
    ...(empty === 0
      ? []
      : [{ kind: 'empty-rows-left-out', values: { rows: empty }, severity: 'info' } satisfies ReadNote]),
    ...repeatedNotes(repeated),
    ...letterNotes(letters),
    ...widthNotes('rows-short', short, columns.length),
    ...widthNotes('rows-long', long, columns.length),
    ...[...cells].flatMap(([i, lost]) => unreadable(columns[i], lost)),
    ...columns.flatMap((column) => [...guesses(column), ...column.remarks]),
  ];
}

function unreadable(column: TargetColumn | undefined, { count, examples }: Listed): ReadNote[] {
  const [first] = examples;
  if (column === undefined) return [];
  const { name, type } = column;
  const example = first !== undefined && 'value' in first ? first.value : quote(null);
  return [
    {
      kind: 'cells-unreadable',
      values: { column: name, cells: count, as: cellTypes[type], example },
      severity: 'warning',
      column: name,
      examples,
      ...(first !== undefined && { row: first.row }),
    },
  ];
}
