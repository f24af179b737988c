import { count, timeRange } from '../../format.ts';
import { counted } from '../grammar.ts';
import type { SideWords } from '../sides.ts';

/** "3 rows of the current file, Nov 12, 2018, 9:00 – 9:30 AM." and what is not among them. */
const found = (
  {
    rows,
    times,
    shown,
    columnsLeftOut,
  }: { rows: number; times: { first: number; last: number } | null; shown: number; columnsLeftOut: number },
  { name }: SideWords,
  isFarthest: boolean,
): string =>
  [
    `${counted(rows, 'row')} of the ${name} file${times === null ? '' : `, ${timeRange(times.first, times.last)}`}.`,
    ...(rows < 2 ? [] : [isFarthest ? 'The farthest out first.' : 'In the order of the file.']),
    ...(shown < rows ? [`The first ${count(shown)} are shown.`] : []),
    ...(columnsLeftOut === 0 ? [] : [`${counted(columnsLeftOut, 'more column')} in the CSV file.`]),
  ].join(' ');

/** The rows that something is said of. */
export const rows = {
  show: 'Show rows',
  /** Of the button, for those who hear it alone. */
  showOf: (said: string): string => `Show rows: ${said}`,
  heading: (column: string | undefined): string => (column === undefined ? 'Rows' : `Rows: ${column}`),
  file: 'Rows of which file',
  looking: 'Looking for the rows …',
  writing: 'Writing the rows …',
  found,
  /** Where a sample was read, or rows were chosen. */
  ofSome: ({ rows: ofFile, rowsUsed }: { rows: number; rowsUsed: number }): string =>
    `The report was made of ${count(rowsUsed)} of ${count(ofFile)} rows; the others were not looked at.`,
  /** Of cells whose rows were counted when the file was read. */
  fewerKnown: ({ rows: known, counted: cells }: { rows: number; counted: number }): string =>
    `${count(known)} of ${counted(cells, 'such cell')} are known by row.`,
  row: 'Row',
  fileName: 'File',
  missing: 'missing',
  table: ({ name }: SideWords): string => `Rows of the ${name} file`,
  copy: (shown: number): string => `Copy ${counted(shown, 'row')}`,
  copied: 'Copied',
  byHand: { heading: 'Copy rows', text: 'Rows' },
  csv: ({ rows: written, most }: { rows: number; most: number }): string =>
    written > most ? `CSV of the first ${count(most)} rows` : `CSV of ${counted(written, 'row')}`,
};
