import { expect, test } from 'vitest';
import type { ConfigProblem } from '../../src/facts/statements/config-problems.ts';
import { PlumblineError, type ErrorCode, type ErrorValues } from '../../src/facts/statements/errors.ts';
import { errorText, wordedError } from '../../src/words/error-text.ts';

const detail = { quote: 'why' };

const errors: { [Code in ErrorCode]: readonly [values: ErrorValues[Code], text: string][] } = {
  unexpected: [[{ detail }, 'why']],
  'part-missing': [
    [
      { part: 'workbook-x.js', status: 404 },
      'A part of Plumbline (workbook-x.js) could not be loaded: its server answered 404. Your files are not the reason. Reload the page; if that does not help, ask whoever runs the server, or use the single-file version.',
    ],
    [
      { part: '', status: null },
      'A part of Plumbline could not be loaded: its server does not answer. Your files are not the reason. Reload the page; if that does not help, ask whoever runs the server, or use the single-file version.',
    ],
  ],
  'wasm-forbidden': [
    [
      {},
      "The server of this page forbids WebAssembly, which reads your files: its Content-Security-Policy header has to allow 'wasm-unsafe-eval' in script-src. Your files are not the reason. Ask whoever runs the server (see “Hosting”), or use the single-file version.",
    ],
  ],
  'worker-forbidden': [
    [
      {},
      'The server of this page forbids the workers that read your files: its Content-Security-Policy header has to allow blob: in worker-src. Your files are not the reason. Ask whoever runs the server (see “Hosting”), or use the single-file version.',
    ],
  ],
  'engine-died': [
    [
      { detail },
      "The reading engine stopped (why). The file may be too large for this browser's memory: close other tabs, or try a part of it.",
    ],
  ],
  'summary-has-no-rows': [
    [
      {},
      'A summary file counts rows that are elsewhere: there are none here to filter or to split. Take the filter off, or give the rows themselves.',
    ],
  ],
  periods: [
    [
      { problem: 'too-many', unit: 'hour', periods: 2200, limit: 400 },
      'The rows last 2,200 hours, more than the 400 that can be shown. Choose longer periods.',
    ],
    [
      { problem: 'too-many', unit: 'rows:10', periods: 500, limit: 400 },
      'The rows last 500 stretches of 10 rows, more than the 400 that can be shown. Choose longer periods.',
    ],
    [
      { problem: 'summary' },
      'A summary file knows days, and no other periods. Choose days, or leave the choice to the data.',
    ],
  ],
  'engine-start': [[{}, 'The reading engine did not start. Reload the page.']],
  'engine-closed': [[{}, 'The data was closed.']],
  'too-large': [
    [
      { kind: 'memory' },
      'The data does not fit into the memory of a browser tab. Use a sample of the rows, or fewer columns.',
    ],
    [{ kind: 'workbook' }, 'f is too large to be read as a workbook. Save the sheet as CSV.'],
    [{ kind: 'json' }, 'f is a single JSON value of more than 256 MB. Save it with one record per line (NDJSON).'],
    [
      { kind: 'table', rows: 1_234_567_890, columns: 10, fits: 61_000_000 },
      'f has about 1,200,000,000 rows of 10 columns, more than a browser tab can hold: about 61,000,000 rows would fit. Use a sample of them, or fewer columns.',
    ],
    [
      { kind: 'columns', columns: 16_384, limit: 5000 },
      'f has 16,384 columns; up to 5,000 are compared. Export those that you need. If rows and columns are exchanged, turn the table first.',
    ],
  ],
  'unreadable-file': [
    [
      {},
      'f could not be opened: it may be a folder, or it was changed, moved or deleted after it was chosen. Choose it again.',
    ],
  ],
  'empty-file': [
    [{ kind: 'file' }, 'f is empty (0 bytes). Save or export it again from its source.'],
    [{ kind: 'archive' }, 'f is a zip archive without a file in it.'],
  ],
  'unsupported-format': [
    [{ form: 'pdf' }, 'f is a PDF, which cannot be read. Choose a table: CSV, Parquet, Arrow, JSON or Excel.'],
    [{ form: 'xz' }, 'f is packed with xz, which is not read. Unpack it first (unxz).'],
    [{ form: 'bzip2' }, 'f is packed with bzip2, which is not read. Unpack it first (bunzip2).'],
    [{ form: 'zstd' }, 'f is packed with Zstandard, which is not read. Unpack it first (unzstd).'],
    [{ form: 'tar' }, 'f is a tar archive, which is not read. Unpack it first (tar -xf).'],
    [{ form: 'rare-zip' }, 'f is a zip archive packed in a way that browsers cannot unpack. Unpack it first.'],
    [{ form: 'locked-zip' }, 'f is a zip archive with a password. Unpack it first.'],
  ],
  'not-a-table': [
    [{ problem: 'binary' }, 'f is not a text table: it holds binary data.'],
    [
      { problem: 'no-row' },
      'f could not be read as a table of rows and columns: it holds no row. Check the lines that are skipped and the delimiter.',
    ],
    [
      { problem: 'no-column' },
      'f holds no column that can be compared: its columns hold neither numbers, times nor texts. Export it with such columns.',
    ],
    [{ problem: 'unreadable', detail }, 'f could not be read as a table: why'],
  ],
  'no-rows': [
    [{ source: 'text' }, 'f has column names but no rows. Export it again with the rows that it should hold.'],
    [{ source: 'columnar' }, 'f has no rows. Export it again with those that it should hold.'],
    [{ source: 'sample' }, 'f: no row is in the sample. Take a larger one.'],
    [{ source: 'json' }, 'f holds JSON, but no rows: it is an empty list.'],
    [{ source: 'workbook' }, 'f holds no rows.'],
    [{ source: 'sheet', sheet: 'A' }, 'f holds no rows in sheet “A”.'],
  ],
  'damaged-file': [
    [
      { format: 'zip' },
      "f could not be unpacked as zip. It may be cut off or damaged (copy it again from its source), or larger than the browser's storage.",
    ],
    [
      { format: 'Arrow', step: 'open', detail },
      'f could not be opened as Arrow: why. It may be cut off or damaged: copy it again from its source.',
    ],
    [
      { format: 'columnar-content', of: 'Parquet' },
      'f is a damaged Parquet file: what it holds is not what it says of itself. Copy it again from its source.',
    ],
    [
      { format: 'parquet-page', column: 'x' },
      'f is a damaged Parquet file: what it holds of column “x” does not have the checksum that it should. Copy it again from its source.',
    ],
    [
      { format: 'arrow-cut-off' },
      'f is an Arrow stream that breaks off: its end mark is missing, so that rows may be missing too. Copy it again from its source, or write it again and close the writer.',
    ],
    [
      { format: 'json-cut-off', row: 3 },
      'f is JSON that breaks off in row 3. It may be cut off: copy it again from its source.',
    ],
    [{ format: 'json', row: 2, detail }, 'f is no valid JSON in row 2: why'],
    [{ format: 'json', row: null, detail }, 'f is no valid JSON: why'],
    [
      { format: 'workbook', detail },
      'f could not be read as a workbook: why. It may be cut off or damaged: copy it again, or save the sheet as CSV.',
    ],
    [
      { format: 'workbook-part', part: 'xl/styles.xml' },
      'f is a damaged workbook: what it holds in “xl/styles.xml” does not have the size or checksum that it should. Copy it again from its source, or open it in a spreadsheet program and save the sheet as CSV.',
    ],
    [
      { format: 'workbook-endless', seconds: 16 },
      'f could not be read as a workbook: after 16 seconds there was no end. It is probably damaged: open it in a spreadsheet program and save the sheet as CSV.',
    ],
  ],
  'sheet-missing': [[{ sheet: 'C', sheets: ['A', 'B'] }, 'f has no sheet “C”. Its sheets: “A” and “B”.']],
  'summary-of-others': [
    [
      { summary: 'june.summary.parquet', columns: ['a', 'b'] },
      'f has none of the columns that june.summary.parquet counts (“a” and “b”). Give the rows and the summary of one table.',
    ],
  ],
  'summary-file': [
    [
      { problem: 'columns', lacks: ['least'], surplus: ['x'] },
      'f looks like a summary file, but lacks the column “least” and has “x” besides. Make it again with all twelve columns and no others. If it holds data, give one of its columns another name.',
    ],
    [
      { problem: 'sampled' },
      'f is a summary file, which has to be read whole. Take the sample of its rows out of the settings.',
    ],
    [
      { problem: 'no-summary' },
      'f is a summary file without a row of the kind “summary”. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'version', version: 'v2', needs: 'v1' },
      'f is a summary file of the version “v2”; this version of Plumbline reads “v1”. Make it again with the statements of this version.',
    ],
    [
      { problem: 'unknown-kind', kind: { quote: 'bins' } },
      'f is a summary file with a row of the kind “bins”, which no summary file has. Make it again from the rows.',
    ],
    [
      { problem: 'cell', kind: 'bin', cell: 'n', value: { quote: '-1' }, needs: 'count' },
      'f is a summary file that cannot be read: a row of the kind “bin” holds “-1” in “n”, where a whole number of at least 0 has to stand. Make it again from the rows.',
    ],
    [
      { problem: 'cell', kind: 'rows', cell: 'n', value: { quote: '' }, needs: 'count' },
      'f is a summary file that cannot be read: a row of the kind “rows” holds nothing in “n”, where a whole number of at least 0 has to stand. Make it again from the rows.',
    ],
    [
      { problem: 'place', place: 2 },
      'f is a summary file that cannot be read: no column, or more than one, has place 2. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'unlisted', kind: 'bin', name: 'x' },
      'f is a summary file that cannot be read: “x” is counted (“bin”), but no row introduces it. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'edges', name: 'x', edge: 3 },
      'f is a summary file that cannot be read: edge 3 of column “x” is missing or not above the one before. Make it again from the rows.',
    ],
    [
      { problem: 'bin', name: 'x', bin: 201, edges: 199 },
      'f is a summary file that cannot be read: column “x” has rows in bin 201, but only 199 edges. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'bins-differ', name: 'x', bin: 2, counted: 4, byDay: 3 },
      'f is a summary file that cannot be read: bin 2 of column “x” holds 4 values, but the bins of the days 3. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'bins-differ', name: 'x', bin: null, counted: 4, byDay: 3 },
      'f is a summary file that cannot be read: the days of column “x” hold 4 values, but the bins of the days 3. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'outside', name: 'x', bin: 2 },
      'f is a summary file that cannot be read: bin 2 of column “x” has values outside of its edges. It was counted with other edges: make it again with --edges and the file that they are from.',
    ],
    [
      { problem: 'sums', name: 'x', day: 0, counted: 1, rows: 2 },
      'f does not add up: of column “x” 1 cell of Jan 1, 1970 is counted, but there are 2 rows. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'sums', name: 'x', day: null, counted: 3, rows: 1 },
      'f does not add up: of column “x” 3 cells are counted, but there is 1 row. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'rows', counted: 1, rows: 20 },
      'f does not add up: it says that it counts 20 rows, but its days have 1. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'surplus', kind: 'score', name: 'p', counted: 1001, rows: 1000 },
      'f is a summary file that cannot be read: 1,001 rows are counted of “p” (“score”), more than the 1,000 that there are. Make it again from the rows.',
    ],
    [
      { problem: 'stretches', name: 'x', counted: 1, values: 20 },
      'f is a summary file that cannot be read: the stretches of time of column “x” hold 1 value, but its days hold 20. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'no-sums', name: 'x' },
      'f is a summary file that cannot be read: the stretches of column “x” have no sums. Make it again from the rows.',
    ],
    [
      { problem: 'twice', kind: 'product', name: 'x' },
      'f is a summary file that cannot be read: it has the same row of “x” (“product”) more than once. Make it again from the rows.',
    ],
    [
      { problem: 'pair', x: 'x', y: 'y' },
      'f is a summary file that cannot be read: the sums of the columns “x” and “y” do not go together. It may be cut off: copy it again from its source, or make it again.',
    ],
    [
      { problem: 'parts-differ', differing: 'edges', name: 'x' },
      'f is a summary file that cannot be read: the files that it was put together from do not add up: column “x” was counted with other edges in some of them. Make these again with --edges and the file whose edges all are to have.',
    ],
    [
      { problem: 'parts-differ', differing: 'columns', name: 'x' },
      'f is a summary file that cannot be read: the files that it was put together from do not add up: column “x” is in some of them alone, or has another type, role or origin there. Make them again for the same columns, with --edges.',
    ],
    [
      { problem: 'parts-differ', differing: 'telling', name: 'x' },
      'f is a summary file that cannot be read: the files that it was put together from do not add up: other categories of column “x” were chosen in some of them. Make these again with --edges and the file whose categories all are to have.',
    ],
    [
      { problem: 'parts-differ', differing: 'probability', name: 'x' },
      'f is a summary file that cannot be read: the files that it was put together from do not add up: column “x” holds the probability of another class in some of them. Make them again for the same columns.',
    ],
    [
      { problem: 'other-edges', names: ['x', 'y'], reference: 'r.parquet' },
      'f was counted with other edges than r.parquet in “x” and “y”. Make it again with --edges r.parquet.',
    ],
  ],
  'several-tables': [
    [
      { files: ['a.csv', 'b.csv'] },
      'f is a zip archive of 2 files (“a.csv” and “b.csv”). Unpack it and drop the files that belong together.',
    ],
  ],
  'column-missing': [[{}, 'f has no column “c” to take the newest rows by.']],
  'columns-differ': [
    [
      { first: 'a.csv', lacks: ['m'], surplus: ['x'] },
      'f does not go with a.csv: it lacks “m” and has “x” besides. Files that are read as one table need the same columns.',
    ],
  ],
  'files-differ': [
    [{ first: 'a.csv' }, 'f is of another kind than a.csv. Files that are read as one table have to be of one kind.'],
  ],
  config: [],
  'not-a-report': [
    [{ problem: 'no-json' }, 'This file is not valid JSON. It may be cut off: copy it again from its source.'],
    [{ problem: 'other-json' }, 'This JSON file is not a Plumbline report.'],
    [{ problem: 'cut-off-page' }, 'This page holds no whole report. It may be cut off: copy it again from its source.'],
    [
      { problem: 'misfit', path: 'app' },
      'This report cannot be opened: app is not as it has to be. It may have been altered: save it again from Plumbline.',
    ],
    [{ problem: 'too-large', limit: 2e8 }, 'This report is too large to be opened: it takes more than 200 MB.'],
    [
      { problem: 'columns', columns: 20_000, limit: 10_008 },
      'This report has 20,000 columns; up to 10,008 can be shown. Make it anew with fewer columns.',
    ],
  ],
  'no-file': [
    [{ place: 'slots' }, 'There is no file to read yet: drop one first.'],
    [{ place: 'folder' }, 'There is no file in this folder. Drop one that holds the tables.'],
  ],
  'too-many-files': [
    [
      { files: 3 },
      '3 files were dropped, and it is open which belong together. Drop those of one side on its half of the page: they are read as one table.',
    ],
  ],
  'unreachable-address': [
    [
      { problem: 'single-file', address: 'x' },
      '"x" cannot be read: the single file can reach no address, only files and blobs. Use the site for addresses.',
    ],
    [
      { problem: 'from-disk', address: 'x' },
      '"x" cannot be fetched by a page that was opened from disk: drop the file instead.',
    ],
    [
      { problem: 'other-origin', address: 'x', origin: 'o' },
      '"x" lies outside o: Plumbline reads files, blobs and addresses of its own origin only.',
    ],
    [{ problem: 'no-answer', address: 'x', detail }, '"x" could not be fetched (why). Is the server there?'],
    [{ problem: 'refused', address: 'x', status: 404 }, '"x" could not be read: the server answered 404.'],
    [
      { problem: 'misspelt', address: 'curent', meant: 'current' },
      '"curent=" in the address of this page means nothing; did you mean "current="?',
    ],
  ],
  'no-input': [[{ input: 'current' }, '"current" must be a File, a Blob or an address of this page\'s own origin.']],
  'page-option': [
    [
      { problem: 'rule', path: 'options.logo', rule: 'a-small-picture' },
      'The report’s file cannot be made. options.logo: Expected a picture of less than 300 KB.',
    ],
    [
      { problem: 'long', path: 'options.note', limit: 20_000 },
      'The report’s file cannot be made. options.note: Expected at most 20,000 letters.',
    ],
  ],
  logo: [
    [{ problem: 'too-large', limit: 200_000 }, 'The logo is larger than 200 KB: choose a simpler drawing, or a PNG.'],
    [{ problem: 'not-a-picture' }, 'The logo cannot be read as a picture: choose a PNG, JPEG, WebP or SVG file.'],
    [{ problem: 'unreadable' }, 'The logo could not be read.'],
  ],
};

