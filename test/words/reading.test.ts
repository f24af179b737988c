import { expect, test } from 'vitest';
import { ENCODINGS } from '../../src/facts/settings/encodings.ts';
import type {
  FileSummary,
  NoteKind,
  NoteValues,
  ReadAs,
  ReadAsKind,
  ReadAsValues,
  ReadNote,
} from '../../src/facts/statements/reading.ts';
import type { Sample } from '../../src/facts/settings/read-options.ts';
import { exampleText, formatText, noteText, readAsText, wordedInput } from '../../src/words/reading-text.ts';
import { words } from '../../src/words/words.ts';

const column = 'a';

const notes: { [Kind in NoteKind]: [values: NoteValues[Kind], text: string] } = {
  'undecodable-bytes': [
    { places: 1, row: 3 },
    '1 place holds bytes that are no text in this encoding; � stands for them, first in row 3. Another encoding may fit better.',
  ],
  'encodings-mixed': [
    { encodings: ['utf-8', 'windows-1252'], row: 21 },
    'The file is written in UTF-8 and Western European (Windows-1252), as where files of two programs are put together. Each text was read in its own; the second is first in row 21. If letters are wrong, set “Encoding”.',
  ],
  'padding-left-out': [
    { bytes: 4096 },
    '4,096 bytes without a letter (NUL) stand behind the last row and were left out: the file is longer than what was written into it.',
  ],
  'rows-short': [{ rows: 1, width: 3 }, '1 row has fewer fields than the header; what lacks is missing.'],
  'rows-long': [
    { rows: 1200, width: 3 },
    '1,200 rows have more fields than the header; the surplus fields were left out.',
  ],
  'names-fewer': [
    { named: 3, width: 4 },
    '3 columns have a name, but rows have 4 fields: the last column is numbered. If a text holds the delimiter, the columns behind it are shifted.',
  ],
  'row-names': [
    { column },
    'Rows have one field more than there are names. The first field is read as the name of its row (“a”). If a text holds the delimiter, the columns are shifted.',
  ],
  'lines-above-names': [
    { lines: 2, examples: [{ quote: 'Serial · 123' }, { quote: 'Model · X' }] },
    '2 lines above the table (“Serial · 123” and “Model · X”) are no part of it. If rows or names are among them, set “Lines skipped”.',
  ],
  'lines-below-names': [
    { texts: ['m3/h', 'bar'] },
    'Between the names and the first row stand units or the like (“m3/h” and “bar”), which are no row.',
  ],
  'tables-stacked': [
    { table: 1, tables: 2 },
    '2 tables stand one above the other in this file. Table 1 was read; another can be chosen.',
  ],
  'tail-left-out': [
    { rows: 1, sums: true, example: { quote: 'Total · 10' } },
    'The last line sums up the others (“Total · 10”) and was left out.',
  ],
  'sums-among-rows': [
    { rows: 1, row: 6, example: { quote: 'Subtotal · 10' } },
    '1 row among the first ones says that it sums up others (“Subtotal · 10”, row 6). It is read as a row, so that what it sums up counts twice. Take it out of the file.',
  ],
  'lines-in-quotes': [
    {},
    'Each line of the file stands in quotes as a whole. They were taken off. If the table has one column, set the delimiter to none.',
  ],
  'json-manners': [
    { manners: ['comments', 'commas'] },
    'The file is no JSON in the strict sense: it has comments and commas before a bracket. It was read as what it means.',
  ],
  'keys-twice': [
    { keys: ['v'], objects: 2 },
    '“v” stands more than once in each of 2 objects. The second value is kept under “v (2)”, where most programs drop the first.',
  ],
  'names-twice': [
    { names: ['v'] },
    '“v” stands more than once among the names; each further column has a number behind its name, like “v (2)”.',
  ],
  'members-left-out': [{ names: ['units'] }, '“units” stands beside the list that was read, and was left out.'],
  'keyed-objects': [
    { objects: 'rows' },
    'Each object in the file is read as a row. If each is a column, choose the other table.',
  ],
  'numbers-unlike': [
    { column, why: 'decimal-marks', examples: [{ quote: '0.25' }, { quote: '1,5' }] },
    'a: read as text, because some of its numbers have a decimal point and others a comma (“0.25” and “1,5”). Write them alike.',
  ],
  'texts-as-formulas': [
    { column, example: { quote: '="007"' } },
    'a: its texts are written as formulas (“="007"”), as for a spreadsheet; they are read without =" and ".',
  ],
  'empty-rows-left-out': [{ rows: 2 }, '2 rows hold delimiters alone and were left out.'],
  'head-repeated': [
    { lines: 3, row: 1001 },
    '3 lines of names or units stand among the rows again (first before row 1,001) and were left out, as where files are put behind each other.',
  ],
  'cells-unreadable': [
    { column, cells: 3, as: 'number', example: { quote: 'OFF' } },
    'a: 3 cells are not a number (for example “OFF”) and count as missing.',
  ],
  'list-chosen': [
    { names: ['a', 'b'], table: 2 },
    'The file holds 2 lists of records (“a” and “b”). “b” was read; another can be chosen.',
  ],
  'lists-uneven': [{ names: ['a'], rows: 3 }, '“a” has fewer than 3 values; the last rows are missing there.'],
  'files-empty': [{ files: ['a.csv'] }, '“a.csv” holds no row and was left out.'],
  'rows-no-record': [{ rows: 2 }, '2 rows are no JSON records and could not be read; all of their values are missing.'],
  'epoch-times': [{ column, unit: 'ms' }, 'a: numbers read as milliseconds since 1970, UTC.'],
  'two-digit-years': [{ column, first: 1927, last: 2026 }, 'a: years of two digits are read as 1927 to 2026.'],
  'zone-names': [
    { column, zones: ['CET', 'CEST'] },
    'a: times with the name of a zone (CET and CEST) were turned into UTC.',
  ],
  'spreadsheet-dates': [{ column }, 'a: numbers read as dates of a spreadsheet: days since 30 December 1899.'],
  'compact-dates': [{ column }, 'a: digits read as dates: year, month and day without separators.'],
  'ambiguous-dates': [
    { column },
    'a: no day is beyond the 12th, so the dates may be day first (as read) or month first.',
  ],
  'digits-may-be-dates': [
    { column, formats: ['%y%m%d', '%d%m%y'], example: { quote: '260131' } },
    'a: its cells (“260131”) may be dates, written like 241231 (year, month, day) or 311224 (day, month, year). They are not read as dates.',
  ],
  'zone-open': [
    { column, zone: 'IST' },
    'a: “IST” is the name of several time zones. The times are read as they stand, without an offset from UTC.',
  ],
  'zones-kept': [
    { column, zones: ['IST', 'CET'], example: { quote: '12:00 IST' } },
    'a: times with the names of several zones (IST and CET), such as “12:00 IST”, are kept as text, because some of these names mean several zones.',
  ],
  'ambiguous-decimal': [
    { column, decimal: ',' },
    'a: the comma is taken for the decimal mark, which nothing in the file proves.',
  ],
  'unit-in-cells': [{ column, unit: '%' }, 'a: all cells end in “%”; they are read as numbers of it.'],
  'accounting-numbers': [
    { column, sign: '$', example: { quote: '($ 5)' } },
    'a: numbers are written with “$” (“($ 5)”). Brackets, and a minus sign behind a number, are read as negative.',
  ],
  'numbers-as-names': [
    { names: ['0', '1'] },
    'The first row (“0” and “1”) is read as the names of the columns. If it is a row of data, set “Header” to none.',
  ],
  'missing-texts': [{ texts: ['nan', 'None'], columns: ['a'] }, '“nan” and “None” count as missing, in “a”.'],
  'codes-as-text': [
    { column, share: 0.05, example: { quote: 'C1' } },
    'a: 5% of its cells are codes like “C1”, the others are whole numbers. All are read as text. If the codes are errors, read the column as numbers.',
  ],
  'codes-kept': [
    { column, why: 'versions', example: { quote: '1.10' } },
    'a: read as text, because as numbers or dates the digits of versions would be lost (“1.10”). If they are numbers, read the column as numbers.',
  ],
  'words-among-numbers': [
    { column, filled: 8, numbers: 6, kinds: 2, words: [{ word: { quote: 'Bad' }, cells: 2 }] },
    'a: read as text, because 25% of its cells are no numbers (“Bad” 2 times and 1 more). If these words stand for no value, read the column as numbers.',
  ],
  'digits-vary': [
    { column, example: { quote: '1.10' } },
    'a: some cells are the same number in more digits (“1.10”). They are one number here; if they are codes or versions, read the column as text.',
  ],
  'boolean-spellings': [
    { column, here: ['True', 'False'], elsewhere: ['1', '0'] },
    'a: “True” and “False” here, “1” and “0” in the other file. Both are read as true and false.',
  ],
  'zones-mixed': [
    { column, here: 'naive' },
    'a: times have no offset from UTC here, and one in the other file. A time without an offset is taken for UTC.',
  ],
  'sheet-chosen': [{ sheet: 'B', sheets: ['A', 'B'] }, 'The workbook has 2 sheets (“A” and “B”); “B” was read.'],
  'merged-cells': [{ cells: 25 }, '25 cells are merged with one above and hold its value.'],
  'comma-texts': [{ cells: 2, example: { quote: '0,5' } }, '2 texts with a decimal comma (“0,5”) are read as numbers.'],
  'summary-file': [{ engine: 'spark' }, 'This is a summary of rows that stayed elsewhere, counted by “spark”.'],
  'counted-on-summary': [
    { summary: 'june.summary.parquet' },
    'The rows of this file were counted on the bins of june.summary.parquet, so both sides are compared as summaries.',
  ],
  'not-in-summary': [
    { summary: 'june.summary.parquet', columns: ['a', 'b'] },
    'june.summary.parquet does not count “a” and “b”: they were left out.',
  ],
  'rows-without-time': [
    { column },
    'The summary was counted by the times of “a”, of which this file has none. Each row counts in full: a slow process may look changed.',
  ],
  'summary-without-time': [
    {},
    'The summary was made without a time column, so each row counts in full: a slow process may look changed. Make it again with --time.',
  ],
  'other-column-order': [{}, 'The columns stand in another order than in the other file; they are compared by name.'],
  'digits-kept': [{ column }, 'a: whole numbers of more than 15 digits, kept as text so that no digit is lost.'],
  'half-precision': [{ column }, 'a: numbers of half precision.'],
  'decimals-left-out': [{ column }, 'a: decimals of more than 38 digits, which are not read; the column was left out.'],
  'binary-left-out': [{ column }, 'a: binary data, which is not compared; the column was left out.'],
  'nested-as-text': [{ column }, 'a: nested values, kept as text (JSON).'],
  'bytes-as-text': [
    { column },
    'a: byte values that are text, read as UTF-8. A byte that is no UTF-8 stands as \\xe9 or the like.',
  ],
  'bytes-as-uuids': [{ column }, 'a: values of 16 bytes, written as UUIDs.'],
  'times-as-seconds': [{ column }, 'a: times of day, read as seconds since midnight.'],
  'durations-open': [
    { column, example: { quote: '60:01' } },
    'a: durations like “60:01” are read as hours and minutes, in seconds; nothing in the file says that they are not minutes and seconds.',
  ],
  'durations-as-seconds': [{ column }, 'a: durations, read as seconds.'],
  'intervals-as-months': [{ column }, 'a: intervals, read as months.'],
  'intervals-as-seconds': [{ column }, 'a: intervals, read as seconds.'],
  'intervals-as-text': [{ column }, 'a: intervals of months, days and seconds, kept as text (ISO 8601).'],
};

