import { count, NONE, share } from '../../format.ts';
import { counted, named } from '../grammar.ts';

const MOST = 8;

export const data = {
  lead: ({ single }: { single: boolean }): string =>
    single
      ? 'What the report rests on, and what it leaves out.'
      : 'What the comparison rests on, and what it leaves out.',
  handbook: 'What is read and what is left out',
  read: 'How they were read',
  file: 'File',
  parts: 'Put together from',
  partNames: (parts: readonly { name: string; rows: number }[]): string =>
    parts.length === 0 ? NONE : parts.map(({ name, rows }) => `${name}: ${counted(rows, 'row')}`).join('; '),
  none: NONE,
  leftOut: 'What was left out',
  rowsLeftOut: 'Rows',
  rowsOf: ({ rows, total }: { rows: number; total: number }): string =>
    rows === 0 ? count(0) : `${count(rows)} of ${count(total)} (${share(rows / total)})`,
  onlyHere: 'Columns the other file does not have',
  ignored: 'Columns set to be ignored',
  unreadable: 'Cells that could not be read',
  names: (names: readonly string[]): string =>
    names.length === 0 ? count(0) : `${count(names.length)}: ${named(names, names.length, MOST)}`,
  cells: (columns: readonly { name: string; cells: number }[]): string => {
    const cells = columns.reduce((sum, column) => sum + column.cells, 0);
    const names = columns.map(({ name }) => name);
    return cells === 0 ? count(0) : `${count(cells)} in ${named(names, names.length, MOST)}`;
  },
  notCorrelated: ({ method, columns }: { method: string; columns: number }): string =>
    `${method}: ${counted(columns, 'column')} left out of the matrix to keep it readable.`,
  unmatched: (names: readonly string[]): string =>
    `The set-up names columns that no file has: ${named(names, names.length, MOST)}.`,
};
