import type { ReadOptions } from '../options.ts';
import { isBlank, splitRows, type RowMarks, type TextRow } from '../rows.ts';
import { looksTyped } from './cells.ts';

/** How a text table is put together. */
export interface Dialect {
  /** Empty: the table has one column. */
  delimiter: string;
  newline: '\n' | '\r';
  /** Lines before the header (or the first row), blank ones included. */
  skipLines: number;
  header: boolean;
  /** Lines that start with it are no rows; null where there are none. */
  comment: '#' | null;
  /** Whether the head holds quoted fields. */
  quoted: boolean;
}

export interface Head {
  dialect: Dialect;
  names: string[];
  /** Lines up to the first row. */
  bodyLine: number;
  rows: string[][];
}

/** Stands for "no delimiter": a control code that ASCII keeps for the purpose, and that no text table holds. */
export const NO_DELIMITER = '\u001f';

/** Characters that delimit, the usual ones first; the last ones also stand in times and texts, so they must be the better sign. */
const DELIMITERS: readonly [mark: string, weight: number][] = [
  ...[',', ';', '\t', '|'].map((mark): [string, number] => [mark, 1]),
  ...['\u0001', '^', '~', '!', '¦', '§'].map((mark): [string, number] => [mark, 0.9]),
  [':', 0.3],
  [' ', 0.4],
];
/** In a cell it speaks against its delimiter; a comma before a digit or a blank is a decimal mark or prose. */
const OTHER_DELIMITER = /[;\t|]|,(?=[^\d\s])/;
/** Rows that the delimiter is told by. */
const SNIFF_ROWS = 500;
/** Rows of the head that are looked at cell by cell. */
const HEAD_ROWS = 10_000;

/**
 * Finds out how a text table is put together.
 * @param text its head: whole rows
 * @param options what is known already
 */
export function readHead(text: string, options: ReadOptions): Head {
  const newline = text.includes('\n') ? '\n' : '\r';
  const declared = declaredDelimiter(text, options);
  const delimiter = options.delimiter ?? declared ?? guessDelimiter(text, newline);
  const textRows = headRows(text, { delimiter: delimiter || NO_DELIMITER, newline }).slice(
    declared === undefined ? 0 : 1,
  );
  const width = usualWidth(textRows.map(({ fields }) => fields));
  const table = textRows.slice(firstRow(textRows, width, options.skipLines));
  const comment = commentMark(table, width, options);
  const body = table.filter(({ fields }) => !isBlank(fields) && !isComment(fields, comment));
  const cells = body.map(({ fields }) => fields);
  const header = options.header ?? isHeader(cells[0] ?? [], cells.slice(1));
  const skipLines = body[0]?.line ?? 0;
  return {
    dialect: { delimiter, newline, skipLines, header, comment, quoted: text.includes('"') },
    bodyLine: header ? lineBehind(body[0], textRows, text) : skipLines,
    ...(header ? named(cells, width) : unnamed(cells, width)),
  };
}

const named = ([top = [], ...rows]: string[][], width: number): Pick<Head, 'names' | 'rows'> => ({
  names: namesOf(top, rows, width),
  rows,
});

const unnamed = (rows: string[][], width: number): Pick<Head, 'names' | 'rows'> => ({
  names: unique(Array.from({ length: Math.max(width, rows[0]?.length ?? 0) }, () => '')),
  rows,
});

/** The line that some spreadsheets write before all others: `sep=;`. */
const declaredDelimiter = (text: string, { asWritten }: ReadOptions): string | undefined =>
  asWritten ? undefined : /^"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(text)?.[1];

function headRows(text: string, marks: RowMarks): TextRow[] {
  const rows: TextRow[] = [];
  for (const row of splitRows(text, marks)) if (rows.push(row) > HEAD_ROWS) break;
  return rows;
}

/** The line behind a row; what is blank or a comment there is left out again when the rows are read. */
function lineBehind(row: TextRow | undefined, rows: readonly TextRow[], text: string): number {
  const next = row === undefined ? undefined : rows[rows.indexOf(row) + 1];
  return next?.line ?? text.split('\n').length;
}