test.each(Object.entries(notes))('the note %s', (kind, [values, text]) => {
  expect(noteText({ kind, values, severity: 'info' } as ReadNote)).toBe(text);
});

test('a cell that was left out is not quoted', () => {
  const values: NoteValues['cells-unreadable'] = { column, cells: 1, as: 'time', example: { quote: null } };
  expect(noteText({ kind: 'cells-unreadable', values, severity: 'warning' })).toBe(
    'a: 1 cell is not a time and counts as missing.',
  );
});

test('a note of one of several files names it', () => {
  const note: ReadNote = { kind: 'rows-short', values: { rows: 1, width: 2 }, severity: 'warning', file: 'b.csv' };
  expect(noteText(note)).toBe('b.csv: 1 row has fewer fields than the header; what lacks is missing.');
  expect(exampleText(note, { row: 1, fields: 1 })).toBe('1 of 2 fields');
  expect(exampleText(note, { row: 1, value: { quote: 'x' } })).toBe('x');
});

const ways: { [Kind in ReadAsKind]: [values: ReadAsValues[Kind], text: string] } = {
  packing: [{ as: 'zip', file: 'a.csv' }, 'Packed as: zip (a.csv)'],
  parts: [
    { differing: ['delimiter', 'column-order', 'decimal'] },
    'Files: differ in delimiter, order of columns and decimal mark; each is read in its own way',
  ],
  encoding: [{ encoding: 'koi8-r', byLetters: true }, 'Encoding: Cyrillic (KOI8-R), as its letters suggest'],
  delimiter: [{ delimiter: '\t' }, 'Delimiter: tab'],
  widths: [{ widths: [8, 12] }, 'Column widths: 8, 12'],
  quotes: [{ seen: false }, 'Quotes: none seen'],
  escape: [{ escape: 'backslash' }, 'Quotes inside of a field: behind a backslash'],
  header: [{ header: false }, 'Header: none: columns are numbered'],
  'header-lines': [{ lines: 2 }, 'Lines of the header: 2'],
  'last-lines': [{ lines: 1 }, 'Last lines left out: 1'],
  table: [{ table: 2, tables: 3 }, 'Table: 2 of 3'],
  'skipped-lines': [{ lines: 3 }, 'Lines skipped: 3'],
  'comment-lines': [{ mark: '#' }, 'Comment lines: start with #'],
  decimal: [{ marks: ['.', ','] }, 'Decimal mark: point or comma'],
  thousands: [{ marks: [' '] }, 'Thousands mark: space'],
  'date-order': [{ orders: ['day', 'year'] }, 'Date order: day first or year first'],
  'date-formats': [{ formats: ['%d.%m.%Y', '%y'] }, 'Dates: like 31.12.2024 or 24'],
  missing: [{ texts: ['', 'NA'] }, 'Read as missing: empty, NA'],
  sheet: [{ sheet: 'B', sheets: ['A', 'B'] }, 'Sheet: B'],
  rows: [{ sample: { method: 'every', n: 4 } }, 'Rows: every 4th row'],
};

