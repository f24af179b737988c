import { largest, smallest } from '../../../facts/extremes.ts';
import type { Encoding } from '../../../facts/settings/encodings.ts';
import type { Escape, QuoteMark } from '../../../facts/settings/read-options.ts';
import { decode, type Decoded } from '../letters/encoding.ts';
import { decodeMixed, type MixedText } from '../letters/mixed-text.ts';
import { firstDamaged, firstRows } from '../letters/letter-rows.ts';
import { heldBytes } from '../bytes/held-bytes.ts';
import type { DamagedLetters, FirstLetters } from '../letters/letters-read.ts';
import { lastRowEnd } from './row-end.ts';
import { TYPOGRAPHIC } from './typographic.ts';

export interface SliceRequest {
  /** Where the slice starts: 0, or the end of the one before. */
  start: number;
  /** Bytes aimed at; a slice is longer only where a single row is. */
  size: number;
  /** What fields may be separated by: a quote behind any of these may open a field. */
  delimiters: readonly string[];
  /** What stands around fields, `"` where it is left out; and how it is written inside of them. */
  quote?: QuoteMark | undefined;
  escape?: Escape | undefined;
  encoding: Encoding;
  /** The encoding was not set by hand: stretches that are UTF-8 by themselves are read as such. */
  guessed?: boolean | undefined;
  /** What ends a row; a return before a newline belongs to it. */
  newline: '\n' | '\r';
  /** Lines to leave out at the start of the file: what stands before the header, and the header. */
  dropLines: number;
}

export interface Slice {
  /** UTF-8, without a mark. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Offset in the file behind the slice's last byte. */
  end: number;
  /** Places with bytes that have no meaning in the encoding, and the row (in the slice, from 1) of the first. UTF-8 is not checked here. */
  invalid: DamagedLetters | null;
  /** Rows (in the slice, from 1) of the first letters beyond ASCII in the encoding itself, and in UTF-8 amid it; null for none. Not looked for in UTF-8. */
  first?: FirstLetters | undefined;
}

/** A row is taken to be no longer than this many slices, nor than the engine takes: a quote that never closes must not swallow the file. */
const LONGEST_ROW = { slices: 8, bytes: 2 ** 24 } as const;

/**
 * Reads the slice that starts at `start`: whole rows, also where quoted fields hold newlines. UTF-8 is handed on as it
 * stands; any other encoding is cut behind a newline, where every one of them starts anew, and written as UTF-8.
 * @param file the text table
 * @param request where the slice starts, how long it should be and how the text is written
 */
export async function readSlice(file: Blob, request: SliceRequest): Promise<Slice> {
  const { start, size, encoding } = request;
  const longest = Math.min(LONGEST_ROW.bytes, LONGEST_ROW.slices * Math.max(size, 2 ** 20));
  for (let length = size; ; length *= 2) {
    const bytes = new Uint8Array(await file.slice(start, start + length).arrayBuffer());
    const cut = { last: start + length >= file.size, longest };
    const slice = encoding === 'utf-8' ? cutUtf8(bytes, request, cut) : transcode(bytes, request, cut);
    if (slice !== null) return slice;
  }
}

interface Cut {
  /** The file ends here. */
  last: boolean;
  /** What is left over from there on is no row: the piece ends at any newline. */
  longest: number;
}

function cutUtf8(bytes: Uint8Array<ArrayBuffer>, request: SliceRequest, cut: Cut): Slice | null {
  const { holdsNul, quote } = special(bytes, request);
  const end = cut.last ? bytes.length : rowsEnd(bytes, request, { longest: cut.longest, quote });
  const start = bodyStart(bytes, request);
  if (!cut.last && (end === 0 || start > end)) return null;
  const rows = bytes.subarray(Math.min(start, end), end);
  return { ...(holdsNul ? withoutNuls(rows, request) : intact(rows)), end: request.start + end };
}

/** Which bytes of a piece need a closer look; −1 for the quote where there is none. */
function special(bytes: Uint8Array, { quote = '"' }: SliceRequest): { holdsNul: boolean; quote: number } {
  // Typographic quotes hold no line ends.
  const mark = quote === '' || quote === TYPOGRAPHIC ? -1 : quote.charCodeAt(0);
  const [holdsNul, holdsQuote] = heldBytes(bytes, [0, mark]);
  return { holdsNul, quote: holdsQuote ? mark : -1 };
}

const intact = (bytes: Uint8Array<ArrayBuffer>): Pick<Slice, 'bytes' | 'invalid'> => ({ bytes, invalid: null });

/** NUL bytes are damage: they are taken out, counted, and placed. */
function withoutNuls(rows: Uint8Array<ArrayBuffer>, request: SliceRequest): Pick<Slice, 'bytes' | 'invalid'> {
  const bytes = rows.filter((byte) => byte !== 0);
  if (bytes.length === rows.length) return { bytes, invalid: null };
  return { bytes, invalid: { count: rows.length - bytes.length, row: firstDamaged(rows, request, '\0') } };
}

