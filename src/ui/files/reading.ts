import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { Side } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import type { NameMatch } from '../../analysis/infer/name-matches.ts';
import { ENCODINGS } from '../../facts/settings/encodings.ts';
import type { ReadAsKind } from '../../facts/statements/reading.ts';
import {
  BLANKS,
  DATE_ORDERS,
  DECIMAL_MARKS,
  ESCAPES,
  QUOTES,
  THOUSANDS_MARKS,
  type Sample,
} from '../../facts/settings/read-options.ts';
import { count } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { Slots } from './slots.ts';
import type { ReportInput } from '../../facts/document/inputs.ts';

type Reading = NonNullable<NonNullable<ConfigInput['read']>[Side]>;

/** A guess of how a text table is read, as a person may overrule it. */
export interface ReadField {
  /** The kind by which the report says what was used. */
  kind: ReadAsKind;
  label: string;
  /** What is set, as one of the choices; empty where it is left to be found out. */
  read: (reading: Reading) => string;
  write: (chosen: string) => Reading;
  choices: { value: string; label: string }[];
  /** What is used where the report says nothing of it. */
  otherwise?: string;
}

const labelOf = (kind: ReadAsKind): string => words.reading.readAs[kind].label;

/** A guess that is set to one of a few texts; `nameOf` says what each is called. */
const plain = <Key extends 'encoding' | 'decimal' | 'sheet'>(
  key: Key,
  values: readonly NonNullable<Reading[Key]>[],
  nameOf: (value: NonNullable<Reading[Key]>) => string,
): ReadField => ({
  kind: key,
  label: labelOf(key),
  read: (reading) => reading[key] ?? '',
  write: (chosen) => ({ [key]: chosen }),
  choices: values.map((value) => ({ value, label: nameOf(value) })),
});

/** A guess that is a whole number. */
const numbered = (
  kind: ReadAsKind,
  key: 'skipLines' | 'headerLines' | 'skipLast' | 'table',
  { first, last }: { first: number; last: number },
): ReadField => ({
  kind,
  label: labelOf(kind),
  read: (reading) => (reading[key] === undefined ? '' : String(reading[key])),
  write: (chosen) => ({ [key]: Number(chosen) }),
  choices: Array.from({ length: last - first + 1 }, (_, i) => ({ value: String(first + i), label: count(first + i) })),
});

/** Stands for what an empty text would say, which stands for what is left to be found out. */
const NONE = 'none';
const MOST_LINES = 30;
const MOST_HEADER_LINES = 5;

const textFields: ReadField[] = [
  plain('encoding', ENCODINGS, (encoding) => words.reading.encodings[encoding]),
  {
    kind: 'delimiter',
    label: labelOf('delimiter'),
    read: ({ delimiter }) => (delimiter === undefined ? '' : delimiter || NONE),
    write: (chosen) => ({ delimiter: chosen === NONE ? '' : chosen }),
    choices: [',', ';', '\t', '|', ' ', BLANKS, ''].map((mark) => ({
      value: mark || NONE,
      label: words.reading.delimiter(mark),
    })),
  },
  {
    kind: 'quotes',
    label: labelOf('quotes'),
    read: ({ quote }) => (quote === undefined ? '' : quote || NONE),
    write: (chosen) => ({ quote: (chosen === NONE ? '' : chosen) as NonNullable<Reading['quote']> }),
    choices: QUOTES.map((mark) => ({ value: mark || NONE, label: words.reading.quotes[mark] })),
  },
  {
    kind: 'escape',
    label: labelOf('escape'),
    otherwise: words.reading.escapes.doubled,
    read: ({ escape }) => escape ?? '',
    write: (chosen) => ({ escape: chosen as NonNullable<Reading['escape']> }),
    choices: ESCAPES.map((escape) => ({ value: escape, label: words.reading.escapes[escape] })),
  },
  {
    kind: 'header',
    label: labelOf('header'),
    read: ({ header }) => (header === undefined ? '' : header ? 'first' : NONE),
    write: (chosen) => ({ header: chosen === 'first' }),
    choices: [
      { value: 'first', label: words.reading.header(true) },
      { value: NONE, label: words.reading.header(false) },
    ],
  },
  numbered('skipped-lines', 'skipLines', { first: 0, last: MOST_LINES }),
  {
    ...numbered('header-lines', 'headerLines', { first: 1, last: MOST_HEADER_LINES }),
    otherwise: words.files.howRead.findOut,
  },
  numbered('last-lines', 'skipLast', { first: 0, last: MOST_LINES }),
  plain('decimal', DECIMAL_MARKS, words.reading.mark),
  {
    kind: 'thousands',
    label: labelOf('thousands'),
    read: ({ thousands }) => (thousands === undefined ? '' : thousands || NONE),
    write: (chosen) => ({ thousands: (chosen === NONE ? '' : chosen) as NonNullable<Reading['thousands']> }),
    choices: THOUSANDS_MARKS.map((mark) => ({ value: mark || NONE, label: words.reading.mark(mark) })),
  },
  {
    kind: 'date-order',
    label: labelOf('date-order'),
    read: ({ dateOrder }) => dateOrder ?? '',
    write: (chosen) => ({ dateOrder: chosen as NonNullable<Reading['dateOrder']> }),
    choices: DATE_ORDERS.map((order) => ({ value: order, label: words.reading.dateOrders[order] })),
  },
];

