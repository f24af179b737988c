import type { Escape, QuoteMark } from '../../../facts/settings/read-options.ts';
import type { ReadOptions } from '../options.ts';
import { isBlank, splitRows, type RowMarks } from '../rows.ts';
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
  const quote = askedQuote ?? (hasSingleQuotes(text, marks) ? "'" : '"');
  return { quote, escape: askedEscape ?? (hasBackslashes(text, { ...marks, quote }) ? 'backslash' : 'doubled') };
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
