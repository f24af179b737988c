import { largest } from '../../../facts/extremes.ts';
import type { ReadOptions } from '../options.ts';
import type { TextRow } from '../rows.ts';
import { isHeader } from '../head/header.ts';
import { usualWidth } from '../head/delimiter.ts';
import { bodyOf, countsOf, filledIn, fits, isDivider, isEmpty, type Body } from './body.ts';
import { headerLines, type HeaderLines } from './names.ts';
import { areRowNames } from './row-names.ts';
import { tablesBelow } from './tables.ts';

/** Where in the rows of a text its table stands. */
export interface Frame {
  body: Body;
  /** Index of the first row of the table. */
  start: number;
  /** Index behind its last row. */
  end: number;
  /** Lines before the names, or before the first row where there are none. */
  skipLines: number;
  /** As written, one for each column; null where the table has none. */
  names: string[] | null;
  /** Columns that rows have and the names leave out, the first field's name apart. */
  unnamed: number;
  /** Cells between the names and the first row. */
  below: string[];
  /** Which of how many tables it is. */
  table: number;
  tables: number;
}

/** Rows that are looked at for the first of a table. */
const LONGEST_PREAMBLE = 200;
const COMMENT = /^\s*(?:#+|%+|\/\/|!)\s*/;

/**
 * Finds the table in the rows of a text: what stands above it are titles and names, what stands below a blank line may be another table.
 * @param rows of the text, comments too
 * @param options what is known already
 * @param isComment whether a row is left out
 */
export function frameOf(
  rows: readonly TextRow[],
  options: ReadOptions,
  isComment: (fields: readonly string[]) => boolean,
): Frame {
  const starts = [0];
  for (;;) {
    const start = starts.at(-1) ?? 0;
    const part = frameFrom(
      rows.slice(start),
      options.table === undefined || starts.length === 1 ? options : { ...options, skipLines: undefined },
      isComment,
    );
    const next = tablesBelow(rows.slice(start + part.start), part.body)[0];
    const frame = {
      ...part,
      start: start + part.start,
      end: next === undefined ? rows.length : start + part.start + next,
    };
    const wanted = options.table ?? 1;
    if (starts.length === wanted || next === undefined) {
      return { ...frame, table: starts.length, tables: starts.length + tablesAfter(rows, frame, options, isComment) };
    }
    starts.push(frame.end);
  }
}

/** How many tables stand below one. */
function tablesAfter(
  rows: readonly TextRow[],
  { end }: Pick<Frame, 'end'>,
  options: ReadOptions,
  isComment: (fields: readonly string[]) => boolean,
): number {
  if (end >= rows.length) return 0;
  const rest = frameFrom(rows.slice(end), { ...options, skipLines: undefined }, isComment);
  const next = tablesBelow(rows.slice(end + rest.start), rest.body)[0];
  return 1 + (next === undefined ? 0 : tablesAfter(rows, { end: end + rest.start + next }, options, isComment));
}

type Part = Omit<Frame, 'table' | 'tables' | 'end'>;

function frameFrom(
  lines: readonly TextRow[],
  options: ReadOptions,
  isComment: (fields: readonly string[]) => boolean,
): Part {
  const from = options.skipLines === undefined ? 0 : lines.findIndex(({ line }) => line >= (options.skipLines ?? 0));
  const first = from === -1 ? lines.length : from;
  const rows = lines.slice(first);
  const cells = rows.map(({ fields }) => fields);
  const width = usualWidth(cells.filter((fields) => !isComment(fields)));
  const body = bodyOf(
    cells.filter((fields) => !isComment(fields)),
    width,
  );
  const start =
    options.headerLines === undefined ? firstRow(cells, body, options, isComment) : headOf(cells, options.headerLines);
  const header = start.header ?? namesAbove(cells, { body, start: start.row, isComment, options });
  const framed =
    header === null
      ? { names: null, unnamed: 0 }
      : namesFor(
          header,
          cells.slice(start.row).filter((fields) => !isComment(fields)),
          body,
        );
  const top = header === null ? start.row : start.row - header.lines;
  return {
    body,
    ...framed,
    start: first + start.row,
    skipLines: rows[top]?.line ?? (top < rows.length ? 0 : (lines.at(-1)?.line ?? -1) + 1),
    below: header?.below ?? [],
  };
}

/** The head is so many lines, as was told. */
function headOf(cells: readonly string[][], lines: number): { row: number; header: HeaderLines | null } {
  if (lines === 0) return { row: 0, header: null };
  const head = headerLines(cells.slice(0, lines), 1);
  const [names = []] = cells;
  return {
    row: Math.min(lines, cells.length),
    header: { lines, names: head?.names ?? names, below: head?.below ?? [] },
  };
}

/** Index of the first row, and the names where they stand in a row that looks like the others (years, class numbers). */
function firstRow(
  cells: readonly string[][],
  body: Body,
  options: ReadOptions,
  isComment: (fields: readonly string[]) => boolean,
): { row: number; header?: HeaderLines | null } {
  if (body.width === 1) return ofOneColumn(cells, options, isComment);
  const found = cells
    .slice(0, LONGEST_PREAMBLE)
    .findIndex((fields, i) => !isComment(fields) && fits(body, fields) && goesOn(cells, { body, i, isComment }));
  const row = found === -1 ? cells.length : upTo(cells, { body, row: found, isComment });
  const below = cells.slice(row + 1).filter((fields) => !isComment(fields) && !isEmpty(fields));
  const top = cells[row] ?? [];
  const alone = { row: row + 1, header: { lines: 1, names: top.map((cell) => cell.trim()), below: [] } };
  if (options.header === false) return { row: options.skipLines === undefined ? row : 0, header: null };
  if (options.skipLines !== undefined && row === 0)
    return options.header === true || isHeader(top, below) ? alone : { row, header: null };
  if (found === -1) return firstFull(cells, body);
  const preamble = cells.slice(0, row).filter((fields) => !isComment(fields));
  const told = headerLines(preamble, body.width);
  if (told !== null && told.names.length >= body.width - 1 && row > 0) return { row };
  if (isHeader(top, below)) return alone;
  if (row === 0 && options.header === true) return alone;
  return { row };
}

/** Any line is a row there, and the first one may be a name. */
function ofOneColumn(
  cells: readonly string[][],
  options: ReadOptions,
  isComment: (fields: readonly string[]) => boolean,
): { row: number; header: HeaderLines | null } {
  const first = cells.findIndex((fields) => !isComment(fields) && !isEmpty(fields));
  if (first === -1) return { row: cells.length, header: null };
  const top = cells[first] ?? [];
  const marked = markedNames(cells.slice(0, first), 1);
  if (marked !== null) return { row: first, header: marked };
  const header = options.header ?? isHeader(top, cells.slice(first + 1));
  return header
    ? { row: first + 1, header: { lines: 1, names: top.map((cell) => cell.trim()), below: [] } }
    : { row: first, header: null };
}

/** The first of the rows right above one that hold about as many values as words: rows with odd cells, or names that are numbers. */
function upTo(
  cells: readonly string[][],
  { body, row, isComment }: { body: Body; row: number; isComment: (fields: readonly string[]) => boolean },
): number {
  let top = row;
  for (let above = cells[top - 1]; above !== undefined && !isComment(above); above = cells[top - 1]) {
    if (isEmpty(above) || isDivider(above) || above.length !== body.width) return top;
    const { values, words } = countsOf(body, above);
    if (!body.typed.some(Boolean) || values < words || (values === 0 && top < 2)) return top;
    top--;
  }
  return top;
}

/** Of two or three rows behind a first one most are such too: a title with a date in it is none. */
function goesOn(
  cells: readonly string[][],
  { body, i, isComment }: { body: Body; i: number; isComment: (fields: readonly string[]) => boolean },
): boolean {
  const next = cells
    .slice(i + 1, i + 12)
    .filter((fields) => !isEmpty(fields) && !isComment(fields))
    .slice(0, 3);
  return next.length === 0 || next.filter((fields) => fits(body, fields)).length * 2 >= next.length;
}

/** No row is like the others, as in a table of a header alone. */
function firstFull(cells: readonly string[][], { width }: Body): { row: number; header?: HeaderLines | null } {
  const full = cells.findIndex((fields) => filledIn(fields) * 2 > width && !isDivider(fields));
  if (full === -1) return { row: cells.length, header: null };
  const names = (cells[full] ?? []).map((cell) => cell.trim());
  return isHeader(names, cells.slice(full + 1))
    ? { row: full + 1, header: { lines: 1, names, below: [] } }
    : { row: full, header: null };
}

function namesAbove(
  cells: readonly string[][],
  {
    body,
    start,
    isComment,
    options,
  }: { body: Body; start: number; isComment: (fields: readonly string[]) => boolean; options: ReadOptions },
): HeaderLines | null {
  if (options.header === false) return null;
  const preamble = cells.slice(0, start);
  const plain = preamble.filter((fields) => !isComment(fields));
  const told = headerLines(plain, body.width);
  if (told !== null) {
    // Comments between the names and the rows are lines too.
    const behind = start - 1 - preamble.findLastIndex((fields) => !isComment(fields) && !isEmpty(fields));
    return { ...told, lines: told.lines + (isEmpty(plain.at(-1) ?? ['x']) ? 0 : behind) };
  }
  return markedNames(preamble, body.width);
}

/** Names behind a mark of comments: the last such line above the rows that has as many fields. */
function markedNames(preamble: readonly string[][], width: number): HeaderLines | null {
  for (let i = preamble.length - 1; i >= 0; i--) {
    const [first = '', ...others] = preamble[i] ?? [];
    if (!COMMENT.test(first)) continue;
    const marked = [first.replace(COMMENT, ''), ...others];
    const names = (marked[0] === '' ? others : marked).map((cell) => cell.trim());
    if (Math.abs(names.length - width) > (width > 2 ? 1 : 0) || names.some((name) => name === '')) continue;
    if (width === 1 && /\s/.test(names[0] ?? '')) continue;
    return { lines: preamble.length - i, names, below: [] };
  }
  return null;
}

/** One name a column: rows may have a field more (their own name, or delimiters at their ends) or fewer. */
function namesFor(
  { names }: HeaderLines,
  rows: readonly string[][],
  { width }: Body,
): Pick<Frame, 'names' | 'unnamed'> {
  const last = names.findLastIndex((name) => name !== '');
  const written = names.slice(0, Math.max(last + 1, Math.min(width, names.length)));
  const missing = width - written.length;
  if (missing <= 0) return { names: trailingEmpty(written, rows), unnamed: 0 };
  if (missing === 1 && areRowNames(rows.filter((row) => row.length === width)))
    return { names: ['', ...written], unnamed: 0 };
  const filled = largest(
    rows.map((row) => (row.length <= width ? row.findLastIndex((cell) => cell.trim() !== '') + 1 : 0)),
    0,
  );
  const unnamed = Math.max(0, Math.min(width, filled) - written.length);
  return { names: [...written, ...Array.from({ length: unnamed }, () => '')], unnamed };
}

/** Names without the empty ones behind the last, where no row has a cell there. */
function trailingEmpty(names: readonly string[], rows: readonly string[][]): string[] {
  const last = names.findLastIndex((name) => name !== '') + 1;
  const filled = largest(
    rows.map((row) => (row.length <= names.length ? row.findLastIndex((cell) => cell.trim() !== '') + 1 : 0)),
    last,
  );
  return names.slice(0, Math.max(1, filled));
}
