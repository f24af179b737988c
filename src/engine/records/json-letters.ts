import type { Encoding } from '../../facts/settings/encodings.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';
import { largest } from '../../facts/extremes.ts';
import { decode, type Decoded } from '../csv/letters/encoding.ts';
import { detectEncoding } from '../csv/head/detect-encoding.ts';
import { decodeMixed } from '../csv/letters/mixed-text.ts';

/** JSON as UTF-8, and what is to be said of its letters. */
export interface JsonLetters {
  file: Blob;
  /** What it was in. */
  encoding: Encoding;
  byLetters: boolean;
  notes: ReadNote[];
}

const HEAD_BYTES = 2 ** 16;
const PIECE_BYTES = 2 ** 24;
/** Behind these a letter of any encoding starts, but for UTF-16 and codes that switch. */
const ENDS = [0x0a, 0x2c, 0x22];
const SWITCHED = new Set<Encoding>(['utf-16le', 'utf-16be', 'iso-2022-jp']);

/**
 * Brings JSON into UTF-8, where it is not.
 * @param file JSON text
 * @param asked its encoding, where it is set by hand
 */
export async function lettersOf(file: Blob, asked: Encoding | undefined): Promise<JsonLetters> {
  const head = detectEncoding(await bytesOf(file, 0, HEAD_BYTES));
  const encoding = asked ?? head.encoding;
  const byLetters = asked === undefined && head.evidence === 'statistics';
  if (encoding === 'utf-8' && (await isUtf8(file))) return { file, encoding, byLetters: false, notes: [] };
  if (!SWITCHED.has(encoding)) return transcoded(file, { encoding, byLetters, guessed: asked === undefined });
  const { text, invalid } = decode(await bytesOf(file, 0, file.size), encoding);
  return { file: new Blob([text]), encoding, byLetters, notes: damageNotes(invalid) };
}

const bytesOf = async (file: Blob, start: number, size: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(start, start + size).arrayBuffer());

async function isUtf8(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      decoder.decode(read.value, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return false;
  } finally {
    await reader.cancel();
  }
}

interface Told {
  encoding: Encoding;
  byLetters: boolean;
  guessed: boolean;
}

async function transcoded(file: Blob, { encoding: started, byLetters, guessed }: Told): Promise<JsonLetters> {
  const parts: Blob[] = [];
  const seen = { native: false, utf8: false };
  let [encoding, invalid] = [started, 0];
  for (let start = 0; start < file.size;) {
    const piece = wholeLetters(await bytesOf(file, start, PIECE_BYTES), start + PIECE_BYTES >= file.size);
    const found = decodePiece(piece, encoding, guessed);
    encoding = found.encoding;
    seen.native ||= found.native;
    seen.utf8 ||= found.utf8;
    invalid += found.invalid;
    parts.push(new Blob([found.text]));
    start += piece.length;
  }
  return {
    ...{ file: new Blob(parts), encoding, byLetters: byLetters || encoding !== started },
    notes: [...(seen.native && seen.utf8 ? mixedNotes(encoding) : []), ...damageNotes(invalid)],
  };
}

interface Piece extends Decoded {
  encoding: Encoding;
  /** Whether letters beyond ASCII stand there in the encoding, and in UTF-8 where that is another one. */
  native: boolean;
  utf8: boolean;
}

/** UTF-8 may turn into another encoding, unless it was set by hand. */
function decodePiece(piece: Uint8Array, encoding: Encoding, guessed: boolean): Piece {
  if (encoding === 'utf-8') {
    const plain = decode(piece, encoding);
    const told = guessed && plain.invalid > 0 ? detectEncoding(piece).encoding : encoding;
    if (told !== encoding) return decodePiece(piece, told, guessed);
    return { ...plain, encoding, native: false, utf8: plain.text.length < piece.length };
  }
  if (!guessed) return { ...decode(piece, encoding), encoding, native: true, utf8: false };
  const { first, ...mixed } = decodeMixed(piece, encoding);
  return { ...mixed, encoding, native: first.native !== -1, utf8: first.utf8 !== -1 };
}

function wholeLetters(bytes: Uint8Array, isLast: boolean): Uint8Array {
  const end = largest(ENDS.map((mark) => bytes.lastIndexOf(mark))) + 1;
  return isLast || end === 0 ? bytes : bytes.subarray(0, end);
}

const mixedNotes = (encoding: Encoding): ReadNote[] => [
  { kind: 'encodings-mixed', values: { encodings: ['utf-8', encoding] }, severity: 'warning' },
];

const damageNotes = (places: number): ReadNote[] =>
  places === 0 ? [] : [{ kind: 'undecodable-bytes', values: { places }, severity: 'warning' }];
