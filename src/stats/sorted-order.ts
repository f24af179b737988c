import { DIGITS, digitStarts, toKeys, wordsOf, type Digit } from './radix.ts';

/** Words of a record: low and high word of the key, row number. */
const RECORD = 3;
const ROW = 2;

// Keys of a copy in which −0 is 0 and every NaN is the one that sorts behind +∞.
function keysOf(values: Float64Array): Int32Array {
  const copy = values.slice();
  for (let row = 0; row < copy.length; row++) {
    const value = copy[row]!;
    copy[row] = value === value ? value + 0 : NaN;
  }
  const words = wordsOf(copy);
  toKeys(words);
  return words;
}

function recordsOf(values: Float64Array): Int32Array {
  const keys = keysOf(values);
  const records = new Int32Array(RECORD * values.length);
  for (let row = 0, i = 0; row < values.length; row++, i += RECORD) {
    records[i] = keys[2 * row]!;
    records[i + 1] = keys[2 * row + 1]!;
    records[i + ROW] = row;
  }
  return records;
}

// One stable counting pass by one digit of the given word.
function scatter(
  from: Int32Array,
  to: Int32Array,
  starts: Uint32Array,
  { shift, mask, word }: Digit & { word: number },
) {
  for (let i = 0; i < from.length; i += RECORD) {
    const target = RECORD * starts[(from[i + word]! >>> shift) & mask]!++;
    to[target] = from[i]!;
    to[target + 1] = from[i + 1]!;
    to[target + ROW] = from[i + ROW]!;
  }
}

/**
 * The permutation that sorts: row numbers in ascending order of their value. Stable: equal values keep the order of
 * their rows (−0 equals 0). NaN come last.
 *
 * Radix sort, at most six passes: O(n), 24 bytes a row while it runs.
 *
 * @param values any doubles
 * @returns e.g. [1, 2, 0] for (3, −1, 2)
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  let from: Int32Array = recordsOf(values);
  let to: Int32Array = new Int32Array(from.length);
  for (const word of [0, 1]) {
    for (const digit of DIGITS) {
      const starts = digitStarts(from, digit, word, RECORD);
      if (!starts) continue;
      scatter(from, to, starts, { ...digit, word });
      [from, to] = [to, from];
    }
  }
  const records = from;
  return new Uint32Array(values.length).map((_, position) => records[RECORD * position + ROW]!);
}
