import type { ErrorCode, ErrorPlace, ErrorValues, UnsupportedForm } from '../../facts/statements/errors.ts';
import { bytes, count } from '../format.ts';
import { configProblem } from './config.ts';
import { periodWords } from './periods.ts';
import { counted, named } from './grammar.ts';
import { detailText } from './statements/quotes.ts';
import { summaryProblem } from './summary-file.ts';

const CHOOSE_TABLE = 'Choose a table: CSV, Parquet, Arrow, JSON or Excel.';
const COPY_AGAIN = 'It may be cut off or damaged: copy it again from its source.';

const unsupported: Readonly<Record<UnsupportedForm, string>> = {
  png: `is a PNG picture, which cannot be read. ${CHOOSE_TABLE}`,
  jpeg: `is a JPEG picture, which cannot be read. ${CHOOSE_TABLE}`,
  pdf: `is a PDF, which cannot be read. ${CHOOSE_TABLE}`,
  'packed-often': 'is packed too many times over, which cannot be read. Unpack it first.',
  archive: 'is a RAR or 7-Zip archive, which cannot be read. Unpack it first.',
  'feather-1': 'is a Feather file of version 1, which cannot be read. Save it as Arrow (Feather 2) or Parquet.',
  markup: 'is a web page or XML, which cannot be read. Save the table as CSV or as an Excel workbook.',
  'locked-workbook': 'is protected by a password. Save it without one, or as CSV.',
  xz: `is packed with xz, which is not read. Unpack it first (unxz).`,
  bzip2: `is packed with bzip2, which is not read. Unpack it first (bunzip2).`,
  zstd: `is packed with Zstandard, which is not read. Unpack it first (unzstd).`,
  tar: `is a tar archive, which is not read. Unpack it first (tar -xf).`,
  'rare-zip': 'is a zip archive packed in a way that browsers cannot unpack. Unpack it first.',
  'locked-zip': 'is a zip archive with a password. Unpack it first.',
};

/** About how many. */
const round = (n: number): string => count(Number(n.toPrecision(2)));

function tooLarge(values: ErrorValues['too-large'], file: string): string {
  switch (values.kind) {
    case 'memory':
      return 'The data does not fit into the memory of a browser tab. Use a sample of the rows, or fewer columns.';
    case 'workbook':
      return `${file} is too large to be read as a workbook. Save the sheet as CSV.`;
    case 'json':
      return `${file} is a single JSON value of more than 256 MB. Save it with one record per line (NDJSON).`;
    case 'table':
      return `${file} has about ${round(values.rows)} rows of ${round(values.columns)} columns, more than a browser tab can hold: about ${round(values.fits)} rows would fit. Use a sample of them, or fewer columns.`;
    case 'columns':
      return `${file} has ${count(values.columns)} columns; up to ${count(values.limit)} are compared. Export those that you need. If rows and columns are exchanged, turn the table first.`;
  }
}

function notATable(values: ErrorValues['not-a-table'], file: string): string {
  switch (values.problem) {
    case 'binary':
      return `${file} is not a text table: it holds binary data.`;
    case 'no-row':
      return `${file} could not be read as a table of rows and columns: it holds no row. Check the lines that are skipped and the delimiter.`;
    case 'no-column':
      return `${file} holds no column that can be compared: its columns hold neither numbers, times nor texts. Export it with such columns.`;
    case 'unreadable':
      return `${file} could not be read as a table: ${detailText(values.detail)}`;
  }
}

function periods(values: ErrorValues['periods']): string {
  if (values.problem === 'summary')
    return 'A summary file knows days, and no other periods. Choose days, or leave the choice to the data.';
  const { unit, periods, limit } = values;
  return `The rows last ${periodWords(unit).counted(periods)}, more than the ${count(limit)} that can be shown. Choose longer periods.`;
}

function noRows(values: ErrorValues['no-rows'], file: string): string {
  switch (values.source) {
    case 'text':
      return `${file} has column names but no rows. Export it again with the rows that it should hold.`;
    case 'columnar':
      return `${file} has no rows. Export it again with those that it should hold.`;
    case 'sample':
      return `${file}: no row is in the sample. Take a larger one.`;
    case 'filter':
      return `${file}: no row meets the filter. Widen it, or take it off.`;
    case 'split':
      return `${file}: one half has no row. Split it elsewhere.`;
    case 'json':
      return `${file} holds JSON, but no rows: it is an empty list.`;
    case 'workbook':
      return `${file} holds no rows.`;
    case 'sheet':
      return `${file} holds no rows in sheet “${values.sheet}”.`;
  }
}

