import { analyse } from 'chardet';
import type { Encoding } from '../../../facts/settings/encodings.ts';
import { decode, isEncoding } from '../letters/encoding.ts';

type Ranges = readonly (readonly [from: number, to: number])[];

interface DoubleByte {
  encoding: Encoding;
  /** First bytes of two. */
  leads: Ranges;
  /** Those of everyday letters: the first level of the standard. */
  everyday: Ranges;
  /** A narrow range is met by chance less often. */
  bonus: number;
}

const DOUBLE_BYTE: readonly DoubleByte[] = [
  { encoding: 'shift_jis', leads: [[0x81, 0x9f], [0xe0, 0xfc]], everyday: [[0x81, 0x83], [0x88, 0x97]], bonus: 0 }, // prettier-ignore
  { encoding: 'gb18030', leads: [[0x81, 0xfe]], everyday: [[0xa1, 0xa3], [0xb0, 0xd7]], bonus: 0 }, // prettier-ignore
  { encoding: 'euc-jp', leads: [[0x8e, 0x8f], [0xa1, 0xfe]], everyday: [[0xa1, 0xa5], [0xb0, 0xcf]], bonus: 0 }, // prettier-ignore
  { encoding: 'euc-kr', leads: [[0x81, 0xfe]], everyday: [[0xa1, 0xa3], [0xb0, 0xc8]], bonus: 0.05 }, // prettier-ignore
  { encoding: 'big5', leads: [[0x81, 0xfe]], everyday: [[0xa1, 0xc6]], bonus: 0 },
];

const WESTERN = /[äöüßéèêëàâçñáíóúãôåæøîïùû°µ²€§]|[£¥](?= ?[0-9])|õ(?=e)|œ(?=[ui])|(?<=m)³/giu;

/** Letters of everyday words beyond ASCII, where n-grams of a few words do not tell. */
const SINGLE_BYTE: readonly { encoding: Encoding; everyday: RegExp }[] = [
  { encoding: 'windows-1252', everyday: WESTERN },
  { encoding: 'macintosh', everyday: WESTERN },
  { encoding: 'windows-1250', everyday: /[ąćęłńóśźżáčďéěíňřšťúůýžőűöüäăâîşţđ°µ€§]/giu },
  { encoding: 'iso-8859-2', everyday: /[ąćęłńóśźżáčďéěíňřšťúůýžőűöüäăâîşţđ°§]/giu },
  ...(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const).map((encoding) => ({
    encoding,
    everyday: /[а-яё°]/gu,
  })),
];

/** A statistical answer must beat the usual encoding of western files by this much. */
const USUAL: { encoding: Encoding; score: number } = { encoding: 'windows-1252', score: 0.08 };
/**
 * The encoding in which a text looks most like one: by n-grams, everyday letters, and signs of a wrong guess.
 * @param sample lines that hold letters beyond ASCII
 */
export function encodingByLetters(sample: Uint8Array): Encoding {
  // An encoding stands once for each language: the best match goes last.
  const matches = analyse(sample).reverse();
  const confidence = new Map(matches.map((match) => [decoderName(match.name.toLowerCase()), match.confidence / 100]));
  const scored: { encoding: Encoding; score: number }[] = [];
  const singleScore = (name: Encoding): number =>
    (confidence.get(name) ?? 0) + everydayLetters(sample, name) / 2 - oddity(sample, name);
  const singles = new Set([...confidence.keys(), ...SINGLE_BYTE.map(({ encoding }) => encoding)]);
  if (!hasMacLines(sample)) singles.delete('macintosh');
  for (const name of singles) {
    if (isEncoding(name) && isSingleByte(name)) scored.push({ encoding: name, score: singleScore(name) });
  }
  for (const wide of DOUBLE_BYTE) {
    const common = everydayShare(sample, wide) / 2 + wide.bonus + (confidence.get(wide.encoding) ?? 0);
    const score = common - oddity(sample, wide.encoding);
    if (score > 0.4 && decode(sample, wide.encoding).invalid === 0) scored.push({ encoding: wide.encoding, score });
  }
  const best = scored.sort((a, b) => b.score - a.score)[0] ?? USUAL;
  const western = USUAL.score + singleScore(USUAL.encoding);
  return best.score > western ? usualTwin(best.encoding, sample) : USUAL.encoding;
}

