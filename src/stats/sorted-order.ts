import { DIGITS, digitStarts, toKeys, wordsOf, type Digit } from './radix.ts';

/** Words of a record: high word of the key, row number. */
const RECORD = 2;
/** Runs up to this length are sorted by insertion. */
const SHORT_RUN = 24;

// Keys of a copy in which −0 is 0 and every NaN is the one that sorts behind +∞.
function keysOf(values: Float64Array): Int32Array {
  const copy = new Float64Array(values.length);
  for (let row = 0; row < copy.length; row++) {
    const value = values[row]!;
    copy[row] = value === value ? value + 0 : NaN;
  }
  const words = wordsOf(copy);
  toKeys(words);
  return words;
}

function recordsOf(keys: Int32Array): Int32Array {
  const records = new Int32Array(keys.length);
  for (let i = 0; i < records.length; i += RECORD) {
    records[i] = keys[i + 1]!;
    records[i + 1] = i / 2;
  }
  return records;
}

// One stable counting pass by one digit of the high word.
function scatter(from: Int32Array, to: Int32Array, starts: Uint32Array, { shift, mask }: Digit): void {
  for (let i = 0; i < from.length; i += RECORD) {
    const high = from[i]!;
    const target = RECORD * starts[(high >>> shift) & mask]!++;
    to[target] = high;
    to[target + 1] = from[i + 1]!;
  }
}

function sortedByHighWord(keys: Int32Array): Int32Array {
  let from: Int32Array = recordsOf(keys);
  let to: Int32Array = new Int32Array(from.length);
  for (const digit of DIGITS) {
    const starts = digitStarts(from, digit, 0, RECORD);
    if (!starts) continue;
    scatter(from, to, starts, digit);
    [from, to] = [to, from];
  }
  return from;
}

// Sorts the rows at start, …, end − 1, which share their high word, by the low one; stable.
function sortRun(order: Uint32Array, lows: Uint32Array, start: number, end: number): void {
  let sorted = true;
  for (let i = start + 1; sorted && i < end; i++) sorted = lows[2 * order[i - 1]!]! <= lows[2 * order[i]!]!;
  if (sorted) return;
  if (end - start > SHORT_RUN) {
    const low = (row: number) => lows[2 * row]!;
    order.subarray(start, end).sort((a, b) => low(a) - low(b) || a - b);
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!;
    const low = lows[2 * row]!;
    let j = i - 1;
    for (; j >= start && lows[2 * order[j]!]! > low; j--) order[j + 1] = order[j]!;
    order[j + 1] = row;
  }
}

/**
 * The permutation that sorts: row numbers in ascending order of their value. Stable: equal values keep the order of
 * their rows (−0 equals 0). NaN come last.
 *
 * Radix sort on the high word of the keys (see `toKeys`), then by the low word within the runs that share it: O(n) for the
 * usual column, O(n log n) at worst. 32 bytes a row while it runs.
 *
 * @param values any doubles
 * @returns e.g. [1, 2, 0] for (3, −1, 2)
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const keys = keysOf(values);
  const records = sortedByHighWord(keys);
  const lows = new Uint32Array(keys.buffer);
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = records[RECORD * i + 1]!;
  for (let start = 0; start < order.length;) {
    const high = records[RECORD * start]!;
    let end = start + 1;
    while (end < order.length && records[RECORD * end] === high) end++;
    if (end > start + 1) sortRun(order, lows, start, end);
    start = end;
  }
  return order;
}
