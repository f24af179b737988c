import { BLANKS } from '../../../facts/settings/read-options.ts';
import { lineEnd, plainFields, quotedRow, withoutReturn, type RowMarks } from './quoted-row.ts';
import { TYPOGRAPHIC, withPlainQuotes } from './typographic.ts';

export interface TextRow {
  fields: string[];
  /** Line it starts on, from 0: a quoted field may span several. */
  line: number;
}

/**
 * The rows of a delimited text, whatever state it is in: a quote opens only at the start of a field, one that never
 * closes is a letter, and rows may have any number of fields. Blank lines are rows of one blank field.
 * @param text the text, from the start of a row
 * @param marks what stands between fields and rows
 */
export function* splitRows(text: string, marks: RowMarks): Generator<TextRow> {
  const { delimiter, newline, starts, quote = '"' } = marks;
  if (delimiter === BLANKS || starts !== undefined) {
    yield* alignedRows(text, marks);
    return;
  }
  if (marks.wrapped === true) {
    yield* linesApart(text, marks, (line) => unwrapped(line) ?? line);
    return;
  }
  if (quote === TYPOGRAPHIC) {
    yield* linesApart(text, marks, (line) => withPlainQuotes(line, delimiter));
    return;
  }
  for (let offset = 0, line = 0; offset < text.length; line++) {
    const end = lineEnd(text, offset, newline);
    const plain = text.slice(offset, end);
    if (quote === '' || !plain.includes(quote)) {
      yield { fields: drawnFields(plainFields(withoutReturn(plain).split(delimiter), marks), marks), line };
      offset = end + 1;
      continue;
    }
    const row = quotedRow(text, offset, marks);
    yield { fields: drawnFields(row.fields, marks), line };
    line += count(text, newline, { start: offset, end: row.end });
    offset = row.end + 1;
  }
}

/** What stands between the edges of a drawn table, without the blanks that fill its fields up. */
function drawnFields(fields: string[], { edged }: RowMarks): string[] {
  const isDrawn = edged === true && fields.length > 2 && fields[0]?.trim() === '' && fields.at(-1)?.trim() === '';
  return isDrawn ? fields.slice(1, -1).map((field) => field.trim()) : fields;
}

/** Rows whose fields stand below each other: one line each. */
function* alignedRows(text: string, { newline, starts }: RowMarks): Generator<TextRow> {
  const lines = text.split(newline);
  if (lines.at(-1) === '') lines.pop();
  for (const [line, raw] of lines.entries()) {
    const content = withoutReturn(raw);
    yield { line, fields: starts === undefined ? fieldsBetweenBlanks(content) : fieldsAt(content, starts) };
  }
}

const WRAPPED = /^"(?:[^"]|"")*"$/;

/**
 * A line without the quotes that it stands in as a whole; null where it does not.
 * @param line of a text
 */
export const unwrapped = (line: string): string | null =>
  WRAPPED.test(line) ? line.slice(1, -1).replaceAll('""', '"') : null;

/** Rows of one line each, which is read behind a change. */
function* linesApart(text: string, marks: RowMarks, change: (line: string) => string): Generator<TextRow> {
  const lines = text.split(marks.newline);
  if (lines.at(-1) === '') lines.pop();
  for (const [line, raw] of lines.entries()) {
    const [row] = splitRows(change(withoutReturn(raw)), { ...marks, quote: '"', wrapped: false });
    yield { line, fields: row?.fields ?? [''] };
  }
}

function fieldsBetweenBlanks(line: string): string[] {
  const found = line.match(/"(?:[^"]|"")*"|\S+/g) ?? [''];
  return found.map((field) => (/^"[^]*"$/.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field));
}

const fieldsAt = (line: string, starts: readonly number[]): string[] =>
  line.trim() === '' ? [''] : starts.map((start, i) => line.slice(start, starts[i + 1]).trim());

function count(text: string, mark: string, { start, end }: { start: number; end: number }): number {
  let n = 0;
  for (let offset = text.indexOf(mark, start); offset !== -1 && offset < end; offset = text.indexOf(mark, offset + 1))
    n++;
  return n;
}

/**
 * Whether a row is a blank line.
 * @param fields of the row
 */
export const isBlank = (fields: readonly string[]): boolean => fields.length === 1 && fields[0]?.trim() === '';
