import { keyOf, valueOf } from './keys';
import { countDigits, DIGITS, FIRST_DIGITS, lowestBit, sortByDigits, sortPairs } from './radix';

/** So few keys are put in order without counting. */
const FEW: i32 = 48;
/** Keys that are nearly in order are moved into it, by so many places each on average; more cost more than sorting anew. */
const MOVES: i32 = 8;

/** Moves keys that are nearly in order into it; false where that would take too long, with the keys in any order. */
function settle(keys: usize, count: i32): bool {
  let moves: i64 = <i64>count * MOVES;
  const end = keys + ((<usize>count) << 3);
  let largest = count > 0 ? load<u64>(keys) : 0;
  for (let at = keys + 8; at < end; at += 8) {
    const key = load<u64>(at);
    if (key >= largest) {
      largest = key;
      continue;
    }
    let to = at;
    for (; to > keys && load<u64>(to - 8) > key; to -= 8) store<u64>(to, load<u64>(to - 8));
    store<u64>(to, key);
    moves -= <i64>((at - to) >> 3);
    if (moves < 0) return false;
  }
  return true;
}

/**
 * Sorts keys.
 * @param keys where `count` keys stand
 * @param spare as many bytes
 * @param smallest of the keys; they are taken from it, so that the smallest is 0
 * @param largest of the keys
 * @returns where the sorted differences stand: one of the two
 */
export function sortKeys(keys: usize, spare: usize, count: i32, smallest: u64, largest: u64, workspace: usize): usize {
  const end = keys + ((<usize>count) << 3);
  for (let at = keys; at < end; at += 8) store<u64>(at, load<u64>(at) - smallest);
  let sorted = keys;
  if (count > FEW) {
    const bit = lowestBit(largest - smallest);
    countDigits(keys, count, bit, FIRST_DIGITS, workspace);
    sorted = sortByDigits(keys, spare, count, bit, FIRST_DIGITS, workspace);
  }
  if (settle(sorted, count)) return sorted;
  countDigits(sorted, count, 0, DIGITS, workspace);
  return sortByDigits(sorted, sorted == keys ? spare : keys, count, 0, DIGITS, workspace);
}

/**
 * Sorts doubles ascending, in place; −0 before 0.
 * @param values where `count` doubles stand, no NaN among them
 * @param spare as many bytes
 */
export function ascending(values: usize, spare: usize, count: i32, workspace: usize): void {
  let smallest = u64.MAX_VALUE;
  let largest: u64 = 0;
  const end = values + ((<usize>count) << 3);
  for (let at = values; at < end; at += 8) {
    const key = keyOf(load<i64>(at));
    store<u64>(at, key);
    smallest = min(smallest, key);
    largest = max(largest, key);
  }
  const sorted = sortKeys(values, spare, count, smallest, largest, workspace);
  for (let i: usize = 0; i < <usize>count; i++) {
    store<f64>(values + (i << 3), valueOf(load<u64>(sorted + (i << 3)) + smallest));
  }
}

/** Moves pairs that are nearly in order into it, equal keys by their numbers' places; false where that would take too long. */
function settlePairs(keys: usize, numbers: usize, count: i32): bool {
  let moves: i64 = <i64>count * MOVES;
  for (let i: usize = 1; i < <usize>count; i++) {
    const key = load<u64>(keys + (i << 3));
    if (key >= load<u64>(keys + ((i - 1) << 3))) continue;
    const number = load<u32>(numbers + (i << 2));
    let to = i;
    for (; to > 0 && load<u64>(keys + ((to - 1) << 3)) > key; to--) {
      store<u64>(keys + (to << 3), load<u64>(keys + ((to - 1) << 3)));
      store<u32>(numbers + (to << 2), load<u32>(numbers + ((to - 1) << 2)));
    }
    store<u64>(keys + (to << 3), key);
    store<u32>(numbers + (to << 2), number);
    moves -= <i64>(i - to);
    if (moves < 0) return false;
  }
  return true;
}

/**
 * Sorts doubles ascending, in place, with a number that goes along with each; stable. −0 becomes 0, NaN come last.
 * @param values where `count` doubles stand
 * @param numbers where as many numbers stand, 4 bytes each
 * @param spare as many bytes as values have
 * @param spareNumbers as many bytes as numbers have
 */
export function ascendingPairs(
  values: usize,
  numbers: usize,
  spare: usize,
  spareNumbers: usize,
  count: i32,
  workspace: usize,
): void {
  let smallest = u64.MAX_VALUE;
  let largest: u64 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const value = load<f64>(values + (i << 3)) + 0.0;
    const key = value == value ? keyOf(reinterpret<i64>(value)) : u64.MAX_VALUE;
    store<u64>(values + (i << 3), key);
    smallest = min(smallest, key);
    largest = max(largest, key);
  }
  for (let i: usize = 0; i < <usize>count; i++) {
    store<u64>(values + (i << 3), load<u64>(values + (i << 3)) - smallest);
  }
  const bit = lowestBit(largest - smallest);
  countDigits(values, count, bit, FIRST_DIGITS, workspace);
  let swapped = sortPairs(values, numbers, spare, spareNumbers, count, bit, FIRST_DIGITS, workspace);
  if (!settlePairs(swapped ? spare : values, swapped ? spareNumbers : numbers, count)) {
    // Equal keys have kept the order of their rows.
    countDigits(swapped ? spare : values, count, 0, DIGITS, workspace);
    const again = sortPairs(
      swapped ? spare : values,
      swapped ? spareNumbers : numbers,
      swapped ? values : spare,
      swapped ? numbers : spareNumbers,
      count,
      0,
      DIGITS,
      workspace,
    );
    swapped = swapped != again;
  }
  const sorted = swapped ? spare : values;
  for (let i: usize = 0; i < <usize>count; i++) {
    store<f64>(values + (i << 3), valueOf(load<u64>(sorted + (i << 3)) + smallest));
  }
  if (swapped) memory.copy(numbers, spareNumbers, (<usize>count) << 2);
}