function guessDelimiter(text: string, newline: '\n' | '\r'): string {
  const scored = DELIMITERS.map(([mark, weight]) => ({ mark, score: weight * fit(text, mark, newline) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 0.25 ? best.mark : '';
}

/** How well a delimiter fits: the share of rows of the usual width, less where cells hold other delimiters; 0 for one column. */
function fit(text: string, delimiter: string, newline: '\n' | '\r'): number {
  if (!text.includes(delimiter)) return 0;
  const rows: string[][] = [];
  for (const { fields } of splitRows(text, { delimiter, newline })) {
    if (!isBlank(fields)) rows.push(fields);
    if (rows.length >= SNIFF_ROWS) break;
  }
  const width = usualWidth(rows);
  if (width < 2) return 0;
  const usual = rows.filter((row) => row.length === width);
  const cells = usual.flat();
  const mixed = cells.filter((cell) => OTHER_DELIMITER.test(cell.replaceAll(delimiter, ''))).length;
  const typed = cells.filter(looksTyped).length;
  return (usual.length / rows.length) * (1 - (0.7 * mixed) / cells.length) * (0.9 + (0.1 * typed) / cells.length);
}

/** The number of fields that most rows have; among equals the larger. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlank(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  // Rows of one field are titles or remarks where there are others.
  const wide = [...counts].filter(([width, n]) => width > 1 && n * 4 >= rows.length);
  return (wide.length > 0 ? wide : [...counts]).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** The first row of the table: of the usual width, or a header that is one field shorter; behind the lines to skip, where they are told. */
function firstRow(rows: readonly TextRow[], width: number, skipLines: number | undefined): number {
  const found = rows.findIndex(({ fields, line }) =>
    skipLines === undefined ? isRow(fields, width) : line >= skipLines,
  );
  if (found === -1) return rows.length;
  if (skipLines === undefined) {
    const padded = paddedTitles(rows.slice(found), width);
    if (padded > 0) return found + padded;
  }
  const previous = rows[found - 1]?.fields ?? [];
  const shorter = previous.length > 1 && previous.length >= width - 1 && previous.every(isName);
  return skipLines === undefined && shorter && rows[found]?.fields.some(looksTyped) === true ? found - 1 : found;
}

/** Of the usual width, or wider with values in it: a row with surplus fields, not a title. */
const isRow = (fields: readonly string[], width: number): boolean =>
  fields.length === width
    ? !isBlank(fields)
    : fields.length > width && width > 1 && fields.filter(looksTyped).length * 2 >= width;

/** Titles in the first cells of rows that a spreadsheet has filled up with delimiters: how many stand above a row of names. */
function paddedTitles(rows: readonly TextRow[], width: number): number {
  const filled = ({ fields }: TextRow): number => fields.filter((cell) => cell.trim() !== '').length;
  const index = rows.findIndex((row) => filled(row) > width / 2);
  const names = rows[index]?.fields.filter((cell) => cell.trim() !== '') ?? [];
  const isNames = names.length >= width - 1 && names.every(isName);
  return isNames && rows[index + 1]?.fields.some(looksTyped) === true ? index : 0;
}

const isName = (cell: string): boolean => cell.trim() !== '' && !looksTyped(cell);

function commentMark(table: readonly TextRow[], width: number, { asWritten }: ReadOptions): '#' | null {
  if (asWritten) return null;
  const marked = table.slice(1).filter(({ fields }) => fields[0]?.startsWith('#'));
  return marked.length > 0 && marked.every(({ fields }) => fields.length !== width || width === 1) ? '#' : null;
}

const isComment = (fields: readonly string[], comment: '#' | null): boolean =>
  comment !== null && fields[0]?.startsWith(comment) === true;

/** A row of names: no value among them, where the cells below are values; else unlike any row below in every cell. */
function isHeader(top: readonly string[], bodyRows: readonly string[][]): boolean {
  const sample = bodyRows.slice(0, SNIFF_ROWS);
  const typed = top.filter(looksTyped).length;
  // A year may be a name, beside others.
  if (typed > 0 && (typed * 2 >= top.length || sample.length === 0)) return false;
  const share = (i: number): number =>
    sample.filter((row) => looksTyped(row[i] ?? '')).length / Math.max(1, sample.length);
  const evidence = top.map((cell, i) => (share(i) <= 0.5 ? 0 : looksTyped(cell) ? -1 : 1));
  const sum = evidence.reduce<number>((total, value) => total + value, 0);
  if (sum !== 0) return sum > 0;
  const repeated = (cell: string, i: number): boolean => cell !== '' && sample.some((row) => row[i] === cell);
  return new Set(top).size === top.length && !top.some(repeated);
}

/**
 * Names from a header; one that is shorter by one than its rows leaves out the name of the first column (the row's
 * name), unless the last cell of every row is empty.
 */
function namesOf(top: readonly string[], rows: readonly string[][], width: number): string[] {
  const names = top.map((name) => name.trim());
  if (names.length !== width - 1) return unique(names);
  const trailing = rows.every((row) => row.length < width || row[width - 1]?.trim() === '');
  return unique(trailing ? [...names, ''] : ['', ...names]);
}

/** Columns are matched by name, so a name stands once: a second `a` becomes `a (2)`, no name becomes `column 3`. */
function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given, i) => {
    const wanted = given === '' ? `column ${String(i + 1)}` : given;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted} (${String(copy)})`;
    taken.add(name);
    return name;
  });
}