/** Where the wanted rows start: behind a mark and the lines to leave out; at infinity when the piece ends before that. */
function bodyStart(bytes: Uint8Array, { start, dropLines, newline }: SliceRequest): number {
  if (start > 0) return 0;
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let line = 0; line < dropLines; line++) {
    const end = bytes.indexOf(newline.charCodeAt(0), offset);
    if (end === -1) return Infinity;
    offset = end + 1;
  }
  return offset;
}

/** The end of the last whole row; 0 where more has to be read: a row longer than half of the piece may have a quote that never closes. */
function rowsEnd(
  bytes: Uint8Array,
  request: SliceRequest,
  { longest, quote }: { longest: number; quote: number },
): number {
  const { delimiters, newline, escape } = request;
  const mark = newline.charCodeAt(0);
  const form = { newline: mark, quote, escaped: escape === 'backslash' };
  const ends = delimiters.map((delimiter) => lastRowEnd(bytes, { ...form, delimiter: delimiter.charCodeAt(0) }));
  const found = ends.filter((end) => end * 2 > bytes.length);
  if (found.length > 0) return smallest(found);
  return bytes.length - largest(ends) < longest ? 0 : bytes.lastIndexOf(mark) + 1;
}

/** Where the rows end in the file. A newline is one in either form, so the rows left over are told by theirs. */
function endOfRows(
  { written, end, ends, whole }: { written: Uint8Array; end: number; ends: readonly number[]; whole: number },
  { newline }: SliceRequest,
): number {
  const left = count(written, newline.charCodeAt(0), end);
  return left === 0 ? whole : (ends.at(-1 - left) ?? whole);
}

const decodedPiece = (bytes: Uint8Array, { encoding, guessed }: SliceRequest): Decoded & Partial<MixedText> =>
  guessed === true ? decodeMixed(bytes, encoding) : decode(bytes, encoding);

function transcode(bytes: Uint8Array, request: SliceRequest, cut: Cut): Slice | null {
  const ends = newlineEnds(bytes, request);
  const whole = cut.last ? bytes.length : (ends.at(-1) ?? 0);
  if (whole === 0) return null;
  const piece = bytes.subarray(0, whole);
  const { text, invalid, first } = decodedPiece(piece, request);
  const written = new TextEncoder().encode(text);
  const { holdsNul, quote } = special(written, request);
  const end = cut.last ? written.length : rowsEnd(written, request, { longest: cut.longest, quote });
  const start = bodyStart(written, request);
  if (!cut.last && (end === 0 || start > end)) return null;
  const rows = written.subarray(Math.min(start, end), end);
  const { bytes: clean, invalid: nuls } = holdsNul ? withoutNuls(rows, request) : intact(rows);
  return {
    bytes: clean,
    end: request.start + endOfRows({ written, end, ends, whole }, request),
    first: first && firstRows({ text, rows, start }, first, request),
    invalid: invalid === 0 ? nuls : { count: invalid, row: firstDamaged(rows, request, '\ufffd') },
  };
}

/**
 * The offset of the first row: behind a mark and so many lines.
 * @param file a text table
 * @param lines to leave out; they have to end in the first megabyte
 * @param form how the text is written
 */
export async function bodyOffset(
  file: Blob,
  lines: number,
  form: Pick<SliceRequest, 'encoding' | 'newline'>,
): Promise<number> {
  const bytes = new Uint8Array(await file.slice(0, 2 ** 20).arrayBuffer());
  if (lines > 0) return newlineEnds(bytes, form)[lines - 1] ?? file.size;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  return form.encoding.startsWith('utf-16') && (bytes[0] === 0xff || bytes[0] === 0xfe) ? 2 : 0;
}

/**
 * Offsets behind each newline. In no encoding but UTF-16 is its byte part of another letter.
 * @param bytes of a text, from the start of a letter
 * @param form how it is written
 */
export function newlineEnds(
  bytes: Uint8Array,
  { encoding, newline }: Pick<SliceRequest, 'encoding' | 'newline'>,
): number[] {
  const mark = newline.charCodeAt(0);
  const ends: number[] = [];
  const littleEndian = encoding === 'utf-16le';
  const wide = littleEndian || encoding === 'utf-16be';
  for (let offset = bytes.indexOf(mark); offset !== -1; offset = bytes.indexOf(mark, offset + 1)) {
    if (!wide) ends.push(offset + 1);
    else if (littleEndian && offset % 2 === 0 && bytes[offset + 1] === 0) ends.push(offset + 2);
    else if (!littleEndian && offset % 2 === 1 && bytes[offset - 1] === 0) ends.push(offset + 1);
  }
  return ends;
}

function count(bytes: Uint8Array, byte: number, start: number): number {
  let n = 0;
  for (let offset = bytes.indexOf(byte, start); offset !== -1; offset = bytes.indexOf(byte, offset + 1)) n++;
  return n;
}
