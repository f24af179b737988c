import { isHeader } from '../head/header.ts';
import { timeShape } from '../times/shape.ts';
import { countsOf, filledIn, fits, isDivider, isEmpty, type Body } from './body.ts';
import { markedNames } from './column-names.ts';
import { headerLines, type HeaderLines } from './names.ts';
import type { Seen } from './seen.ts';
import { isWordRow } from './word-row.ts';

/** Index of the first row, and the names above it: undefined where they are still to be looked for. */
export interface FirstRow {
  row: number;
  header?: HeaderLines | null;
}

/** Rows that are looked at for the first of a table. */
const LONGEST_PREAMBLE = 200;

/**
 * The head is so many lines, as was told.
 * @param cells of the text
 * @param lines of its head
 */
export function headOf(cells: readonly string[][], lines: number): { row: number; header: HeaderLines | null } {
  if (lines === 0) return { row: 0, header: null };
  const head = headerLines(cells.slice(0, lines), 1);
  const [names = []] = cells;
  return {
    row: Math.min(lines, cells.length),
    header: { lines, names: head?.names ?? names, below: head?.below ?? [] },
  };
}

/**
 * Finds the first row, and the names where they stand in a row that looks like the others (years, class numbers).
 * @param seen the rows
 */
export function firstRow(seen: Seen): FirstRow {
  const { cells, body, options, isComment } = seen;
  if (body.width === 1) return ofOneColumn(seen);
  const found = cells
    .slice(0, LONGEST_PREAMBLE)
    .findIndex((fields, i) => !isComment(fields) && fits(body, fields) && goesOn(seen, i));
  const row = found === -1 ? cells.length : upTo(seen, found);
  if (options.header === false) return { row: options.skipLines === undefined ? row : 0, header: null };
  if (options.skipLines !== undefined && row === 0) return firstOfTold(seen);
  return found === -1 ? firstFull(seen) : withNames(seen, row);
}

const namesIn = (top: readonly string[]): HeaderLines => ({
  lines: 1,
  names: top.map((cell) => cell.trim()),
  below: [],
});

const isNamed = ({ cells, isComment }: Seen, row: number): boolean =>
  isHeader(
    cells[row] ?? [],
    cells.slice(row + 1).filter((fields) => !isComment(fields) && !isEmpty(fields)),
  );

/** The lines before it were told, and it looks like a row. */
function firstOfTold(seen: Seen): FirstRow {
  const { cells, options } = seen;
  return options.header === true || isNamed(seen, 0)
    ? { row: 1, header: namesIn(cells[0] ?? []) }
    : { row: 0, header: null };
}

/** Names stand above the row, or it holds them itself. */
function withNames(seen: Seen, row: number): FirstRow {
  const { cells, body, options, isComment } = seen;
  const told = headerLines(
    cells.slice(0, row).filter((fields) => !isComment(fields)),
    body.width,
  );
  if (told !== null && told.names.length >= body.width - 1 && row > 0) return { row };
  const holdsNames = isNamed(seen, row) || (row === 0 && options.header === true);
  return holdsNames ? { row: row + 1, header: namesIn(cells[row] ?? []) } : { row };
}

/** Any line is a row there, and the first one may be a name. */
function ofOneColumn({ cells, options, isComment }: Seen): FirstRow {
  const first = cells.findIndex((fields) => !isComment(fields) && !isEmpty(fields));
  if (first === -1) return { row: cells.length, header: null };
  const top = cells[first] ?? [];
  const marked = markedNames(cells.slice(0, first), 1);
  if (marked !== null) return { row: first, header: marked };
  const header = options.header ?? isHeader(top, cells.slice(first + 1));
  return header ? { row: first + 1, header: namesIn(top) } : { row: first, header: null };
}

/** The first of the rows right above one that hold about as many values as words: rows with odd cells, or names that are numbers. */
function upTo({ cells, body, isComment }: Seen, row: number): number {
  let top = row;
  for (let above = cells[top - 1]; above !== undefined && !isComment(above); above = cells[top - 1]) {
    if (isEmpty(above) || isDivider(above) || above.length !== body.width) return top;
    if (!body.typed.some(Boolean)) return top;
    const isRow = couldBeRow(above, body, top < 2) || isWordRow(above, cells[top - 2] ?? [], cells.slice(row), body);
    if (!isRow) return top;
    top--;
  }
  return top;
}

/** As many values as words, or a time among words, as where a machine starts. */
function couldBeRow(fields: readonly string[], body: Body, isFirst: boolean): boolean {
  const { values, words } = countsOf(body, fields);
  if (values < words) return !isFirst && fields.some((cell, i) => body.typed[i] === true && isTime(cell));
  return values > 0 || !isFirst;
}

const isTime = (cell: string): boolean => timeShape(cell.trim()) !== null;

/** Of two or three rows behind a first one most are such too: a title with a date in it is none. */
function goesOn({ cells, body, isComment }: Seen, i: number): boolean {
  const next = cells
    .slice(i + 1, i + 12)
    .filter((fields) => !isEmpty(fields) && !isComment(fields))
    .slice(0, 3);
  return next.length === 0 || next.filter((fields) => fits(body, fields)).length * 2 >= next.length;
}

/** No row is like the others, as in a table of a header alone. */
function firstFull(seen: Seen): FirstRow {
  const { cells, body } = seen;
  const full = cells.findIndex((fields) => filledIn(fields) * 2 > body.width && !isDivider(fields));
  if (full === -1) return { row: cells.length, header: null };
  const names = (cells[full] ?? []).map((cell) => cell.trim());
  return isHeader(names, cells.slice(full + 1))
    ? { row: full + 1, header: { lines: 1, names, below: [] } }
    : { row: full, header: null };
}
