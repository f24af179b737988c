import type { QuoteMark } from '../../../facts/settings/read-options.ts';

/** Stands for quotes as in books, of any language. */
export const TYPOGRAPHIC = '“' satisfies QuoteMark;

/** Which marks open a text, and which close it: “…”, „…“, „…”, ”…”, «…», »…«, ‘…’ and the quotes of East Asia. */
const PAIRS: Readonly<Partial<Record<string, string>>> = {
  ...{ '“': '”', '„': '“”', '”': '”', '«': '»', '»': '«', '‘': '’', '‚': '‘’', '「': '」', '『': '』', '＂': '＂' },
};

/** The field between such marks that starts at an offset: where it closes before a delimiter or the end of its line; −1 for none. */
function closingOf(line: string, open: number, delimiter: string): number {
  const closers = PAIRS[line[open] ?? ''];
  if (closers === undefined) return -1;
  for (let offset = open + 1; offset < line.length; offset++) {
    if (!closers.includes(line[offset] ?? '')) continue;
    if (offset + 1 === line.length || line.startsWith(delimiter, offset + 1)) return offset;
  }
  return -1;
}

/**
 * A line with plain quotes around the fields that stand in typographic ones.
 * @param line of a table
 * @param delimiter between its fields
 */
export function withPlainQuotes(line: string, delimiter: string): string {
  const fields: string[] = [];
  for (let offset = 0; offset <= line.length;) {
    const close = closingOf(line, offset, delimiter);
    const next = close === -1 ? line.indexOf(delimiter, offset) : close + 1;
    const end = next === -1 ? line.length : next;
    fields.push(close === -1 ? line.slice(offset, end) : `"${line.slice(offset + 1, close).replaceAll('"', '""')}"`);
    offset = end + delimiter.length;
  }
  return fields.join(delimiter);
}

/**
 * How many fields stand between such marks.
 * @param line of a table
 * @param delimiter between its fields
 */
export const typographicFields = (line: string, delimiter: string): number =>
  [...line].some((letter) => letter in PAIRS) ? withPlainQuotes(line, delimiter).split('"').length >> 1 : 0;
