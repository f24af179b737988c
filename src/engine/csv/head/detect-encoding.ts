import type { Encoding } from '../../../facts/settings/encodings.ts';
import { decode } from '../letters/encoding.ts';
import { linesOfAnother } from '../letters/mixed-text.ts';
import { encodingByLetters, everydayLetters } from './encoding-by-letters.ts';

export interface DetectedEncoding {
  encoding: Encoding;
  /** How it was told. */
  evidence: 'mark' | 'bytes' | 'statistics';
  /** Only ASCII was seen: any encoding would read it alike, and a later byte may still decide. */
  ascii: boolean;
}

/** Bytes that the statistics look at: whole lines with letters beyond ASCII. */
const SAMPLE_BYTES = 2 ** 16;
/** Zero bytes at one parity, of all: every digit, delimiter and Latin letter of UTF-16 has one. */
const ZERO_SHARE = 0.05;
/** Damage is as often any other letter. */
const EVERYDAY = 0.9;

/**
 * Tells the encoding of a text: by its mark, by zero bytes, by being valid UTF-8, else by statistics of letters.
 * @param bytes the start of the text, or stretches of it: whole lines where it is not UTF-16
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const mark = markOf(bytes);
  if (mark !== null && mark !== 'utf-8') return { encoding: mark, evidence: 'mark', ascii: false };
  const wide = utf16Of(bytes);
  if (wide !== null) return { encoding: wide, evidence: 'bytes', ascii: false };
  if (bytes.includes(0x1b) && decode(bytes, 'iso-2022-jp').invalid === 0) {
    return { encoding: 'iso-2022-jp', evidence: 'bytes', ascii: false };
  }
  const evidence = mark === null ? 'bytes' : 'mark';
  const ascii = isAscii(bytes);
  const { text, invalid } = decode(bytes, 'utf-8');
  if (invalid === 0) return { encoding: 'utf-8', evidence, ascii };
  const sample = linesBeside(withPlainGroups(bytes));
  const encoding = encodingByLetters(sample);
  const isDamaged = mark !== null || isNearlyUtf8(text, invalid);
  if (isDamaged && !isWritten(sample, encoding)) return { encoding: 'utf-8', evidence, ascii };
  return { encoding, evidence: 'statistics', ascii };
}

/** In a loop: a function for each of millions of bytes takes ten times as long. */
function isAscii(bytes: Uint8Array): boolean {
  let offset = 0;
  while (offset < bytes.length && bytes[offset]! < 0x80) offset++;
  return offset === bytes.length;
}

function markOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000e-\u001a]/;

function utf16Of(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (let offset = bytes.indexOf(0); offset !== -1; offset = bytes.indexOf(0, offset + 1))
    zeros[offset % 2] = (zeros[offset % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const minZeros = (ZERO_SHARE * bytes.length) / 2;
  const found = odd > 10 * even ? 'utf-16le' : even > 10 * odd ? 'utf-16be' : null;
  if (found === null || Math.max(odd, even) <= minZeros) return null;
  // Numbers of two bytes have such zeros too, but are no text.
  return CONTROLS.test(decode(bytes, found).text) ? null : found;
}

/** A letter that no other one stands beside is rather a damaged byte. */
const ALONE = /(?<!\p{L})[^\p{ASCII}°²³µ§€](?!\p{L})/u;

/** Whether all that is no UTF-8 is words in another encoding. */
function isWritten(sample: Uint8Array, encoding: Encoding): boolean {
  const { text } = decode(sample, encoding);
  return everydayLetters(sample, encoding) >= EVERYDAY && text.search(ALONE) === -1;
}

/** So nearly valid that single bytes may be damaged, unless they are everyday letters of another encoding. */
const isNearlyUtf8 = (text: string, invalid: number): boolean =>
  (text.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length > 10 * invalid;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** With a plain blank for each no-break space between digits: it groups thousands, and tells nothing of letters. */
const withPlainGroups = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (byte === 0xa0 && isDigit(bytes[index - 1]) && isDigit(bytes[index + 1]) ? 0x20 : byte));

/** The lines that are no UTF-8, as far as the statistics look. */
function linesBeside(bytes: Uint8Array): Uint8Array {
  const lines = linesOfAnother(bytes);
  const ends = lines.map(
    (
      (sum) => (line) =>
        (sum += line.length)
    )(0),
  );
  const kept = lines.slice(0, ends.findIndex((end) => end >= SAMPLE_BYTES) + 1 || lines.length);
  const sample = new Uint8Array(ends[kept.length - 1] ?? 0);
  for (const [i, line] of kept.entries()) sample.set(line, (ends[i] ?? 0) - line.length);
  return sample;
}
