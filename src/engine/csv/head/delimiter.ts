import { isDuration } from '../numbers/durations.ts';
import { isNumber } from '../numbers/format.ts';
import { isBlank, splitRows } from '../slices/rows.ts';
import { timeShape } from '../times/shape.ts';
import { looksTyped } from './cells.ts';

/** Characters that delimit, the usual ones first; the last ones also stand in times and texts, so they must be the better sign. */
const DELIMITERS: readonly [mark: string, weight: number][] = [
  ...[',', ';', '\t', '|'].map((mark): [string, number] => [mark, 1]),
  ...['::', '\u0001', '^', '~', '!', '¦', '§'].map((mark): [string, number] => [mark, 0.9]),
  [':', 0.3],
  [' ', 0.4],
];
/** They also stand in texts, times and numbers. */
const IN_VALUES = new Set([':', ' ']);
/** In a cell it speaks against its delimiter; a comma before a digit or a blank is a decimal mark or prose. */
// eslint-disable-next-line no-control-regex
const OTHER_DELIMITER = /[;\t|~^¦§\u0001]|,(?=[^\d\s])/;
/** Rows that the delimiter is told by. */
const SNIFF_ROWS = 500;
/** At least this share of rows must be so for the table to be. */
const MOSTLY = 0.9;
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?$/i;
/** A letter as web pages write it, whose semicolon delimits nothing. */
const ENTITY = /&(?:#[0-9]{1,5}|[a-z]{2,8});/gi;
/** A line that may be no row. */
const COMMENT = /^\s*(?:#|%|\/\/|!)/;

/**
 * The delimiter of a text table; empty for a table of one column.
 * @param text its head
 * @param newline what rows end in
 */
export function guessDelimiter(text: string, newline: '\n' | '\r'): string {
  const plain = text.includes('&') ? text.replace(ENTITY, '') : text;
  const scored = DELIMITERS.map(([mark, weight]) => ({ mark, score: weight * fit(plain, mark, newline) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < 0.25) return '';
  const twice = best.mark + best.mark;
  const isDoubled = DOUBLED.has(best.mark) && !text.replaceAll(twice, '').includes(best.mark);
  return isDoubled ? twice : best.mark;
}

/** Marks that some files write twice. */
const DOUBLED = new Set(['|', '~', '^', '!', '§']);
/** Lines in which a quote has to stand behind delimiter and blank. */
const LOOSE_LINES = 2;
/** Lines that a delimiter has to stand around. */
const EDGED_LINES = 3;

/**
 * Whether quotes stand behind a blank: `1, "a, b"`.
 * @param text its head
 * @param delimiter between fields
 */
export function isLoose(text: string, delimiter: string): boolean {
  if (delimiter.trim() === '' || !text.includes(`${delimiter} `)) return false;
  const parts = text.split(`${delimiter} `);
  return parts.slice(1).filter((part) => /^ *"/.test(part)).length >= LOOSE_LINES;
}

/**
 * Whether a table is drawn: every line that holds the delimiter starts and ends with it, as in Markdown and in lists of SAP.
 * @param text its head
 * @param delimiter between fields
 * @param newline what rows end in
 */
export function isEdged(text: string, delimiter: string, newline: '\n' | '\r'): boolean {
  if (delimiter !== '|') return false;
  const lines = text.split(newline).flatMap((line) => (line.includes('|') ? [line.trim()] : []));
  return lines.length >= EDGED_LINES && lines.every((line) => line.startsWith('|') && line.endsWith('|'));
}

/** How well a delimiter fits: the share of rows of the usual width, less where cells hold other delimiters; 0 for one column. */
function fit(text: string, delimiter: string, newline: '\n' | '\r'): number {
  if (!text.includes(delimiter)) return 0;
  const rows: string[][] = [];
  for (const { fields } of splitRows(text, { delimiter, newline, loose: isLoose(text, delimiter) })) {
    if (!isBlank(fields)) rows.push(fields);
    if (rows.length >= SNIFF_ROWS) break;
  }
  const width = usualWidth(rows);
  if (width < 2 || isOneColumn(rows, width, delimiter)) return 0;
  // Titles stand above: further down, most rows of a table have several fields.
  const lower = rows.slice(Math.floor(rows.length / 2));
  if (lower.filter((row) => row.length > 1).length * 2 <= lower.length) return 0;
  const usual = rows.filter((row) => row.length === width);
  const cells = usual.flat();
  const mixed = cells.filter((cell) => OTHER_DELIMITER.test(cell.replaceAll(delimiter, ''))).length;
  const typed = cells.filter(looksTyped).length;
  return (usual.length / rows.length) * (1 - (0.7 * mixed) / cells.length) * (0.9 + (0.1 * typed) / cells.length);
}

/**
 * Whether the mark stands inside of values rather than between them: whole lines that are numbers or times, texts with blanks
 * or colons in them (a table that these delimit holds values in at least half of its columns, in both of two), and names
 * like "Smith, John" under a heading without a comma.
 */
function isOneColumn(rows: readonly (readonly string[])[], width: number, delimiter: string): boolean {
  const [top = [], ...bodyRows] = rows.filter(([first = '']) => !COMMENT.test(first));
  if (!IN_VALUES.has(delimiter) && (delimiter !== ',' || top.length !== 1 || width !== 2)) return false;
  const body = bodyRows.filter((row) => row.length === width);
  const mostly = (holds: (row: readonly string[]) => boolean): boolean => {
    let most = body.length - Math.ceil(MOSTLY * body.length);
    return body.length > 0 && body.every((row) => holds(row) || --most >= 0);
  };
  if (mostly((row) => isValue(row.join(delimiter)))) return !isNamed(bodyRows, { width, delimiter });
  // One word over rows that have no names besides is the name of the one column.
  if (IN_VALUES.has(delimiter) && top.length === 1 && !body.some((row) => !row.some(looksTyped))) return true;
  if (delimiter === ',') return mostly(([, second = '']) => second.startsWith(' ') && !looksTyped(second));
  const typed = Array.from({ length: width }, (_, i) => mostly((row) => looksTyped(row[i] ?? ''))).filter(
    Boolean,
  ).length;
  return typed < (width === 2 ? 2 : width / 2);
}

/** Names right below a title in quotes. */
const isNamed = (
  [fields = []]: readonly (readonly string[])[],
  { width, delimiter }: { width: number; delimiter: string },
): boolean =>
  delimiter === ',' && fields.length === width && fields.every((field) => field.trim() !== '' && !looksTyped(field));

const isValue = (line: string): boolean => {
  const text = line.trim();
  return isNumber(text) || TIME_OF_DAY.test(text) || isDuration(text) || timeShape(text) !== null;
};

/**
 * The number of fields that most rows have; among equals the larger.
 * @param rows as they are split
 */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlank(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  // Rows of one field are titles or remarks where there are others.
  const wide = [...counts].filter(([width, n]) => width > 1 && n * 4 >= rows.length);
  return (wide.length > 0 ? wide : [...counts]).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
