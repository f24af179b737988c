import type { Encoding } from '../../../facts/settings/encodings.ts';
import { decode, type Decoded } from './encoding.ts';

/** A text in which stretches of UTF-8 may stand beside another encoding, as where files of two programs are put behind each other. */
export interface MixedText extends Decoded {
  /** Offsets in the text of the first letters beyond ASCII in the encoding itself, and in UTF-8; −1 for none. */
  first: { native: number; utf8: number };
}

/** No letter of these is told from UTF-8 by its bytes. */
const WHOLE = new Set<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'iso-2022-jp']);
/** A letter of these may have a byte of ASCII in it, so that lines are told, not letters. */
const WIDE = new Set<Encoding>(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']);

type Ranges = readonly (readonly [first: number, last: number])[];
const EAST_ASIAN: Ranges = [[0x2010, 0x2027], [0x3000, 0x30ff], [0x4e00, 0x9fff], [0xac00, 0xd7a3], [0xff00, 0xffef]]; // prettier-ignore
/** What texts are written with; other letters of UTF-8 are as likely two letters of another encoding (`É»`, `ß“`). */
const USUAL: Ranges = [
  ...([[0xa0, 0x17f], [0x370, 0x45f], [0x1e00, 0x1eff], [0x2030, 0x205e], [0x20a0, 0x20bf], [0x2100, 0x22ff]] as const), // prettier-ignore
  ...EAST_ASIAN,
  ...([
    [0xfeff, 0xfeff],
    [0x1f300, 0x1faff],
  ] as const),
];
/** In two bytes a letter of East Asia looks like a Latin one of UTF-8. */
const USUAL_BESIDE_WIDE: Ranges = [[0xb0, 0xb7], [0x2100, 0x2133], ...EAST_ASIAN, [0xfeff, 0xfeff]]; // prettier-ignore

const isIn = (letter: number, ranges: Ranges): boolean => ranges.some(([low, high]) => letter >= low && letter <= high);

/** How many bytes a letter of UTF-8 has, by its first one; 0 where none starts with it. */
function lettersBytes(lead: number): 0 | 2 | 3 | 4 {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** The letter of UTF-8 at an offset; 0 where there is none. */
function letterAt(bytes: Uint8Array, offset: number, length: number): number {
  let letter = (bytes[offset] ?? 0) & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes[offset + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return 0;
    letter = (letter << 6) | (byte & 0x3f);
  }
  return letter;
}

function isUtf8(bytes: Uint8Array, { start, end }: Stretch, usual: Ranges): boolean {
  for (let offset = start; offset < end;) {
    const length = lettersBytes(bytes[offset] ?? 0);
    if (length === 0 || offset + length > end || !isIn(letterAt(bytes, offset, length), usual)) return false;
    offset += length;
  }
  return true;
}

interface Stretch {
  start: number;
  end: number;
}

/** Bytes beyond ASCII that stand behind each other. */
function* runs(bytes: Uint8Array, { start, end }: Stretch): Generator<Stretch> {
  for (let offset = start; offset < end; offset++) {
    if (bytes[offset]! < 0x80) continue;
    const first = offset;
    while (offset < end && bytes[offset]! >= 0x80) offset++;
    yield { start: first, end: offset };
  }
}

function* lines(bytes: Uint8Array): Generator<Stretch> {
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    yield { start, end };
    start = end;
  }
}

/** Stretches beyond ASCII, each with whether it is UTF-8. */
function* told(bytes: Uint8Array, encoding: Encoding): Generator<Stretch & { utf8: boolean }> {
  if (!WIDE.has(encoding)) {
    for (const run of runs(bytes, { start: 0, end: bytes.length })) yield { ...run, utf8: isUtf8(bytes, run, USUAL) };
    return;
  }
  for (const line of lines(bytes)) {
    const found = [...runs(bytes, line)];
    const [first] = found;
    if (first === undefined) continue;
    yield { ...first, end: line.end, utf8: found.every((run) => isUtf8(bytes, run, USUAL_BESIDE_WIDE)) };
  }
}

/**
 * A text in an encoding that was guessed. Stretches that are UTF-8 by themselves are read as such.
 * @param bytes whole letters
 * @param encoding of the rest
 */
export function decodeMixed(bytes: Uint8Array, encoding: Encoding): MixedText {
  const first = { native: -1, utf8: -1 };
  if (WHOLE.has(encoding)) return { ...decode(bytes, encoding), first };
  const parts: string[] = [];
  let [length, invalid, start] = [0, 0, 0];
  let isOpen: boolean | null = null;
  const close = (end: number): void => {
    const part = decode(bytes.subarray(start, end), isOpen === true ? 'utf-8' : encoding);
    parts.push(part.text);
    length += part.text.length;
    invalid += part.invalid;
    start = end;
  };
  for (const stretch of told(bytes, encoding)) {
    const kind = stretch.utf8 ? 'utf8' : 'native';
    if (first[kind] === -1) {
      close(stretch.start);
      first[kind] = length;
    } else if (isOpen !== stretch.utf8) close(stretch.start);
    isOpen = stretch.utf8;
  }
  close(bytes.length);
  return { text: parts.join(''), invalid, first };
}

/**
 * The lines that are not UTF-8, without the stretches in them that are.
 * @param bytes of a text
 */
export function linesOfAnother(bytes: Uint8Array): Uint8Array[] {
  const kept: Uint8Array[] = [];
  for (const line of lines(bytes)) {
    const found = [...runs(bytes, line)];
    const utf8 = found.filter((run) => isUtf8(bytes, run, USUAL));
    if (utf8.length === found.length) continue;
    const left = bytes.slice(line.start, line.end);
    for (const run of utf8) left.fill(0x20, run.start - line.start, run.end - line.start);
    kept.push(left);
  }
  return kept;
}
