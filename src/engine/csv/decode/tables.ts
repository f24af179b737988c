/** Powers of five stand in the kernel's table from minus this one to this one. */
const MOST_POWER = 60;
const MOST_TEN = 22;
const WORD = 64n;
const TOP = 1n << 127n;

/** The powers of ten that are doubles, from 10⁰ on. */
export const powersOfTen = (): Uint8Array =>
  new Uint8Array(Float64Array.from({ length: MOST_TEN + 1 }, (_, power) => 10 ** power).buffer);

/** The first 128 bits of the powers of five, the lower half first; those of negative powers are rounded up, so that products never fall short. */
export function powersOfFive(): Uint8Array {
  const words = Array.from({ length: 2 * MOST_POWER + 1 }, (_, i) => firstBits(i - MOST_POWER));
  return new Uint8Array(
    BigUint64Array.from(words.flatMap((bits) => [bits & ((1n << WORD) - 1n), bits >> WORD])).buffer,
  );
}

function firstBits(power: number): bigint {
  const whole = 5n ** BigInt(Math.abs(power));
  if (power >= 0) return inPlace(whole);
  const size = BigInt(whole.toString(2).length);
  // Of powers that are no powers of two the quotient has size + 127 bits less size - 1: 128.
  return power >= -27 ? (1n << (size + 127n)) / whole + 1n : inPlace((1n << (2n * size + 128n)) / whole + 1n);
}

/** Shifted so that the highest bit is the 128th. */
function inPlace(bits: bigint): bigint {
  let shifted = bits;
  while (shifted < TOP) shifted <<= 1n;
  while (shifted >= TOP << 1n) shifted >>= 1n;
  return shifted;
}

/** Bytes before the texts: a flag for each length and first byte, and how many texts there are. */
const FLAGS = 256;

/**
 * A list of texts as the kernel looks through it: flags by length and first byte, the number of texts, and each text behind its length.
 * @param texts none longer than 255 bytes; the empty one is left out
 */
export function textList(texts: readonly string[]): Uint8Array {
  const entries = [...new Set(texts)].filter((text) => text !== '').map((text) => new TextEncoder().encode(text));
  const list = new Uint8Array(FLAGS + 4 + entries.reduce((sum, { length }) => sum + 1 + length, 0));
  new DataView(list.buffer).setUint32(FLAGS, entries.length, true);
  let offset = FLAGS + 4;
  for (const entry of entries) {
    list[(entry.length * 7 + (entry[0] ?? 0)) & (FLAGS - 1)] = 1;
    list[offset] = entry.length;
    list.set(entry, offset + 1);
    offset += 1 + entry.length;
  }
  return list;
}