/** Lines end in returns alone, as on Macs of old. */
const hasMacLines = (sample: Uint8Array): boolean => sample.includes(13) && !sample.includes(10);

/** ISO 8859-1 and -9 are subsets of Windows encodings, and `TextDecoder` reads them as such. */
const decoderName = (name: string): string =>
  name === 'iso-8859-1' ? 'windows-1252' : name === 'iso-8859-9' ? 'windows-1254' : name;

const TWINS: Partial<Record<Encoding, Encoding>> = {
  'windows-1254': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
};

/** The more usual encoding of the same letters, where both read the same. */
function usualTwin(encoding: Encoding, sample: Uint8Array): Encoding {
  const twin = TWINS[encoding];
  return twin !== undefined && decode(sample, twin).text === decode(sample, encoding).text ? twin : encoding;
}

const isSingleByte = (name: Encoding): boolean =>
  !name.startsWith('utf') && name !== 'iso-2022-jp' && !DOUBLE_BYTE.some(({ encoding }) => encoding === name);

const isInRanges = (byte: number, ranges: Ranges): boolean => ranges.some(([low, high]) => byte >= low && byte <= high);

/**
 * The share of everyday letters among those beyond ASCII; 0 for an encoding of which none are listed.
 * @param sample lines that hold such letters
 * @param encoding what they may be in
 */
export function everydayLetters(sample: Uint8Array, encoding: Encoding): number {
  const everyday = SINGLE_BYTE.find((candidate) => candidate.encoding === encoding)?.everyday;
  if (everyday === undefined) return 0;
  const { text } = decode(sample, encoding);
  return (text.match(everyday) ?? []).length / Math.max(1, (text.match(/[^\p{ASCII}]/gu) ?? []).length);
}

/** The share of letters that are everyday ones, were the text of two bytes a letter; 0 below two letters. */
function everydayShare(bytes: Uint8Array, { encoding, leads, everyday }: DoubleByte): number {
  let [letters, common] = [0, 0];
  for (let offset = 0; offset < bytes.length; offset++) {
    const byte = bytes[offset] ?? 0;
    if (byte < 0x80) continue;
    letters++;
    if (isInRanges(byte, leads)) {
      offset++;
      if (isInRanges(byte, everyday)) common++;
    } else if (encoding === 'shift_jis') {
      // Katakana of half width: in old systems as usual as elsewhere any byte is.
      common += 0.5;
    }
  }
  return letters < 2 ? 0 : common / letters;
}

/**
 * Signs of a wrong guess: symbols inside words, capitals behind small letters, two scripts in a word, words of accents
 * alone, East Asian letters beside small Latin ones, Icelandic letters (in their place Turkish has its own), control codes.
 */
const ODD = [
  /\p{L}[^\p{L}\p{M}\p{N}\s\p{ASCII}’]+(?=\p{L})/gu,
  /\p{Ll}(?=(?!\p{ASCII})\p{Lu})/gu,
  /[A-Za-z](?=(?!\p{Script=Latin})\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Hebrew}|\p{Script=Arabic})/gu,
  /(?:(?!\p{ASCII})\p{Script=Latin}){3}/gu,
  /[a-z](?=\p{Script=Han}|\p{Script=Hangul})|[\p{Script=Han}\p{Script=Hangul}](?=[a-z])/gu,
  /[ðþýÐÞÝ]/g,
  /[\u0080-\u009f\ufffd]/g,
];

/** How odd a text looks in an encoding: signs by letter beyond ASCII. */
function oddity(sample: Uint8Array, encoding: Encoding): number {
  const { text } = decode(sample, encoding);
  const letters = (text.match(/[^\p{ASCII}]/gu) ?? []).length;
  const odd = ODD.reduce((sum, sign) => sum + (text.match(sign) ?? []).length, 0);
  return odd / Math.max(1, letters);
}
