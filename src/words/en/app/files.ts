import { bytes, count } from '../../format.ts';
import { counted, named, verb } from '../grammar.ts';
import { namesAsParts, type Part } from '../parts.ts';
import { columnReadings } from './column-readings.ts';
import { sides, type SideWords } from '../sides.ts';

/** At most so many columns are named one by one. */
const SHOWN = 12;

/** What is said of files before and around a report. */
export const files = {
  strip: 'Files',
  claim: 'Hold today’s data against the data you trust.',
  lead: 'Drop two files. Plumbline shows what has changed, by how much, and how sure it is.',
  meaning: { reference: 'How it should be', current: 'How it is' },
  /** Of an empty slot; the second part is underlined. */
  invitation: { drop: 'Drop a file, or', choose: 'choose one' },
  formats: 'CSV · Parquet · Arrow · JSON · Excel, also as .gz or .zip',
  trySample: 'Try the steel-plant sample',
  sampleCredit: 'Sample: UCI Steel Industry Energy Consumption, CC BY 4.0; prediction column added',
  openSaved: 'Open a report or a set-up',
  tooLarge: 'My data are too large for this machine',
  compare: 'Compare',
  lookAtOne: 'Look at this file alone',
  swap: 'Swap',
  swapSides: ({ reference, current }: { reference: SideWords; current: SideWords } = sides.periods) =>
    `Swap ${reference.name} and ${current.name}`,
  replace: 'Replace',
  remove: 'Remove',
  choose: 'Choose a file',
  none: 'No file',
  /** Names a field in which a file is chosen. */
  fileOf: ({ heading }: SideWords) => `${heading} file`,
  sizeOfSeveral: (size: number, n: number) => `${bytes(size)} · ${count(n)} files, read as one table`,
  firstSoFar: (rows: string) => `first ${rows}`,
  /** Asked before a saved report takes the place of files. */
  offer: {
    heading: 'Open the saved report?',
    lead: (report: string, names: readonly string[]) =>
      `“${report}” is a saved report. If it opens, ${named(names)} ${verb(names.length, 'is', 'are')} closed.`,
    open: 'Open the report',
    keep: 'Keep the files',
  },
  drop: {
    each: 'One on each side',
    orSaved: 'or a saved report, or a set-up',
    asOne: (n: number) => `${count(n)} files as one table`,
  },
  firstRows: {
    heading: 'First rows',
    of: ({ name }: SideWords) => `First rows of the ${name} file`,
    ofFile: (file: string) => `First rows of ${file}`,
    lead: ({ file, rows, columnsLeftOut }: { file: string; rows: number; columnsLeftOut: number }) =>
      columnsLeftOut > 0
        ? `${file}: ${counted(rows, 'row')} as they were read; ${counted(columnsLeftOut, 'more column')} ${verb(columnsLeftOut, 'is', 'are')} not shown`
        : `${file}: ${counted(rows, 'row')} as they were read`,
    row: 'Row',
    missing: 'missing',
  },
  howRead: {
    heading: 'How it was read',
    headingWith: (warnings: number) => `How it was read: ${count(warnings)} to look at`,
    of: ({ name }: SideWords) => `How the ${name} file was read`,
    /** Of the button: what is read on it, and of which file. */
    label: (shown: string, { name }: SideWords) => `${shown}: How the ${name} file was read`,
    field: (label: string, { name }: SideWords) => `${label} of the ${name} file`,
    format: 'Format',
    comparedAs: 'Compared as',
    renamed: ({ oldName, newName }: { oldName: string; newName: string }) => `“${oldName}” as “${newName}”`,
    ownNames: 'Under their own names',
    rowsUsed: 'Rows used',
    rowsUsedOf: ({ rows, rowsUsed }: { rows: number; rowsUsed: number }) => `${count(rowsUsed)} of ${count(rows)}`,
    files: (n: number) => counted(n, 'file'),
    part: ({ name, rows }: { name: string; rows: number }) => `${name}: ${counted(rows, 'row')}`,
    warning: 'Look at this:',
    rows: 'Rows',
    row: (row: number) => `Row ${count(row)}:`,
    findOut: 'find out',
    none: 'none',
  },
  columnReadings,
  columnsApart: {
    inBoth: (n: number) =>
      `${counted(n, 'column')} ${verb(n, 'stands', 'stand')} in both files and ${verb(n, 'is', 'are')} compared.`,
    onlyIn: ({ name }: SideWords, columns: number): Part[] => [
      `Only in the ${name} file: `,
      ...namesAsParts(columns, SHOWN),
      '.',
    ],
    /** Names in turn: of the current file, of the reference. */
    alike: (pairs: number): Part[] => [
      ...Array.from({ length: Math.min(pairs, SHOWN) }, (_, i): Part[] => [
        i > 0 ? ', “' : '“',
        { name: 2 * i },
        '” and “',
        { name: 2 * i + 1 },
        '”',
      ]).flat(),
      ' differ in spelling alone.',
    ],
    compare: (pairs: number) => (pairs === 1 ? 'Compare them' : `Compare these ${count(pairs)} pairs`),
  },
  setUp: {
    applying: (columns: number) =>
      columns > 0 ? `is being applied, ${counted(columns, 'column')} by name.` : 'is being applied.',
    ready: (columns: number) =>
      columns > 0
        ? `is ready: it holds for the files that you drop next, ${counted(columns, 'column')} by name.`
        : 'is ready: it holds for the files that you drop next.',
    applied: (columns: number) =>
      columns > 0
        ? `is applied: ${columns === 1 ? 'the one column that it names is' : `all ${counted(columns, 'column')} that it names are`} there.`
        : 'is applied.',
    appliedWithout: (columns: number): Part[] => [
      `is applied. ${counted(columns, 'column')} that it names ${verb(columns, 'is', 'are')} in no file: `,
      ...namesAsParts(columns, SHOWN),
      '.',
    ],
    takeOff: 'Take off',
    takeOffLabel: 'Take the set-up off',
  },
};
