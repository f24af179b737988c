import type { ClockUnit, ColumnWayValues, ReadAsValues, TextForm } from '../../facts/statements/reading.ts';
import type { Sample } from '../../facts/settings/read-options.ts';
import { count, share } from '../format.ts';
import { encodings } from './encodings.ts';
import { counted, listed, ordinal } from './grammar.ts';

const marks: Readonly<Record<string, string>> = {
  '': 'none',
  '.': 'point',
  ',': 'comma',
  ' ': 'space',
  "'": 'apostrophe',
};

const delimiters: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ' ': 'space',
  ':': 'colon',
  '': 'none: one column',
  blanks: 'blanks, however many',
  fixed: 'none: columns of fixed width',
};

export const quotes = { '"': '"', "'": "' (single)", '“': '“ ” (typographic)', '': 'none: they are letters' } as const;
export const escapes = { doubled: 'written twice', backslash: 'behind a backslash' } as const;

export const dateOrders = { day: 'day first', month: 'month first', year: 'year first' } as const;

/** The last day of a leap year: no part of it can be taken for another. */
const dateParts: Readonly<Record<string, string>> = {
  ...{ '%Y': '2024', '%y': '24', '%m': '12', '%d': '31', '%j': '366', '%b': 'Dec', '%B': 'December', '%z': '+01:00' },
  ...{ '%H': '23', '%I': '11', '%M': '59', '%S': '58', '%f': '250', '%p': 'PM' },
};
const partNames: Readonly<Record<string, string>> = {
  ...{ '%Y': 'year', '%y': 'year', '%m': 'month', '%b': 'month', '%B': 'month', '%d': 'day', '%j': 'day of the year' },
};

/** A strptime format as a date in it: `%d/%m/%y` as 31/12/24. */
export const dateExample = (format: string): string => format.replace(/%./g, (part) => dateParts[part] ?? part);

/** The same with the order of its parts. */
export function dateNotation(format: string): string {
  const parts = (format.match(/%./g) ?? []).flatMap((part) => partNames[part] ?? []);
  return `${dateExample(format)} (${parts.join(', ')})`;
}

const textForms: Readonly<Record<TextForm, string>> = {
  delimiter: 'delimiter',
  'line-end': 'line end',
  header: 'header',
  'column-order': 'order of columns',
  encoding: 'encoding',
  decimal: 'decimal mark',
};

export const delimiterName = (delimiter: string): string => delimiters[delimiter] ?? `“${delimiter}”`;
export const markName = (mark: string): string => marks[mark] ?? mark;
export const headerWord = (header: boolean): string => (header ? 'first row' : 'none: columns are numbered');
const alternatives = (names: readonly string[]): string => listed(names, 'or');

/** Which rows are used. */
export function sampleName(sample: Sample): string {
  switch (sample.method) {
    case 'random':
      return `random, ${share(sample.share)}`;
    case 'every':
      return `every ${ordinal(sample.n)} row`;
    case 'first':
      return `the first ${counted(sample.rows, 'row')}`;
    case 'last':
      return `the last ${counted(sample.rows, 'row')}`;
    case 'newest':
      return `the ${counted(sample.rows, 'newest row')} by ${sample.by}`;
  }
}

export const epochUnits = { s: 'seconds', ms: 'milliseconds', us: 'microseconds', ns: 'nanoseconds' } as const;

/** How durations with one colon are read. */
export const durationForm = (leading: ClockUnit | null | undefined): string =>
  leading === 'hours' ? ' like 60:01 in hours' : leading === 'minutes' ? ' like 60:01 in minutes' : '';

type Way<Values> = { label: string; value: (values: Values) => string };

/** Ways in which a file was read. */
export const readAs: { [Kind in keyof ReadAsValues]: Way<ReadAsValues[Kind]> } = {
  packing: { label: 'Packed as', value: (packing) => (packing.as === 'zip' ? `zip (${packing.file})` : 'gzip') },
  parts: {
    label: 'Files',
    value: ({ differing }) =>
      `differ in ${listed(differing.map((form) => textForms[form]))}; each is read in its own way`,
  },
  encoding: {
    label: 'Encoding',
    value: ({ encoding, byLetters }) =>
      byLetters ? `${encodings[encoding]}, as its letters suggest` : encodings[encoding],
  },
  delimiter: { label: 'Delimiter', value: ({ delimiter }) => delimiterName(delimiter) },
  widths: { label: 'Column widths', value: ({ widths }) => widths.map(count).join(', ') },
  quotes: { label: 'Quotes', value: ({ seen, mark = '"' }) => (seen || mark !== '"' ? quotes[mark] : 'none seen') },
  escape: { label: 'Quotes inside of a field', value: ({ escape }) => escapes[escape] },
  header: { label: 'Header', value: ({ header }) => headerWord(header) },
  'skipped-lines': { label: 'Lines skipped', value: ({ lines }) => count(lines) },
  'header-lines': { label: 'Lines of the header', value: ({ lines }) => count(lines) },
  'last-lines': { label: 'Last lines left out', value: ({ lines }) => count(lines) },
  table: { label: 'Table', value: ({ table, tables }) => `${count(table)} of ${count(tables)}` },
  'comment-lines': { label: 'Comment lines', value: ({ mark }) => `start with ${mark}` },
  decimal: { label: 'Decimal mark', value: (values) => alternatives(values.marks.map(markName)) },
  thousands: { label: 'Thousands mark', value: (values) => alternatives(values.marks.map(markName)) },
  'date-order': { label: 'Date order', value: ({ orders }) => alternatives(orders.map((order) => dateOrders[order])) },
  'date-formats': { label: 'Dates', value: ({ formats }) => `like ${alternatives(formats.map(dateExample))}` },
  missing: { label: 'Read as missing', value: ({ texts }) => texts.map((text) => text || 'empty').join(', ') },
  sheet: { label: 'Sheet', value: ({ sheet }) => sheet },
  rows: { label: 'Rows', value: ({ sample }) => sampleName(sample) },
};

/** How a column's cells were read. */
export const columnWays: { [Kind in keyof ColumnWayValues]: (values: ColumnWayValues[Kind]) => string } = {
  text: ({ join }) =>
    join === null ? 'text' : join === 'folded' ? 'text, spellings joined' : 'text, without leading zeros',
  boolean: () => 'true or false',
  'yes-no': () => 'yes or no',
  number: ({ decimal, thousands, unit, limits }) =>
    [
      `numbers, decimal ${markName(decimal)}`,
      ...(thousands === '' ? [] : [`thousands ${markName(thousands)}`]),
      ...(unit === '' ? [] : [`in “${unit}”`]),
      ...(limits ? ['limits as numbers'] : []),
    ].join(', '),
  time: ({ formats: notations, iso }) => {
    const like = notations.length === 0 ? [] : [`like ${alternatives(notations.map(dateExample))}`];
    return `times ${alternatives([...like, ...(iso ? ['as ISO 8601'] : [])])}`;
  },
  epoch: ({ unit }) => `${epochUnits[unit]} since 1970`,
  duration: ({ leading }) => `durations${durationForm(leading)}, as seconds`,
  serial: () => 'days of a spreadsheet',
};
