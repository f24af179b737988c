import type { Escape, QuoteMark } from '../../../facts/settings/read-options.ts';

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

/**
 * Where a line ends, its newline not included.
 * @param text a table
 * @param start where the line starts
 * @param newline what ends it
 */
export const lineEnd = (text: string, start: number, newline: string): number => {
  const end = text.indexOf(newline, start);
  return end === -1 ? text.length : end;
};

/**
 * A line without the return that stands before its newline.
 * @param text a line
 */
export const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/**
 * A row in which quotes stand.
 * @param text a table
 * @param start where the row starts
 * @param marks what divides rows and fields
 */
export function quotedRow(text: string, start: number, marks: RowMarks): { fields: string[]; end: number } {
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

/**
 * The fields of a row without quotes.
 * @param fields as they are divided
 * @param marks what divides rows and fields
 */
export const plainFields = (fields: string[], marks: RowMarks): string[] =>
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
