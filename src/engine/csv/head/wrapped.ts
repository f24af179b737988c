import type { ReadOptions } from '../options.ts';
import { splitRows, unwrapped } from '../slices/rows.ts';
import { looksTyped } from './cells.ts';
import { guessDelimiter } from './delimiter.ts';

/** What is known of a text before its fields are told. */
export interface Known {
  newline: '\n' | '\r';
  /** Its delimiter, where it is set or declared. */
  known: string | undefined;
  options: ReadOptions;
}

/** Lines that tell it. */
const HELD_LINES = 500;
const FEWEST_LINES = 3;
/** Of a column's cells, at least this share are values. */
const MOSTLY = 0.9;
const PLAIN = new Set([',', ';', '\t', '|']);

/**
 * The delimiter of a table in which every line stands in quotes as a whole, as where a table was taken for one column and written again.
 * @param text its head
 * @param how what is known of it
 * @returns null where it is no such table: lines without quotes, fields that are not as many in each, or no column of values
 */
export function wrappedDelimiter(text: string, { newline, known, options }: Known): string | null {
  if (options.asWritten === true || options.quote !== undefined || known === '') return null;
  const table = withinQuotes(text, newline);
  if (table === null) return null;
  const delimiter = known ?? guessDelimiter(table, '\n');
  return PLAIN.has(delimiter) && isTable(table, delimiter) ? delimiter : null;
}

/** The first lines, where all of them stand in quotes; null where one does not. */
function withinQuotes(text: string, newline: '\n' | '\r'): string | null {
  if (!text.startsWith('"')) return null;
  const lines = text
    .split(newline, HELD_LINES)
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.trim() !== '');
  const inner = lines.flatMap((line) => unwrapped(line) ?? []);
  return lines.length < FEWEST_LINES || inner.length < lines.length ? null : inner.join('\n');
}

/** As many fields in each row, and a column of values. */
function isTable(table: string, delimiter: string): boolean {
  const [top = [], ...rows] = [...splitRows(table, { delimiter, newline: '\n' })].map(({ fields }) => fields);
  const holdsValues = (_: string, i: number): boolean =>
    rows.filter((fields) => looksTyped(fields[i] ?? '')).length >= MOSTLY * rows.length;
  return top.length > 1 && rows.every((fields) => fields.length === top.length) && top.some(holdsValues);
}