type DamagedColumns = Extract<
  ErrorValues['damaged-file'],
  { format: 'Parquet' | 'Arrow' | 'columnar-content' | 'parquet-page' | 'arrow-cut-off' }
>;

function damagedColumns(values: DamagedColumns, file: string): string {
  switch (values.format) {
    case 'columnar-content':
      return `${file} is a damaged ${values.of} file: what it holds is not what it says of itself. Copy it again from its source.`;
    case 'parquet-page':
      return `${file} is a damaged Parquet file: what it holds of column “${values.column}” does not have the checksum that it should. Copy it again from its source.`;
    case 'arrow-cut-off':
      return `${file} is an Arrow stream that breaks off: its end mark is missing, so that rows may be missing too. Copy it again from its source, or write it again and close the writer.`;
    default:
      return `${file} could not be ${values.step === 'open' ? 'opened' : 'read'} as ${values.format}: ${detailText(values.detail)}. ${COPY_AGAIN}`;
  }
}

type DamagedWorkbook = Extract<
  ErrorValues['damaged-file'],
  { format: 'workbook' | 'workbook-part' | 'workbook-endless' }
>;

function damagedWorkbook(values: DamagedWorkbook, file: string): string {
  switch (values.format) {
    case 'workbook':
      return `${file} could not be read as a workbook: ${detailText(values.detail)}. It may be cut off or damaged: copy it again, or save the sheet as CSV.`;
    case 'workbook-part':
      return `${file} is a damaged workbook: what it holds in “${values.part}” does not have the size or checksum that it should. Copy it again from its source, or open it in a spreadsheet program and save the sheet as CSV.`;
    case 'workbook-endless':
      return `${file} could not be read as a workbook: after ${count(values.seconds)} seconds there was no end. It is probably damaged: open it in a spreadsheet program and save the sheet as CSV.`;
  }
}

function damaged(values: ErrorValues['damaged-file'], file: string): string {
  switch (values.format) {
    case 'gzip':
    case 'zip':
      return `${file} could not be unpacked as ${values.format}. It may be cut off or damaged (copy it again from its source), or larger than the browser's storage.`;
    case 'Parquet':
    case 'Arrow':
    case 'columnar-content':
    case 'parquet-page':
    case 'arrow-cut-off':
      return damagedColumns(values, file);
    case 'json-cut-off':
      return `${file} is JSON that breaks off in row ${count(values.row)}. It may be cut off: copy it again from its source.`;
    case 'json':
      return `${file} is no valid JSON${values.row === null ? '' : ` in row ${count(values.row)}`}: ${detailText(values.detail)}`;
    default:
      return damagedWorkbook(values, file);
  }
}

const SHOWN_COLUMNS = 5;

function otherColumns({ first, lacks, surplus }: ErrorValues['columns-differ'], file: string): string {
  const list = (names: readonly string[]): string => named(names, names.length, SHOWN_COLUMNS);
  const parts = [
    ...(lacks.length > 0 ? [`lacks ${list(lacks)}`] : []),
    ...(surplus.length > 0 ? [`has ${list(surplus)} besides`] : []),
  ];
  return `${file} does not go with ${first}: it ${parts.join(' and ')}. Files that are read as one table need the same columns.`;
}

function notAReport(values: ErrorValues['not-a-report']): string {
  switch (values.problem) {
    case 'no-json':
      return 'This file is not valid JSON. It may be cut off: copy it again from its source.';
    case 'other-json':
      return 'This JSON file is not a Plumbline report.';
    case 'cut-off-page':
      return 'This page holds no whole report. It may be cut off: copy it again from its source.';
    case 'misfit':
      return `This report cannot be opened: ${values.path} is not as it has to be. It may have been altered: save it again from Plumbline.`;
    case 'too-large':
      return `This report is too large to be opened: it takes more than ${bytes(values.limit)}.`;
    case 'columns':
      return `This report has ${count(values.columns)} columns; up to ${count(values.limit)} can be shown. Make it anew with fewer columns.`;
  }
}

function unreachable(values: ErrorValues['unreachable-address']): string {
  switch (values.problem) {
    case 'single-file':
      return `"${values.address}" cannot be read: the single file can reach no address, only files and blobs. Use the site for addresses.`;
    case 'from-disk':
      return `"${values.address}" cannot be fetched by a page that was opened from disk: drop the file instead.`;
    case 'other-origin':
      return `"${values.address}" lies outside ${values.origin}: Plumbline reads files, blobs and addresses of its own origin only.`;
    case 'no-answer':
      return `"${values.address}" could not be fetched (${detailText(values.detail)}). Is the server there?`;
    case 'refused':
      return `"${values.address}" could not be read: the server answered ${String(values.status)}.`;
    case 'misspelt':
      return `"${values.address}=" in the address of this page means nothing; did you mean "${values.meant}="?`;
  }
}