test.each(Object.entries(ways))('how a file was read: %s', (kind, [values, text]) => {
  const found = readAsText({ kind, values } as ReadAs);
  expect(found && `${found.label}: ${found.value}`).toBe(text);
});

test.each<[Sample, string]>([
  [{ method: 'random', share: 0.1 }, 'random, 10%'],
  [{ method: 'first', rows: 1000 }, 'the first 1,000 rows'],
  [{ method: 'last', rows: 1000 }, 'the last 1,000 rows'],
  [{ method: 'newest', rows: 1000, by: 'when' }, 'the 1,000 newest rows by when'],
])('the sample %j', (sample, text) => {
  expect(words.reading.sample(sample)).toBe(text);
});

test('every encoding has a name of its own', () => {
  expect(new Set(ENCODINGS.map((encoding) => words.reading.encodings[encoding])).size).toBe(ENCODINGS.length);
});

test('a file gets its words beside its facts; what has no kind keeps its own', () => {
  const summary: FileSummary = {
    ...{ name: 'a.xlsx', bytes: 1, rows: 2, rowsUsed: 2, columns: 1, format: 'Excel' },
    readAs: [{ kind: 'sheet', values: { sheet: 'A', sheets: ['A', 'B'] } }],
    notes: [{ kind: 'nested-as-text', values: { column }, severity: 'info', column }],
  };
  const input = wordedInput(summary);
  expect(input.readAs).toEqual([{ ...summary.readAs[0], label: 'Sheet', value: 'A', choices: ['A', 'B'] }]);
  expect(input.notes).toEqual([{ ...summary.notes[0], text: 'a: nested values, kept as text (JSON).' }]);
  const old = {
    ...summary,
    readAs: [{ label: 'Rows', value: 'all' }],
    notes: [{ severity: 'info' as const, text: 'As it was.' }],
  };
  expect(wordedInput(old)).toEqual(old);
  expect(formatText('Excel')).toBe('Excel');
  expect(formatText('Lance')).toBe('Lance');
});
