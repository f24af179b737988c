import type { ReadOptions } from '../options.ts';
import { isBlank, splitRows, type RowMarks, type TextRow } from '../rows.ts';
import { looksTyped } from './cells.ts';
import { guessDelimiter, usualWidth } from './delimiter.ts';
import { isHeader } from './header.ts';

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
