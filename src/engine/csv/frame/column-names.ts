import { largest } from '../../../facts/extremes.ts';
import { isEmpty, type Body } from './body.ts';
import { headerLines, type HeaderLines } from './names.ts';
import { areRowNames } from './row-names.ts';
import type { Seen } from './seen.ts';

/** The names of a table's columns. */
export interface ColumnNames {
  /** As written, one for each column; null where the table has none. */
  names: string[] | null;
  /** Columns that rows have and the names leave out, the first field's name apart. */
  unnamed: number;
  /** Whether the first of them stands for names of rows, which have no name. */
  rowNames: boolean;
}

const COMMENT = /^\s*(?:#+|%+|\/\/|!)\s*/;

/**
 * Names in the lines above a table's first row.
 * @param seen the rows of the text
 * @param start the first of the table
 */
export function namesAbove({ cells, body, isComment, options }: Seen, start: number): HeaderLines | null {
  if (options.header === false) return null;
  const preamble = cells.slice(0, start);
  const plain = withoutRemarks(
    preamble.filter((fields) => !isComment(fields)),
    body.width,
  );
  const told = headerLines(plain, body.width);
  if (told === null) return markedNames(preamble, body.width);
  // Comments between the names and the rows are lines too.
  const behind = start - 1 - preamble.findLastIndex((fields) => plain.includes(fields) && !isEmpty(fields));
  return { ...told, lines: told.lines + (isEmpty(plain.at(-1) ?? ['x']) ? 0 : behind) };
}

const REMARK = /^\s*(?:%|\/\/|!)/;

/** Lines without those behind a mark of comments, where one of them has another number of fields than the rows: it is no line of names. */
function withoutRemarks(lines: readonly string[][], width: number): readonly string[][] {
  const isRemark = ([first = '']: readonly string[]): boolean => REMARK.test(first);
  return lines.some((fields) => isRemark(fields) && fields.length !== width)
    ? lines.filter((fields) => !isRemark(fields))
    : lines;
}

/**
 * Names behind a mark of comments: the last such line above the rows that has as many fields.
 * @param preamble the lines above the rows
 * @param width fields that rows have
 */
export function markedNames(preamble: readonly string[][], width: number): HeaderLines | null {
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

/**
 * One name a column: rows may have a field more (their own name, or delimiters at their ends) or fewer.
 * @param header the lines of names
 * @param header.names as they are written
 * @param rows of the table
 * @param body what they are like
 */
export function namesFor({ names }: HeaderLines, rows: readonly string[][], { width }: Body): ColumnNames {
  const last = names.findLastIndex((name) => name !== '');
  const written = names.slice(0, Math.max(last + 1, Math.min(width, names.length)));
  const missing = width - written.length;
  if (missing <= 0) return { names: trailingEmpty(written, rows), unnamed: 0, rowNames: false };
  if (missing === 1 && areRowNames(rows.filter((row) => row.length === width)))
    return { names: ['', ...written], unnamed: 0, rowNames: true };
  const unnamed = Math.max(0, Math.min(width, filledUpTo(rows, width)) - written.length);
  return { names: [...written, ...Array.from({ length: unnamed }, () => '')], unnamed, rowNames: false };
}

/** Fields up to the last one that any row fills; longer rows apart. */
const filledUpTo = (rows: readonly string[][], width: number): number =>
  largest(
    rows.map((row) => (row.length <= width ? row.findLastIndex((cell) => cell.trim() !== '') + 1 : 0)),
    0,
  );

/** Names without the empty ones behind the last, where no row has a cell there. */
function trailingEmpty(names: readonly string[], rows: readonly string[][]): string[] {
  const last = names.findLastIndex((name) => name !== '') + 1;
  return names.slice(0, Math.max(1, last, filledUpTo(rows, names.length)));
}
