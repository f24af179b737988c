const BACKSLASH = 92;
const NEWLINE = 10;
const RETURN = 13;

/** The bytes that a table is put together with. */
export interface Marks {
  delimiter: number;
  newline: number;
  /** Around fields; −1 for nothing. */
  quote: number;
  /** A quote inside of a field stands behind a backslash. */
  escaped: boolean;
}

/**
 * Where the last whole row of a piece of text ends: the offset behind its newline, or 0 when no row ends in it. A
 * newline inside quotes ends no row. A quote opens only at the start of a field; elsewhere it is a letter like any
 * other (`5" pipe`); inside quotes a doubled quote is one quote.
 * @param bytes text that starts at the start of a row (UTF-8, or any encoding with ASCII bytes for these marks)
 * @param marks the bytes between fields and rows
 */
export function lastRowEnd(bytes: Uint8Array, marks: Marks): number {
  const { delimiter, newline: mark } = marks;
  let end = 0;
  // Start of the stretch outside quotes, and where to look for the next quote.
  let unquotedStart = 0;
  let searchStart = 0;
  for (;;) {
    const quote = marks.quote === -1 ? -1 : bytes.indexOf(marks.quote, searchStart);
    if (quote !== -1 && !opensField(bytes, quote, delimiter)) {
      searchStart = quote + 1;
      continue;
    }
    const newline = bytes.lastIndexOf(mark, quote === -1 ? bytes.length : quote);
    if (newline >= unquotedStart) end = newline + 1;
    const close = quote === -1 ? -1 : closingQuote(bytes, quote + 1, marks);
    if (close === -1) return end;
    unquotedStart = searchStart = close + 1;
  }
}

function opensField(bytes: Uint8Array, offset: number, delimiter: number): boolean {
  if (offset === 0) return true;
  const previous = bytes[offset - 1];
  return previous === delimiter || previous === NEWLINE || previous === RETURN;
}

function closingQuote(bytes: Uint8Array, start: number, { quote, escaped }: Marks): number {
  let offset = bytes.indexOf(quote, start);
  if (escaped) {
    while (offset !== -1 && isEscaped(bytes, offset, start)) offset = bytes.indexOf(quote, offset + 1);
    return offset;
  }
  while (offset !== -1 && bytes[offset + 1] === quote) offset = bytes.indexOf(quote, offset + 2);
  return offset;
}

/** Behind an odd number of backslashes. */
function isEscaped(bytes: Uint8Array, offset: number, first: number): boolean {
  let start = offset;
  while (start > first && bytes[start - 1] === BACKSLASH) start--;
  return (offset - start) % 2 === 1;
}
