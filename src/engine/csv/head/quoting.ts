import type { Escape, QuoteMark } from '../../../facts/settings/read-options.ts';
import type { ReadOptions } from '../options.ts';
import type { RowMarks } from '../slices/quoted-row.ts';
import { isBlank, splitRows } from '../slices/rows.ts';
import { TYPOGRAPHIC, typographicFields } from '../slices/typographic.ts';
import { usualWidth } from './delimiter.ts';

/** What stands around fields, and how it is written inside of them. */
export interface Quoting {
  quote: QuoteMark;
  escape: Escape;
}

/**
 * What is set by hand, else what is plain: single quotes where no field is in double ones and as many fields end in one as
 * start with one; backslashes where rows have the same width with them alone.
 * @param text the head of a table
 * @param marks what divides rows and fields
 * @param options what is set by hand
 */
export function quotingOf(
  text: string,
  marks: Pick<RowMarks, 'delimiter' | 'newline'>,
  { quote: askedQuote, escape: askedEscape, asWritten }: ReadOptions,
): Quoting {
  if (asWritten === true || marks.delimiter === '')
    return { quote: askedQuote ?? '"', escape: askedEscape ?? 'doubled' };
  const quote = askedQuote ?? quoteIn(text, marks);
  if (quote === TYPOGRAPHIC) return { quote, escape: 'doubled' };
  return { quote, escape: askedEscape ?? (hasBackslashes(text, { ...marks, quote }) ? 'backslash' : 'doubled') };
}

function quoteIn(text: string, marks: Pick<RowMarks, 'delimiter' | 'newline'>): QuoteMark {
  if (hasSingleQuotes(text, marks)) return "'";
  return hasTypographicQuotes(text, marks) ? TYPOGRAPHIC : '"';
}

const LEAST_FIELDS = 4;

function hasSingleQuotes(text: string, { delimiter, newline }: Pick<RowMarks, 'delimiter' | 'newline'>): boolean {
  if (text.includes('"') || ![delimiter, newline].some((mark) => text.includes(`${mark}'`))) return false;
  const fields = text.replaceAll('\r\n', '\n').split(newline === '\r' ? /[\r\n]/ : '\n');
  const edges = fields.flatMap((line) => line.split(delimiter));
  const opened = edges.filter((edge) => edge.startsWith("'")).length;
  const closed = edges.filter((edge) => edge.endsWith("'")).length;
  return opened >= LEAST_FIELDS && opened === closed;
}

/** Lines that tell it, and the share of them that has such a field where no delimiter stands in one. */
const [TYPOGRAPHIC_LINES, MOST] = [500, 0.9] as const;

/** Whether fields stand in the quotes of books: rows have the usual width more often then, or nearly all of them have such a field. */
function hasTypographicQuotes(text: string, { delimiter, newline }: Pick<RowMarks, 'delimiter' | 'newline'>): boolean {
  if (text.includes('"')) return false;
  const lines = text.split(newline, TYPOGRAPHIC_LINES).filter((line) => line.trim() !== '');
  const fields = lines.map((line) => typographicFields(line.trimEnd(), delimiter));
  if (fields.reduce((sum, n) => sum + n, 0) < LEAST_FIELDS) return false;
  const marks = { delimiter, newline };
  const head = lines.join(newline);
  const gain = usualRows(head, { ...marks, quote: TYPOGRAPHIC }) - usualRows(head, marks);
  return gain > 0 || (gain === 0 && fields.filter((n) => n > 0).length >= MOST * lines.length);
}

/** Whether a quote behind a backslash closes no field: more rows have the usual width then. */
function hasBackslashes(text: string, marks: RowMarks): boolean {
  if (marks.quote === '' || !text.includes(`\\${marks.quote ?? '"'}`)) return false;
  return usualRows(text, { ...marks, escape: 'backslash' }) > usualRows(text, marks);
}

/** The share of rows that have the usual width. */
function usualRows(text: string, marks: RowMarks): number {
  const rows = [...splitRows(text, marks)].map(({ fields }) => fields).filter((fields) => !isBlank(fields));
  const width = usualWidth(rows);
  return rows.filter(({ length }) => length === width).length / Math.max(1, rows.length);
}
