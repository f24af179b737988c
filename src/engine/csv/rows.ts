import { BLANKS, type Escape, type QuoteMark } from '../../facts/settings/read-options.ts';

export interface RowMarks {
  /** `BLANKS` for runs of blanks. */
  delimiter: string;
  newline: '\n' | '\r';
  /** What stands around fields: `"` where it is left out, nothing where it is empty. */
  quote?: QuoteMark | undefined;
  /** A quote inside of such a field may stand behind a backslash. */
  escape?: Escape | undefined;
  /** A quote behind blanks opens a field too. */
  loose?: boolean | undefined;
  /** Letters at which fields of fixed widths start. */
  starts?: readonly number[] | undefined;
  /** Rows start and end with a delimiter, as those of a drawn table: `| a | b |`. */
  edged?: boolean | undefined;
  /** Each row stands in quotes as a whole: `"a,b"`. */
  wrapped?: boolean | undefined;
}

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
    yield* wrappedRows(text, marks);
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

function* wrappedRows(text: string, marks: RowMarks): Generator<TextRow> {
  const lines = text.split(marks.newline);
  if (lines.at(-1) === '') lines.pop();
  for (const [line, raw] of lines.entries()) {
    const content = withoutReturn(raw);
    const [row] = splitRows(unwrapped(content) ?? content, { ...marks, wrapped: false });
    yield { line, fields: row?.fields ?? [''] };
  }
}

function fieldsBetweenBlanks(line: string): string[] {
  const found = line.match(/"(?:[^"]|"")*"|\S+/g) ?? [''];
  return found.map((field) => (/^"[^]*"$/.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field));
}

const fieldsAt = (line: string, starts: readonly number[]): string[] =>
  line.trim() === '' ? [''] : starts.map((start, i) => line.slice(start, starts[i + 1]).trim());

const lineEnd = (text: string, start: number, newline: string): number => {
  const end = text.indexOf(newline, start);
  return end === -1 ? text.length : end;
};

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

function quotedRow(text: string, start: number, marks: RowMarks): { fields: string[]; end: number } {
  const { delimiter, newline } = marks;
  const fields: string[] = [];
  for (let offset = start; ;) {
    const { field, stop } = fieldFrom(text, offset, marks);
    fields.push(field);
    if (stop >= text.length || text[stop] === newline) return { fields, end: stop };
    offset = stop + delimiter.length;
    if (offset >= text.length || text[offset] === newline) {
      fields.push('');
      return { fields, end: offset };
    }
  }
}

/** The field that starts at an offset, and where what stands behind it does. */
function fieldFrom(text: string, offset: number, marks: RowMarks): { field: string; stop: number } {
  const open = marks.loose === true ? behindBlanks(text, offset) : offset;
  const quoted = text[open] === (marks.quote ?? '"') ? closingOfField(text, open, marks) : -1;
  const tail = quoted === -1 ? offset : quoted + 1;
  const stop = fieldEnd(text, tail, marks);
  const last = stop >= text.length || text[stop] === marks.newline;
  const rest = last ? withoutReturn(text.slice(tail, stop)) : text.slice(tail, stop);
  if (quoted === -1) return { field: plainField(rest, marks), stop };
  return { field: inside(text.slice(open + 1, quoted), marks) + (marks.loose === true ? rest.trim() : rest), stop };
}

/** Where quotes stand behind blanks, blanks are no part of other fields either. */
const plainField = (field: string, { loose }: RowMarks): string => (loose === true ? field.trimStart() : field);

const plainFields = (fields: string[], marks: RowMarks): string[] =>
  marks.loose === true ? fields.map((field) => plainField(field, marks)) : fields;

/**
 * Where the field ends that a quote opens; -1 where the quote is a letter: one that never closes, or that would go over lines to a quote
 * that ends no field and so opens the next one.
 */
function closingOfField(text: string, open: number, marks: RowMarks): number {
  const close = closing(text, open, marks);
  if (close === -1 || endsField(text, close + 1, marks)) return close;
  return lineEnd(text, open, marks.newline) < close ? -1 : close;
}

function endsField(text: string, offset: number, { delimiter, newline, loose }: RowMarks): boolean {
  const next = text[offset];
  if (next === undefined || next === newline || next === '\r') return true;
  return text.startsWith(delimiter, offset) || (loose === true && next === ' ');
}

function behindBlanks(text: string, start: number): number {
  let offset = start;
  while (text[offset] === ' ') offset++;
  return offset;
}

/** A field without what marks its own quotes. */
function inside(field: string, { quote = '"', escape }: RowMarks): string {
  return escape === 'backslash' ? field.replace(/\\(["'\\])/g, '$1') : field.replaceAll(quote + quote, quote);
}

/** Where the quote that opens at `open` closes; -1 when it never does. */
function closing(text: string, open: number, { quote = '"', escape }: RowMarks): number {
  let offset = text.indexOf(quote, open + 1);
  if (escape === 'backslash') {
    while (offset !== -1 && isEscaped(text, offset)) offset = text.indexOf(quote, offset + 1);
    return offset;
  }
  while (offset !== -1 && text[offset + 1] === quote) offset = text.indexOf(quote, offset + 2);
  return offset;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '\\') start--;
  return (offset - start) % 2 === 1;
}

function fieldEnd(text: string, start: number, { delimiter, newline }: RowMarks): number {
  const end = lineEnd(text, start, newline);
  const next = text.indexOf(delimiter, start);
  return next === -1 || next > end ? end : next;
}

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
