/**
 * Radix sort of 64-bit keys by counting passes. A digit has 11 bits: its 2048 counters fit the first-level cache, those of 16
 * bits do not.
 */

const DIGIT: i32 = 11;
const MASK: u64 = 0x7ff;
/** Bytes of a digit's counters. */
const COUNTERS: usize = 2048 * 4;
/** Digits of a whole key. */
export const DIGITS: i32 = 6;
/** Digits that are sorted by first: what they leave in disorder is short in real columns. */
export const FIRST_DIGITS: i32 = 3;

/**
 * The lowest bit of the three digits that tell keys apart best: the first that differ within a column. Without looking for
 * them, values far from 0 would agree in all of their first digits.
 * @param spread largest less smallest key
 */
export function lowestBit(spread: u64): i32 {
  return max(0, 64 - <i32>clz(spread) - FIRST_DIGITS * DIGIT);
}

// How often each value of three digits occurs.
function countThree(keys: usize, count: i32, bit: i32, counters: usize): void {
  const end = keys + ((<usize>count) << 3);
  for (let at = keys; at < end; at += 8) {
    const key = load<u64>(at) >> bit;
    const first = counters + ((<usize>(key & MASK)) << 2);
    const second = counters + ((<usize>((key >> DIGIT) & MASK)) << 2);
    const third = counters + ((<usize>((key >> (2 * DIGIT)) & MASK)) << 2);
    store<u32>(first, load<u32>(first) + 1);
    store<u32>(second, load<u32>(second, COUNTERS) + 1, COUNTERS);
    store<u32>(third, load<u32>(third, 2 * COUNTERS) + 1, 2 * COUNTERS);
  }
}

/**
 * Counts how often each value of each digit occurs.
 * @param keys where `count` keys stand
 * @param bit lowest bit of the first digit
 * @param digits how many: three or six
 */
export function countDigits(keys: usize, count: i32, bit: i32, digits: i32, workspace: usize): void {
  memory.fill(workspace, 0, <usize>digits * COUNTERS);
  for (let digit = 0; digit < digits; digit += 3) {
    countThree(keys, count, bit + digit * DIGIT, workspace + <usize>digit * COUNTERS);
  }
}

// From how often each value occurs to where its first key will stand, in keys; false where all keys share one value.
function starts(counters: usize, count: i32): bool {
  let before: u32 = 0;
  for (let at = counters; at < counters + COUNTERS; at += 4) {
    const here = load<u32>(at);
    if (here == <u32>count) return false;
    store<u32>(at, before);
    before += here;
  }
  return true;
}

/**
 * Sorts keys by some of their digits, stably; `countDigits` has counted them.
 * @param keys where they stand
 * @param spare as many bytes
 * @returns where the sorted keys stand: one of the two
 */
export function sortByDigits(keys: usize, spare: usize, count: i32, bit: i32, digits: i32, workspace: usize): usize {
  let from = keys;
  let to = spare;
  for (let digit = 0; digit < digits; digit++) {
    const counters = workspace + <usize>digit * COUNTERS;
    if (!starts(counters, count)) continue;
    const shift = bit + digit * DIGIT;
    const end = from + ((<usize>count) << 3);
    for (let at = from; at < end; at += 8) {
      const key = load<u64>(at);
      const start = counters + ((<usize>((key >> shift) & MASK)) << 2);
      const place = load<u32>(start);
      store<u32>(start, place + 1);
      store<u64>(to + ((<usize>place) << 3), key);
    }
    const sorted = to;
    to = from;
    from = sorted;
  }
  return from;
}

/**
 * The same for keys that carry a number each (32 bits), in an array of its own.
 * @param numbers where they stand
 * @param spareNumbers as many bytes
 * @returns whether keys and numbers stand in the spare places now
 */
export function sortPairs(
  keys: usize,
  numbers: usize,
  spare: usize,
  spareNumbers: usize,
  count: i32,
  bit: i32,
  digits: i32,
  workspace: usize,
): bool {
  let swapped = false;
  for (let digit = 0; digit < digits; digit++) {
    const counters = workspace + <usize>digit * COUNTERS;
    if (!starts(counters, count)) continue;
    const shift = bit + digit * DIGIT;
    const from = swapped ? spare : keys;
    const to = swapped ? keys : spare;
    const numbersFrom = swapped ? spareNumbers : numbers;
    const numbersTo = swapped ? numbers : spareNumbers;
    for (let i: usize = 0; i < <usize>count; i++) {
      const key = load<u64>(from + (i << 3));
      const start = counters + ((<usize>((key >> shift) & MASK)) << 2);
      const place = <usize>load<u32>(start);
      store<u32>(start, <u32>place + 1);
      store<u64>(to + (place << 3), key);
      store<u32>(numbersTo + (place << 2), load<u32>(numbersFrom + (i << 2)));
    }
    swapped = !swapped;
  }
  return swapped;
}
