import type { ReadOptions } from '../options.ts';
import type { TextRow } from '../slices/rows.ts';
import { usualWidth } from '../head/delimiter.ts';
import { bodyOf, isEmpty, type Body } from './body.ts';
import { firstRow, headOf } from './first-row.ts';
import { numbersColumns } from './column-numbers.ts';
import type { HeaderLines } from './names.ts';
import { namesAbove, namesFor, type ColumnNames } from './column-names.ts';
import type { IsComment, Seen } from './seen.ts';
import { linesToRepeat } from './repeated.ts';
import { tablesBelow } from './tables.ts';

/** Where in the rows of a text its table stands. */
export interface Frame extends ColumnNames {
  body: Body;
  /** Index of the first row of the table. */
  start: number;
  /** Index behind its last row. */
  end: number;
  /** Lines before the names, or before the first row where there are none. */
  skipLines: number;
  /** Lines before the names that hold anything, as they stand in the file. */
  above: string[];
  /** Cells between the names and the first row, and rows of delimiters alone there. */
  below: string[];
  emptyAbove: number;
  /** Lines of the head that are no rows where they stand among them again. */
  repeatable: string[][];
  /** Which of how many tables it is. */
  table: number;
  tables: number;
}

/**
 * Finds the table in the rows of a text: what stands above it are titles and names, what stands below a blank line may be another table.
 * @param rows of the text, comments too
 * @param options what is known already
 * @param isComment whether a row is left out
 */
export function frameOf(rows: readonly TextRow[], options: ReadOptions, isComment: IsComment): Frame {
  const starts = [0];
  for (;;) {
    const start = starts.at(-1) ?? 0;
    const part = frameFrom(
      rows.slice(start),
      options.table === undefined || starts.length === 1 ? options : { ...options, skipLines: undefined },
      isComment,
    );
    const next = tablesBelow(rows.slice(start + part.start), part)[0];
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
  isComment: IsComment,
): number {
  if (end >= rows.length) return 0;
  const rest = frameFrom(rows.slice(end), { ...options, skipLines: undefined }, isComment);
  const next = tablesBelow(rows.slice(end + rest.start), rest)[0];
  return 1 + (next === undefined ? 0 : tablesAfter(rows, { end: end + rest.start + next }, options, isComment));
}

type Part = Omit<Frame, 'table' | 'tables' | 'end'>;

function frameFrom(lines: readonly TextRow[], options: ReadOptions, isComment: IsComment): Part {
  const from = options.skipLines === undefined ? 0 : lines.findIndex(({ line }) => line >= (options.skipLines ?? 0));
  const first = from === -1 ? lines.length : from;
  const rows = lines.slice(first);
  const cells = rows.map(({ fields }) => fields);
  const plain = cells.filter((fields) => !isComment(fields));
  const body = bodyOf(plain, usualWidth(plain));
  const seen: Seen = { cells, body, options, isComment };
  const { row, header } = behindNumbers(seen, headAndFirstRow(seen));
  const top = row - (header?.lines ?? 0);
  const above = cells.slice(top, row).filter((fields) => fields.length > 1 && isEmpty(fields));
  return {
    body,
    ...(header === null ? NO_NAMES : namesFor(header, rowsFrom(seen, row), body)),
    start: first + row,
    skipLines: lineOf(rows, top) ?? (lines.at(-1)?.line ?? -1) + 1,
    above: lines.slice(0, first + top).flatMap(({ fields }) => (isEmpty(fields) ? [] : [textOf(fields)])),
    below: header?.below ?? [],
    emptyAbove: header === null ? 0 : above.length,
    repeatable: repeatableIn({ cells, body }, row, header),
  };
}

const textOf = (fields: readonly string[]): string => fields.filter((cell) => cell.trim() !== '').join(' · ');

/** Where a head was found, its lines may stand among the rows again. */
const repeatableIn = (
  { cells, body }: Pick<Seen, 'cells' | 'body'>,
  row: number,
  header: HeaderLines | null,
): string[][] => (header === null ? [] : linesToRepeat(cells.slice(0, row), row - header.lines, body.width));

const NO_NAMES: ColumnNames = { names: null, unnamed: 0, rowNames: false };

/** Without a line below the names that only numbers the columns. */
function behindNumbers(
  { cells, body, options }: Seen,
  { row, header }: { row: number; header: HeaderLines | null },
): { row: number; header: HeaderLines | null } {
  const next = cells[row] ?? [];
  if (header === null || options.headerLines !== undefined || !numbersColumns(next, body)) return { row, header };
  return { row: row + 1, header: { ...header, lines: header.lines + 1, below: [...header.below, ...next] } };
}

function headAndFirstRow(seen: Seen): { row: number; header: HeaderLines | null } {
  const { cells, options } = seen;
  if (options.headerLines !== undefined) return headOf(cells, options.headerLines);
  const { row, header } = firstRow(seen);
  return { row, header: header ?? namesAbove(seen, row) };
}

const rowsFrom = ({ cells, isComment }: Seen, row: number): string[][] =>
  cells.slice(row).filter((fields) => !isComment(fields));

/** A line before which nothing stands is the first one; there is none behind the last. */
const lineOf = (rows: readonly TextRow[], index: number): number | undefined => rows[index]?.line;
