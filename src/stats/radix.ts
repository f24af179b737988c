/**
 * Doubles as pairs of 32-bit words (low word first: every platform that runs WebAssembly is little-endian), and the
 * digits of those words. A double becomes an unsigned 64-bit *key* of the same order when all bits of a negative
 * number are flipped, and the sign bit of a positive one (Herf 2001, "Radix tricks").
 */

/** The three digits of a word, least significant first. 2048 counters fit the first-level cache, 65536 do not. */
export const DIGITS = [
  { shift: 0, mask: 0x7ff },
  { shift: 11, mask: 0x7ff },
  { shift: 22, mask: 0x3ff },
] as const;

export type Digit = (typeof DIGITS)[number];

/**
 * A view of the words of `values`; it shares their memory.
 * @param values any doubles
 */
export function wordsOf(values: Float64Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
}

/** Where the 32 bits of a key lie by which it is sorted: the first that differ within a column, and those behind. */
export interface Window {
  /** The smallest high word. */
  base: number;
  /** How many bits of the low word follow those of the high word less its base. */
  bits: number;
}

function windowOf(words: Int32Array): Window {
  let low = 0xffffffff;
  let high = 0;
  for (let i = 1; i < words.length; i += 2) {
    const word = words[i]! >>> 0;
    if (word < low) low = word;
    if (word > high) high = word;
  }
  return { base: low | 0, bits: Math.min(31, Math.clz32(high - low)) };
}

/**
 * Turns doubles into keys, in place, and moves the 32 bits of each that matter most to its high word. Without that,
 * values far from 0 would share their high words in long runs.
 * @param words pairs of words, at least one
 * @returns where the high words come from: `fromKeys` needs it
 */
export function toKeys(words: Int32Array): Window {
  for (let i = 1; i < words.length; i += 2) {
    const high = words[i]!;
    const sign = high >> 31;
    words[i - 1]! ^= sign;
    words[i] = high ^ (sign | 0x80000000);
  }
  const window = windowOf(words);
  const { base, bits } = window;
  const rest = 31 - bits;
  for (let i = 1; i < words.length; i += 2) {
    words[i] = ((words[i]! - base) << bits) | ((words[i - 1]! >>> 1) >>> rest);
  }
  return window;
}

/**
 * Turns keys back into doubles, in place.
 * @param words pairs of words
 * @param window what `toKeys` gave
 */
export function fromKeys(words: Int32Array, { base, bits }: Window): void {
  for (let i = 1; i < words.length; i += 2) {
    const high = (words[i]! >>> bits) + base;
    const sign = ~(high >> 31);
    words[i - 1]! ^= sign;
    words[i] = high ^ (sign | 0x80000000);
  }
}

/**
 * Where the items with each value of a digit start once sorted by it; null where all items share one value.
 * @param words the words that hold the digit
 * @param digit which bits
 * @param offset the first word to look at
 * @param stride words from one item to the next
 */
export function digitStarts(words: Int32Array, digit: Digit, offset: number, stride: number): Uint32Array | null {
  const starts = new Uint32Array(digit.mask + 1);
  for (let i = offset; i < words.length; i += stride) starts[(words[i]! >>> digit.shift) & digit.mask]!++;
  const items = Math.ceil((words.length - offset) / stride);
  let position = 0;
  for (let value = 0; value < starts.length; value++) {
    const count = starts[value]!;
    if (count === items) return null;
    starts[value] = position;
    position += count;
  }
  return starts;
}