const problems: [ConfigProblem, string][] = [
  [{ problem: 'no-object', path: 'config' }, 'config: expected an object with settings by name.'],
  [
    { problem: 'unknown-setting', path: 'config.alfa', suggestion: 'alpha' },
    'config.alfa: no such setting; did you mean "alpha"?',
  ],
  [
    { problem: 'filter-one-file', path: 'config.filter[0].column', column: 'x' },
    'config.filter[0].column: “x” is in one file only, so that rows of both cannot be chosen by it. Choose a column that both files have.',
  ],
  [
    { problem: 'split-two-files', path: 'config.split' },
    'config.split: one file can be split in two, and two were given. Leave one of them out, or the setting.',
  ],
  [{ problem: 'unknown-column', path: 'config.columns.x', suggestion: null }, 'config.columns.x: no such column.'],
  [
    { problem: 'rule', path: 'config.brand.accent', rule: 'a-colour' },
    'config.brand.accent: Expected a colour such as #0b6e4f.',
  ],
  [
    { problem: 'value', path: 'config.alpha', expected: '<1', received: '7' },
    'config.alpha: Expected <1 but received 7.',
  ],
  [
    { problem: 'whole-number', path: 'config.seed', received: '1.5' },
    'config.seed: Expected a whole number but received 1.5.',
  ],
  [{ problem: 'unreadable', detail: 'a tab at line 2' }, '“f” cannot be read as a set-up: a tab at line 2.'],
  [
    { problem: 'rule', path: 'config.alpha', rule: 'a-finite-number' },
    'config.alpha: Expected a number that is finite.',
  ],
  [{ problem: 'rule', path: 'config.a.b', rule: 'so-deep' }, 'config.a.b: Settings do not lie so deep in each other.'],
  [
    { problem: 'rule', path: 'config.columns', rule: 'so-many' },
    'config.columns: There are more than 10,008 columns here, the most that a report may have.',
  ],
  [
    { problem: 'long-yaml', limit: 512_000 },
    '“f” is YAML of more than 512 kB, which takes too long to read. Save it as JSON.',
  ],
  [{ problem: 'keys-twice', keys: ['alpha'] }, '“f” holds “alpha” more than once in one object. Take one of each out.'],
  [{ problem: 'no-settings' }, '“f” is no set-up: it holds no settings by name.'],
];

const cases = [
  ...Object.entries(errors).flatMap(([code, list]) => list.map(([values, text]) => [code, values, text] as const)),
  ...problems.map(([values, text]) => ['config', values, text] as const),
];

test.each(cases)('%s %j', (code, values, text) => {
  expect(errorText(new PlumblineError(code as ErrorCode, values, { file: 'f', column: 'c' }))).toBe(text);
});

test('plain fields of an error are worded as the error is, and other errors in their own words', () => {
  expect(errorText({ code: 'no-rows', values: { source: 'json' }, file: 'a.json' })).toBe(
    'a.json holds JSON, but no rows: it is an empty list.',
  );
  expect(errorText(new Error('as it is'))).toBe('as it is');
  expect(errorText('a text')).toBe('a text');
});

test('an error for the outside has its words as its message, and its facts beside them', () => {
  const error = new PlumblineError('no-rows', { source: 'json' }, { file: 'a.json' });
  expect(error.message).toBe('no-rows {"source":"json"}');
  const message = 'a.json holds JSON, but no rows: it is an empty list.';
  expect(wordedError(error)).toMatchObject({
    ...{ message, code: 'no-rows', file: 'a.json', values: { source: 'json' } },
    stack: expect.stringContaining(message) as unknown,
  });
});