const SAMPLE_ROWS = 100_000;

/** Which rows are used. A sample that was set in another way is a choice of its own. */
function rowsField(times: readonly string[]): ReadField {
  const samples: Sample[] = [
    { method: 'random', share: 0.1 },
    { method: 'random', share: 0.01 },
    { method: 'every', n: 10 },
    { method: 'first', rows: SAMPLE_ROWS },
    { method: 'last', rows: SAMPLE_ROWS },
    ...times.map((column): Sample => ({ method: 'newest', rows: SAMPLE_ROWS, by: column })),
  ];
  return {
    kind: 'rows',
    label: labelOf('rows'),
    otherwise: words.reading.allRows,
    read: ({ sample }) => (sample === undefined ? '' : JSON.stringify(sample)),
    write: (chosen) => (chosen === '' ? { sample: undefined } : { sample: JSON.parse(chosen) as Sample }),
    choices: samples.map((sample) => ({ value: JSON.stringify(sample), label: words.reading.sample(sample) })),
  };
}

const ofSheets = new Set<ReadAsKind>(['header', 'skipped-lines', 'header-lines', 'last-lines', 'date-order']);

/** The guesses that can be overruled, by the form that the file has; `times` are its columns of times. */
export function readFields(input: Pick<ReportInput, 'format' | 'readAs'>, times: readonly string[]): ReadField[] {
  return [...formFields(input), rowsField(times)];
}

/** Where several tables stand one above the other. */
const tableField = (tables: number): ReadField[] =>
  tables > 1 ? [numbered('table', 'table', { first: 1, last: tables })] : [];

/** Lists have no names of their own: whether the first one holds them is a guess. */
const recordFields = (readAs: ReportInput['readAs']): ReadField[] =>
  textFields.filter(
    ({ kind }) =>
      kind === 'encoding' || kind === 'date-order' || (kind === 'header' && readAs.some((way) => way.kind === kind)),
  );

function formFields({ format, readAs }: Pick<ReportInput, 'format' | 'readAs'>): ReadField[] {
  const stacked = readAs.find(({ kind }) => kind === 'table')?.values;
  const tables = stacked !== undefined && 'tables' in stacked ? stacked.tables : 1;
  if (format === 'CSV' || format === 'TSV') return [...textFields, ...tableField(tables)];
  if (format === 'JSON' || format === 'NDJSON') return [...recordFields(readAs), ...tableField(tables)];
  if (format !== 'Excel') return [];
  const sheets = readAs.find(({ kind }) => kind === 'sheet')?.choices ?? [];
  return [
    plain('sheet', sheets, (sheet) => sheet),
    ...textFields.filter(({ kind }) => ofSheets.has(kind)),
    ...tableField(tables),
  ];
}

export const readingOf = (config: ConfigInput, side: Side): Reading => config.read?.[side] ?? {};

/** Sets one guess by hand, or leaves it to be found out again. */
export function withReading(
  config: ConfigInput,
  side: Side,
  { field, chosen }: { field: ReadField; chosen: string },
): ConfigInput {
  const readOptions = readingOf(config, side);
  const keys = Object.keys(field.write(chosen));
  const rest = Object.fromEntries(Object.entries(readOptions).filter(([key]) => !keys.includes(key)));
  return { ...config, read: { ...config.read, [side]: chosen === '' ? rest : { ...rest, ...field.write(chosen) } } };
}

/** Takes columns of the current file for those of the reference, under the reference's names. */
export function withRenamed(config: ConfigInput, matches: readonly NameMatch[]): ConfigInput {
  const readOptions = readingOf(config, 'current');
  const rename = [
    ...(readOptions.rename ?? []),
    ...matches.map(({ reference, current }) => ({ from: current, to: reference })),
  ];
  return { ...config, read: { ...config.read, current: { ...readOptions, rename } } };
}

/** Columns under the names that their file has. */
export function withoutRenamed(config: ConfigInput, side: Side): ConfigInput {
  return { ...config, read: { ...config.read, [side]: { ...readingOf(config, side), rename: [] } } };
}

/** Everything of the settings that files have to be read anew for. */
export const readingKey = ({ read, columns = {} }: ConfigInput): string =>
  JSON.stringify([
    read,
    Object.entries(columns).flatMap(([name, { readAs, readMissing, readCentury }]) =>
      readAs || readMissing || readCentury ? [[name, readAs, readMissing, readCentury]] : [],
    ),
  ]);

/** How files are read belongs to the files: it moves with them, and goes with them; new ones are read as `setUp` says. */
export function readingOfKept(
  config: ConfigInput,
  previous: Slots,
  current: Slots,
  setUp: ConfigInput = {},
): ConfigInput {
  const entries = SIDES.flatMap((side) => {
    const origin = SIDES.find((old) => current[side] !== null && previous[old] === current[side]);
    const reading = origin ? config.read?.[origin] : setUp.read?.[side];
    return reading ? [[side, reading]] : [];
  });
  return { ...config, read: Object.fromEntries(entries) as NonNullable<ConfigInput['read']> };
}
