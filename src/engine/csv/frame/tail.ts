import { filledIn, fits, isDivider, isEmpty, isValue, type Body } from './body.ts';
import { isSum } from './sums.ts';

/** What stands below the rows of a table. */
export interface Tail {
  /** How many of the last rows are none. */
  rows: number;
  /** Those that hold anything, as they stand in the file, the first one first. */
  texts: string[];
  /** Whether one of them sums up what stands above. */
  sums: boolean;
}

const NONE: Tail = { rows: 0, texts: [], sums: false };
/** More lines are no remark. */
const MOST_ROWS = 12;
/**
 * What stands below the last row of a table: remarks, a line that sums up, rows of delimiters alone.
 * @param rows the last ones, or all
 * @param body what the table's rows are like
 * @param whole whether these are all rows, so that a sum can be told by its value
 */
export function tailOf(rows: readonly (readonly string[])[], body: Body, whole: boolean): Tail {
  let end = rows.length;
  const texts: string[] = [];
  let sums = false;
  while (end > 1 && rows.length - end < MOST_ROWS) {
    const fields = rows[end - 1] ?? [];
    const above = rows.slice(0, end - 1);
    if (isSum(fields, above, { body, whole })) sums = true;
    else if (!isNoRow(fields, above, body)) break;
    if (!isEmpty(fields)) texts.unshift(fields.filter((cell) => cell.trim() !== '').join(' · '));
    end--;
  }
  return end === rows.length ? NONE : { rows: rows.length - end, texts, sums };
}

function isNoRow(fields: readonly string[], rows: readonly (readonly string[])[], body: Body): boolean {
  if (isRemark(fields, body) || isDivider(fields) || (isEmpty(fields) && body.width > 1)) return true;
  return standsApart(fields, rows, body) || saysRemark(fields, rows);
}

/** A line with fewer fields and no value where the table has values. */
function isRemark(fields: readonly string[], { width, typed }: Body): boolean {
  if (width < 2 || isEmpty(fields)) return false;
  if (fields.length === 1) return !(typed[0] === true && isValue(fields[0] ?? ''));
  const hasValue = fields.some((cell, i) => typed[i] === true && isValue(cell));
  if (!typed.some(Boolean) || hasValue) return false;
  const alone = filledIn(fields) === 1 && /\s|:|=/.test(fields.find((cell) => cell.trim() !== '')?.trim() ?? '');
  return fields.length < width || alone;
}

/** A line behind a blank one that is like no row: words where the table has values. */
function standsApart(fields: readonly string[], rows: readonly (readonly string[])[], body: Body): boolean {
  const isBlankAbove = isEmpty(rows.at(-1) ?? ['x']) && rows.some((row) => !isEmpty(row));
  return body.width > 1 && body.typed.some(Boolean) && isBlankAbove && !isEmpty(fields) && !fits(body, fields);
}

/** What a remark says first: where the table comes from, who made it when. */
const REMARK =
  /^(?:\*+|\(?[0-9a-z]\)|†|‡)? ?(?:sources?|quellen?|fuentes?|fonte|notes?|notas?|anmerkung(?:en)?|hinweis(?:e)?|bemerkung(?:en)?|remarks?|footnotes?|legend[ea]?|stand|created|exported|printed|generated|erstellt|exportiert|gedruckt|retrieved|last updated?)(?: [^:]{1,20})?:/i;
/** Words for rows, as where their number stands below them. */
const ROWS = /^(?:rows?|records?|lines?|entries|datens[aä]tze?|zeilen?|lignes?|filas?|registros?|righe)\.?$/i;

/** A line that says where the table comes from, or how many rows it has, as no row above does. */
function saysRemark(fields: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const isTold = (row: readonly string[]): boolean => {
    const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
    return REMARK.test(filled[0] ?? '') || isCount(filled);
  };
  return isTold(fields) && !rows.some(isTold);
}

/** `30 · records`, in either order. */
const isCount = (filled: readonly string[]): boolean =>
  filled.length === 2 && filled.some((cell) => ROWS.test(cell)) && filled.some((cell) => /^[0-9]+$/.test(cell));
