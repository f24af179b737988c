export interface RowMarks {
  delimiter: string;
  newline: '\n' | '\r';
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
  const { delimiter, newline } = marks;
  for (let at = 0, line = 0; at < text.length; line++) {
    const end = lineEnd(text, at, newline);
    const plain = text.slice(at, end);
    if (!plain.includes('"')) {
      yield { fields: withoutReturn(plain).split(delimiter), line };
      at = end + 1;
      continue;
    }
    const row = quotedRow(text, at, marks);
    yield { fields: row.fields, line };
    line += count(text, newline, { from: at, to: row.end });
    at = row.end + 1;
  }
}

const lineEnd = (text: string, from: number, newline: string): number => {
  const end = text.indexOf(newline, from);
  return end === -1 ? text.length : end;
};

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

function quotedRow(text: string, from: number, marks: RowMarks): { fields: string[]; end: number } {
  const { delimiter, newline } = marks;
  const fields: string[] = [];
  for (let at = from; ;) {
    const quoted = text[at] === '"' ? closing(text, at) : -1;
    const tail = quoted === -1 ? at : quoted + 1;
    const stop = fieldEnd(text, tail, marks);
    const last = stop >= text.length || text[stop] === newline;
    const rest = last ? withoutReturn(text.slice(tail, stop)) : text.slice(tail, stop);
    fields.push(quoted === -1 ? rest : text.slice(at + 1, quoted).replaceAll('""', '"') + rest);
    if (last) return { fields, end: stop };
    at = stop + delimiter.length;
    if (at >= text.length || text[at] === newline) {
      fields.push('');
      return { fields, end: at };
    }
  }
}

/** Where the quote that opens at `open` closes; -1 when it never does. */
function closing(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function fieldEnd(text: string, from: number, { delimiter, newline }: RowMarks): number {
  const end = lineEnd(text, from, newline);
  const next = text.indexOf(delimiter, from);
  return next === -1 || next > end ? end : next;
}

function count(text: string, mark: string, { from, to }: { from: number; to: number }): number {
  let n = 0;
  for (let at = text.indexOf(mark, from); at !== -1 && at < to; at = text.indexOf(mark, at + 1)) n++;
  return n;
}

/**
 * Whether a row is a blank line.
 * @param fields of the row
 */
export const isBlank = (fields: readonly string[]): boolean => fields.length === 1 && fields[0]?.trim() === '';
