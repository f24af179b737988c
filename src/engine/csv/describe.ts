import type { ReadNote } from '../../facts/reading.ts';
import { ENCODING_NAMES } from '../../facts/encodings.ts';
import type { Coercions, Listed } from './coercions.ts';
import { MISSING_TEXTS } from './options.ts';
import type { PreparedCsv } from './prepare.ts';
import type { StoredType, TargetColumn } from './storage.ts';

const delimiterNames = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'vertical bar'],
  [' ', 'space'],
  [':', 'colon'],
  ['', 'none: one column'],
]);

const markNames: Record<string, string> = {
  '.': 'point',
  ',': 'comma',
  ' ': 'space',
  "'": 'apostrophe',
};

const orderNames = { day: 'day first', month: 'month first', year: 'year first' } as const;

/**
 * How a file was read, as labels and values that stay the same from version to version.
 * @param csv what its head showed
 * @param done what reading found besides
 */
export function describeReading(csv: PreparedCsv, done: Coercions): { label: string; value: string }[] {
  const { dialect, encoding, habits } = csv;
  const { delimiter, header, quoted, comment, skipLines } = dialect;
  const sure = encoding.by === 'statistics' || done.encoding !== encoding.encoding ? ', as its letters suggest' : '';
  const missing = [...new Set(['', ...(habits.options.missing ?? MISSING_TEXTS)])];
  return [
    { label: 'Encoding', value: `${ENCODING_NAMES[done.encoding]}${sure}` },
    { label: 'Delimiter', value: delimiterNames.get(delimiter) ?? `“${delimiter}”` },
    { label: 'Quotes', value: quoted ? '"' : 'none seen' },
    { label: 'Header', value: header ? 'first row' : 'none: columns are numbered' },
    ...(skipLines > 0 ? [{ label: 'Lines skipped', value: String(skipLines) }] : []),
    ...(comment === null ? [] : [{ label: 'Comment lines', value: `start with ${comment}` }]),
    ...describeNumbers(done.columns),
    ...describeTimes(done.columns),
    { label: 'Read as missing', value: missing.map((text) => text || 'empty').join(', ') },
  ];
}

function describeNumbers(columns: readonly TargetColumn[]): { label: string; value: string }[] {
  const formats = columns.flatMap(({ reading }) => (reading.as === 'number' ? [reading.format] : []));
  const names = (marks: readonly string[]): string =>
    [...new Set(marks)].map((mark) => markNames[mark] ?? mark).join(' or ');
  const groups = formats.flatMap(({ thousands }) => (thousands === '' ? [] : [thousands]));
  return [
    ...(formats.length === 0 ? [] : [{ label: 'Decimal mark', value: names(formats.map(({ decimal }) => decimal)) }]),
    ...(groups.length === 0 ? [] : [{ label: 'Thousands mark', value: names(groups) }]),
  ];
}

function describeTimes(columns: readonly TargetColumn[]): { label: string; value: string }[] {
  const readings = columns.flatMap(({ reading }) => (reading.as === 'time' ? [reading] : []));
  const formats = [...new Set(readings.flatMap(({ formats }) => formats))];
  const orders = new Set(formats.map(orderOf).concat(readings.some(({ iso }) => iso) ? ['year'] : []));
  if (readings.length === 0) return [];
  return [
    { label: 'Date order', value: [...orders].map((order) => orderNames[order]).join(' or ') },
    ...(formats.length === 0 ? [] : [{ label: 'Dates', value: formats.join(', ') }]),
  ];
}

function orderOf(format: string): keyof typeof orderNames {
  if (/^%[yY]/.test(format)) return 'year';
  return format.startsWith('%d') ? 'day' : 'month';
}

const typeWords: Record<StoredType, string> = {
  DOUBLE: 'a number',
  TIMESTAMP: 'a time',
  BOOLEAN: 'true or false',
  VARCHAR: 'text',
};

/**
 * What a person should look at: rows that were mended, cells that could not be read, guesses that nothing confirms.
 * @param done what reading changed
 */
export function describeNotes({ cells, short, long, invalid, columns }: Coercions): ReadNote[] {
  const notes: ReadNote[] = [];
  if (invalid !== null) {
    const places = invalid.count === 1 ? '1 place holds' : `${String(invalid.count)} places hold`;
    const text = `${places} bytes that are no text in this encoding; � stands for them, first in row ${String(invalid.row)}. Another encoding may fit better.`;
    notes.push({ severity: 'warning', text, row: invalid.row });
  }
  if (short.count > 0) {
    notes.push(listed(short, `${rowCount(short)} fewer fields than the header; what lacks is missing.`));
  }
  if (long.count > 0) {
    notes.push(listed(long, `${rowCount(long)} more fields than the header; the surplus fields were left out.`));
  }
  for (const [i, lost] of cells) {
    const { name = '', type = 'VARCHAR' } = columns[i] ?? {};
    const [cellWord, countWord] = lost.count === 1 ? ['cell is', 'counts'] : ['cells are', 'count'];
    const example = lost.examples[0]?.value ?? '';
    const text = `${name}: ${String(lost.count)} ${cellWord} not ${typeWords[type]} (for example “${example}”) and ${countWord} as missing.`;
    notes.push({ ...listed(lost, text), column: name });
  }
  return [...notes, ...columns.flatMap(guesses)];
}

const listed = ({ examples }: Listed, text: string): ReadNote => ({
  severity: 'warning',
  text,
  examples,
  ...(examples[0] !== undefined && { row: examples[0].row }),
});

const rowCount = ({ count }: Listed): string => (count === 1 ? '1 row has' : `${String(count)} rows have`);

/** Readings that the file itself does not prove. */
function guesses({ name, reading, otherwise, ambiguous }: TargetColumn): ReadNote[] {
  const note = (text: string, severity: ReadNote['severity'] = 'info'): ReadNote[] => [
    { severity, text: `${name}: ${text}`, column: name },
  ];
  if (reading.as === 'epoch') {
    return note(`numbers read as ${reading.unit === 's' ? 'seconds' : 'milliseconds'} since 1970, UTC.`);
  }
  if (reading.as === 'serial') return note('numbers read as dates of a spreadsheet: days since 30 December 1899.');
  if (reading.as === 'time' && reading.formats[0]?.startsWith('%Y%m') === true) {
    return note('digits read as dates: year, month and day without separators.');
  }
  if (otherwise !== null) {
    return note('no day is beyond the 12th, so the dates may be day first (as read) or month first.', 'warning');
  }
  if (reading.as !== 'number') return [];
  const units = reading.unit === '' ? [] : note(`all cells end in “${reading.unit}”; they are read as numbers of it.`);
  if (!ambiguous) return units;
  const marks = `the ${markNames[reading.format.decimal] ?? ''} is taken for the decimal mark, which nothing in the file proves.`;
  return [...units, ...note(marks, 'warning')];
}
