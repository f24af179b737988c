import type { TextRow } from '../rows.ts';
import { filledIn, fits, isEmpty, isValue, type Body } from './body.ts';

/** Rows that have to follow names for them to be those of another table. */
const FOLLOWING = 2;

/**
 * Where another table starts below the first: behind a blank line (or a row of delimiters alone), with names that are no row of this one and
 * rows below them that have as many fields as these names, or values under them.
 * @param rows of the file, from the table's first row on
 * @param body what the table's rows are like
 * @returns the indices of the blank row before each of the others
 */
export function tablesBelow(rows: readonly TextRow[], body: Body): number[] {
  const found: number[] = [];
  for (let i = 1; i < rows.length - FOLLOWING; i++) {
    if (!isEmpty(rows[i]?.fields ?? []) || isEmpty(rows[i + 1]?.fields ?? [])) continue;
    if (
      startsTable(
        rows.slice(i + 1, i + 5).map(({ fields }) => fields),
        body,
      )
    )
      found.push(i);
  }
  return found;
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
