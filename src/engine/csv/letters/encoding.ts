import { ENCODINGS, type Encoding } from '../../../facts/settings/encodings.ts';

/**
 * Whether a name is one of the encodings.
 * @param name a `TextDecoder` name, in lower case
 */
export const isEncoding = (name: string): name is Encoding => ENCODINGS.some((encoding) => encoding === name);

/** A text from bytes, and where the bytes were none of the encoding. */
export interface Decoded {
  text: string;
  /** Places that hold bytes without a meaning in the encoding; `�` stands there. */
  invalid: number;
}

/**
 * Bytes as text. A mark at the start is left out.
 * @param bytes whole characters
 * @param encoding what they are in
 */
export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  try {
    return { text: read(new TextDecoder(encoding, { fatal: true }), bytes), invalid: 0 };
  } catch {
    const text = read(new TextDecoder(encoding), bytes);
    return { text, invalid: Math.max(1, count(text, '\ufffd') - writtenMarks(bytes, encoding)) };
  }
}

/** Windows-1252 from 0x80 on: some decoders (Node before 23.7) take it for ISO 8859-1 and leave control codes here. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function read(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replaceAll(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter);
}

const count = (text: string, letter: string): number => text.split(letter).length - 1;

/** `�` that the file itself holds, left by whatever wrote it. */
function writtenMarks(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'utf-8') return 0;
  let marks = 0;
  for (let offset = bytes.indexOf(0xef); offset !== -1; offset = bytes.indexOf(0xef, offset + 1)) {
    if (bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) marks++;
  }
  return marks;
}
