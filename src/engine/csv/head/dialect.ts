import type { ReadOptions } from '../options.ts';
import type { RowMarks } from '../slices/quoted-row.ts';
import { isBlank, splitRows, type TextRow } from '../slices/rows.ts';
import { isEmpty, type Body } from '../frame/body.ts';
import { freeName } from '../../../facts/free-name.ts';
import { frameOf, type Frame } from '../frame/frame.ts';
import { isRepeated } from '../frame/repeated.ts';
import { refuseWide } from '../../refuse-wide.ts';
import { usualWidth } from './delimiter.ts';
import { declaredDelimiter, fieldForm, marksIn, type FieldForm } from './field-form.ts';

/** How a text table is put together. */
export interface Dialect extends FieldForm {
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
  /** Names that stand more than once, each once. */
  namesTwice: string[];
  /** Lines up to the first row. */
  bodyLine: number;
  /** The line behind the table's last row, where another table follows; null where it goes to the end. */
  endLine: number | null;
  frame: Pick<Frame, 'unnamed' | 'rowNames' | 'above' | 'below' | 'emptyAbove' | 'repeatable' | 'table' | 'tables'>;
  body: Body;
  /** All rows of the table that the head holds, blank ones and comments included. */
  tableRows: TextRow[];
  /** Fields without a name or a cell behind the last column, in all rows of the head. */
  surplus: number;
  /** No row of the head was left unread. */
  complete: boolean;
  /** Rows of delimiters alone that were left out. */
  emptyRows: number;
  rows: string[][];
}

/** Rows of the head that are looked at cell by cell. */
const HEAD_ROWS = 10_000;

/** Rows that tell how wide a table is before any other look at it. */
const WIDTH_ROWS = 100;

/**
 * Finds out how a text table is put together.
 * @param text its head: whole rows
 * @param options what is known already
 */
export function readHead(text: string, options: ReadOptions): Head {
  const newline = text.includes('\n') ? '\n' : '\r';
  const declared = declaredDelimiter(text, options);
  const form = fieldForm(text, {
    newline,
    known: options.delimiter ?? declared.delimiter,
    options,
  });
  const textRows = headRows(text, marksIn({ ...form, newline })).slice(declared.lines);
  refuseWide(usualWidth(textRows.slice(0, WIDTH_ROWS).map(({ fields }) => fields)));
  const comment = commentMark(textRows, options);
  const frame = frameOf(textRows, options, (fields) => isComment(fields, comment));
  const { start, end, skipLines } = frame;
  const tableRows = textRows.slice(start, end);
  const { rows, emptyRows } = rowsOf(tableRows, comment, frame.repeatable);
  const names = frame.names ?? unnamed(Math.max(frame.body.width, rows[0]?.length ?? 0));
  const quoted = form.quote !== '' && text.includes(form.quote);
  return {
    dialect: { ...form, newline, skipLines, header: frame.names !== null, comment, quoted },
    bodyLine: textRows[start]?.line ?? text.split('\n').length,
    endLine: textRows[end]?.line ?? null,
    ...{ frame, body: frame.body, tableRows, emptyRows, rows },
    surplus: surplusOf(rows, names.length),
    complete: textRows.length <= HEAD_ROWS,
    ...unique(names),
  };
}

const unnamed = (width: number): string[] => Array.from({ length: width }, () => '');

/** Rows of a table without blank lines, comments and lines of the head, and in tables of several columns without rows of delimiters alone. */
function rowsOf(
  tableRows: readonly TextRow[],
  comment: '#' | null,
  repeatable: readonly string[][],
): Pick<Head, 'rows' | 'emptyRows'> {
  const rows = tableRows
    .map(({ fields }) => fields)
    .filter((fields) => !isBlank(fields) && !isComment(fields, comment) && !isRepeated(fields, repeatable));
  const [first = []] = rows;
  const filled = first.length > 1 ? rows.filter((fields) => !isEmpty(fields)) : rows;
  return { rows: filled, emptyRows: rows.length - filled.length };
}

/** Delimiters at the ends of rows, as many in each: they hold nothing. */
function surplusOf(rows: readonly string[][], width: number): number {
  const [first = 0] = rows.map(({ length }) => length - width);
  const alike = rows.every(
    (row) => row.length - width === first && row.slice(width).every((cell) => cell.trim() === ''),
  );
  return alike ? Math.max(0, first) : 0;
}

function headRows(text: string, marks: RowMarks): TextRow[] {
  const rows: TextRow[] = [];
  for (const row of splitRows(text, marks)) if (rows.push(row) > HEAD_ROWS) break;
  return rows;
}

/** A cell that starts with it (`#NUM!`) is none in a table of one column: there a blank has to follow. */
function commentMark(rows: readonly TextRow[], { asWritten }: ReadOptions): '#' | null {
  if (asWritten) return null;
  const width = usualWidth(rows.map(({ fields }) => fields));
  const marked = rows.filter(({ fields }) => fields[0]?.startsWith('#'));
  const areComments =
    width === 1
      ? marked.every(({ fields }) => /^#+(?:\s|$)/.test(fields[0] ?? ''))
      : marked.every(({ fields, line }) => fields.length !== width || line < FIRST_LINES);
  return marked.length > 0 && areComments ? '#' : null;
}

/** Lines at the start of a file, where names may stand behind a mark of comments. */
const FIRST_LINES = 50;

const isComment = (fields: readonly string[], comment: '#' | null): boolean =>
  comment !== null && fields[0]?.startsWith(comment) === true;

/** Columns are matched by name, so a name stands once: a second `a` becomes `a (2)`, no name becomes `column 3`. */
function unique(names: readonly string[]): Pick<Head, 'names' | 'namesTwice'> {
  const taken = new Set<string>();
  const wanted = names.map((given, i) => (given === '' ? `column ${String(i + 1)}` : given));
  const found = wanted.map((name) => freeName(name, taken));
  return { names: found, namesTwice: [...new Set(wanted.filter((name, i) => name !== found[i]))] };
}
