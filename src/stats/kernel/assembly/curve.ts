import { keyOf, valueOf } from './keys';
import { sortKeys } from './sort';

/** Where a column's cells that are no finite value are counted, 4 bytes each. */
const SIZE: usize = 0;
const MISSING: usize = 4;
const NAN: usize = 8;
const POSITIVE: usize = 12;
const NEGATIVE: usize = 16;

function countOne(counter: usize): void {
  store<u32>(counter, load<u32>(counter) + 1);
}

/**
 * The empirical distribution of a column.
 * @param rows where `count` doubles stand, in row order
 * @param missing a byte a row, 1 where the cell is missing; 0 for no such bytes
 * @param values where the distinct finite values are to stand, ascending; as many bytes as rows
 * @param spare as many bytes
 * @param counts where it is to stand how often each occurs, 4 bytes a row
 * @param upTo where it is to stand how many values are no larger, 4 bytes a row
 * @param tally where the numbers of finite, missing, NaN and infinite cells are to stand
 * @returns how many distinct values there are
 */
export function curve(
  rows: usize,
  missing: usize,
  count: i32,
  values: usize,
  spare: usize,
  counts: usize,
  upTo: usize,
  tally: usize,
  workspace: usize,
): i32 {
  memory.fill(tally, 0, NEGATIVE + 4);
  let smallest = u64.MAX_VALUE;
  let largest: u64 = 0;
  let next = values;
  for (let row: usize = 0; row < <usize>count; row++) {
    // −0 is 0.
    const value = load<f64>(rows + (row << 3)) + 0.0;
    if (missing != 0 && load<u8>(missing + row) == 1) countOne(tally + MISSING);
    else if (value - value == 0) {
      const key = keyOf(reinterpret<i64>(value));
      store<u64>(next, key);
      next += 8;
      smallest = min(smallest, key);
      largest = max(largest, key);
    } else if (value != value) countOne(tally + NAN);
    else countOne(tally + (value > 0 ? POSITIVE : NEGATIVE));
  }
  const size = <i32>((next - values) >>> 3);
  store<i32>(tally + SIZE, size);
  if (size == 0) return 0;
  return runs(sortKeys(values, spare, size, smallest, largest, workspace), smallest, size, values, counts, upTo);
}

// Distinct values of sorted keys. They may stand where the keys do: no key is written before it has been read.
function runs(keys: usize, smallest: u64, size: i32, values: usize, counts: usize, upTo: usize): i32 {
  let last = load<u64>(keys);
  let distinct: usize = 0;
  let start = 0;
  store<f64>(values, valueOf(last + smallest));
  for (let i = 1; i < size; i++) {
    const key = load<u64>(keys + ((<usize>i) << 3));
    if (key == last) continue;
    last = key;
    store<u32>(counts + (distinct << 2), i - start);
    store<u32>(upTo + (distinct << 2), i);
    start = i;
    distinct++;
    store<f64>(values + (distinct << 3), valueOf(key + smallest));
  }
  store<u32>(counts + (distinct << 2), size - start);
  store<u32>(upTo + (distinct << 2), size);
  return <i32>distinct + 1;
}