function logo(values: ErrorValues['logo']): string {
  switch (values.problem) {
    case 'too-large':
      return `The logo is larger than ${bytes(values.limit)}: choose a simpler drawing, or a PNG.`;
    case 'not-a-picture':
      return 'The logo cannot be read as a picture: choose a PNG, JPEG, WebP or SVG file.';
    case 'unreadable':
      return 'The logo could not be read.';
  }
}

/** What went wrong, by code. */
export const errors: { [Code in ErrorCode]: (values: ErrorValues[Code], place: ErrorPlace) => string } = {
  unexpected: ({ detail }) => detailText(detail),
  'engine-died': ({ detail }) =>
    `The reading engine stopped (${detailText(detail)}). The file may be too large for this browser's memory: close other tabs, or try a part of it.`,
  'engine-start': () => 'The reading engine did not start. Reload the page.',
  'engine-closed': () => 'The data was closed.',
  'part-missing': ({ part, status }) => {
    const what = part === '' ? 'A part of Plumbline' : `A part of Plumbline (${part})`;
    const why = status === null ? 'its server does not answer' : `its server answered ${String(status)}`;
    return `${what} could not be loaded: ${why}. Your files are not the reason. Reload the page; if that does not help, ask whoever runs the server, or use the single-file version.`;
  },
  'wasm-forbidden': () =>
    "The server of this page forbids WebAssembly, which reads your files: its Content-Security-Policy header has to allow 'wasm-unsafe-eval' in script-src. Your files are not the reason. Ask whoever runs the server (see “Hosting”), or use the single-file version.",
  'worker-forbidden': () =>
    'The server of this page forbids the workers that read your files: its Content-Security-Policy header has to allow blob: in worker-src. Your files are not the reason. Ask whoever runs the server (see “Hosting”), or use the single-file version.',
  'too-large': (values, { file = '' }) => tooLarge(values, file),
  'unreadable-file': (_, { file = '' }) =>
    `${file} could not be opened: it may be a folder, or it was changed, moved or deleted after it was chosen. Choose it again.`,
  'empty-file': ({ kind }, { file = '' }) =>
    kind === 'archive'
      ? `${file} is a zip archive without a file in it.`
      : `${file} is empty (0 bytes). Save or export it again from its source.`,
  'unsupported-format': ({ form }, { file = '' }) => `${file} ${unsupported[form]}`,
  'not-a-table': (values, { file = '' }) => notATable(values, file),
  'no-rows': (values, { file = '' }) => noRows(values, file),
  'damaged-file': (values, { file = '' }) => damaged(values, file),
  'sheet-missing': ({ sheet, sheets }, { file = '' }) =>
    `${file} has no sheet “${sheet}”. Its sheets: ${named(sheets, sheets.length, sheets.length)}.`,
  'several-tables': ({ files }, { file = '' }) =>
    `${file} is a zip archive of ${counted(files.length, 'file')} (${named(files, files.length, SHOWN_COLUMNS)}). Unpack it and drop the files that belong together.`,
  'column-missing': (_, { file = '', column = '' }) => `${file} has no column “${column}” to take the newest rows by.`,
  'columns-differ': (values, { file = '' }) => otherColumns(values, file),
  'files-differ': ({ first }, { file = '' }) =>
    `${file} is of another kind than ${first}. Files that are read as one table have to be of one kind.`,
  'summary-file': (values, place) => summaryProblem(values, place),
  'summary-of-others': ({ summary, columns }, { file = '' }) =>
    `${file} has none of the columns that ${summary} counts (${named(columns, columns.length, SHOWN_COLUMNS)}). Give the rows and the summary of one table.`,
  'summary-has-no-rows': () =>
    'A summary file counts rows that are elsewhere: there are none here to filter or to split. Take the filter off, or give the rows themselves.',
  periods: (values) => periods(values),
  config: (problem, { file }) => configProblem(problem, file),
  'not-a-report': (values) => notAReport(values),
  'no-file': ({ place }) =>
    place === 'folder'
      ? 'There is no file in this folder. Drop one that holds the tables.'
      : 'There is no file to read yet: drop one first.',
  'too-many-files': ({ files }) =>
    `${count(files)} files were dropped, and it is open which belong together. Drop those of one side on its half of the page: they are read as one table.`,
  'unreachable-address': (values) => unreachable(values),
  'no-input': ({ input }) => `"${input}" must be a File, a Blob or an address of this page's own origin.`,
  'page-option': (values) => `The report’s file cannot be made. ${configProblem(values, undefined)}`,
  logo: (values) => logo(values),
};
