import type { TextRow } from '../slices/rows.ts';
import { isRepeated } from './repeated.ts';
import { filledIn, fits, isEmpty, isValue, type Body } from './body.ts';

/** Rows that have to follow names for them to be those of another table. */
const FOLLOWING = 2;
/** Lines that tell it: a title, names and rows. */
const LOOKED_AT = 4;

/**
 * Where another table starts below the first: behind a blank line (or a row of delimiters alone), with names that are no row of this one and
 * rows below them that have as many fields as these names, or values under them. Without a blank line both have to be of another width.
 * @param rows of the file, from the table's first row on
 * @param table the first one
 * @param table.body what its rows are like
 * @param table.repeatable lines of its head, below which it goes on where no blank line stands before them
 * @returns the indices at which each of the others starts: of the blank row before, or of its names
 */
export function tablesBelow(
  rows: readonly TextRow[],
  { body, repeatable }: { body: Body; repeatable: readonly string[][] },
): number[] {
  const found: number[] = [];
  const fields = (index: number): string[] => rows[index]?.fields ?? [];
  const following = (index: number): string[][] => rows.slice(index, index + LOOKED_AT).map((row) => row.fields);
  const starts = (i: number): boolean => {
    if (isRepeated(fields(i), repeatable)) return false;
    if (!isEmpty(fields(i))) return fields(i).length !== body.width && startsAtOnce(following(i), body);
    return !isEmpty(fields(i + 1)) && startsTable(following(i + 1), body);
  };
  for (let i = 1; i < rows.length - FOLLOWING; i++) if (starts(i)) found.push(i);
  return found;
}

function startsAtOnce([names = [], ...below]: readonly string[][], body: Body): boolean {
  const rows = below.slice(0, FOLLOWING);
  if (names.length < 2 || rows.length < FOLLOWING || names.some(isValue) || fits(body, names)) return false;
  const isFull = names.every((name) => name.trim() !== '') && new Set(names).size === names.length;
  return isFull && rows.every((fields) => fields.length === names.length && fields.some(isValue));
}

function startsTable(rows: readonly string[][], body: Body): boolean {
  // A title may stand above the names.
  const [title = [], ...rest] = rows;
  const named = filledIn(title) === 1 && body.width > 1 ? rest : rows;
  const [names = [], ...below] = named;
  const width = filledIn(names);
  if (width < 2 || names.some(isValue) || fits(body, names)) return false;
  const filled = below.filter((fields) => !isEmpty(fields)).slice(0, FOLLOWING);
  if (filled.length < FOLLOWING) return false;
  const alike = filled.every((fields) => Math.abs(filledIn(fields) - width) <= 1);
  const differ = width !== body.width || filled.some((fields) => !fits(body, fields));
  return alike && (differ || filled.some((fields) => fields.some(isValue)));
}
