/** Encodings that text is read in, by their `TextDecoder` names, and what they are called on the screen. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-1257': 'Baltic (Windows-1257)',
  'windows-1258': 'Vietnamese (Windows-1258)',
  'windows-874': 'Thai (Windows-874)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'iso-8859-5': 'Cyrillic (ISO 8859-5)',
  'iso-8859-6': 'Arabic (ISO 8859-6)',
  'iso-8859-7': 'Greek (ISO 8859-7)',
  'iso-8859-8': 'Hebrew (ISO 8859-8)',
  'iso-8859-15': 'Western European (ISO 8859-15)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'koi8-u': 'Ukrainian (KOI8-U)',
  ibm866: 'Cyrillic (DOS 866)',
  macintosh: 'Western European (Mac)',
  'x-mac-cyrillic': 'Cyrillic (Mac)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'iso-2022-jp': 'Japanese (ISO 2022-JP)',
  gb18030: 'Chinese, simplified (GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
} as const;

export type Encoding = keyof typeof ENCODINGS;

/**
 * Whether a name is one of the encodings.
 * @param name a `TextDecoder` name, in lower case
 */
export const isEncoding = (name: string): name is Encoding => Object.hasOwn(ENCODINGS, name);

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
  for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) marks++;
  }
  return marks;
}
