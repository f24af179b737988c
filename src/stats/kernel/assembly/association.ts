import { slotOf } from './hash';

/** Of each code two doubles stand in its table: its rows, and what all its cells take from a row's influence. */
const SHIFT: usize = 4;

function totalAt(totals: usize, code: i32): usize {
  return totals + ((<usize>code) << SHIFT);
}

// How many of `count` codes occur, and Σ n / rows of these, behind each other.
function describe(totals: usize, count: i32, n: f64, found: usize): void {
  let size: f64 = 0;
  let inverse: f64 = 0;
  for (let code = 0; code < count; code++) {
    const total = load<f64>(totalAt(totals, code));
    if (total <= 0) continue;
    size += 1;
    inverse += n / total;
  }
  store<f64>(found, size);
  store<f64>(found + 8, inverse);
}

// Σ cell² / (total of its row · total of its column), and what every code's cells take from the influence of its rows.
function addCells(touched: usize, next: usize, xTotals: usize, yTotals: usize, counts: usize, n: f64): f64 {
  let sum: f64 = 0;
  for (let at = touched; at < next; at += 12) {
    const cell = <f64>load<u32>(counts + ((<usize>load<u32>(at)) << 2));
    const x = totalAt(xTotals, load<i32>(at + 4));
    const y = totalAt(yTotals, load<i32>(at + 8));
    const part = (cell * cell) / (load<f64>(x) * load<f64>(y));
    sum += part;
    store<f64>(x + 8, load<f64>(x + 8) + (n * part) / load<f64>(x));
    store<f64>(y + 8, load<f64>(y + 8) + (n * part) / load<f64>(y));
  }
  return sum;
}

// Puts the influence of a row of each cell in the place of the cell's key; Σ of its squares and fourth powers over all rows.
function influences(
  touched: usize,
  next: usize,
  xTotals: usize,
  yTotals: usize,
  keys: usize,
  counts: usize,
  n: f64,
  found: usize,
): void {
  let squares: f64 = 0;
  let fourth: f64 = 0;
  for (let at = touched; at < next; at += 12) {
    const slot = <usize>load<u32>(at);
    const cell = <f64>load<u32>(counts + (slot << 2));
    const x = totalAt(xTotals, load<i32>(at + 4));
    const y = totalAt(yTotals, load<i32>(at + 8));
    const influence = (2 * cell * n) / (load<f64>(x) * load<f64>(y)) - load<f64>(x + 8) - load<f64>(y + 8);
    const square = influence * influence;
    squares += cell * square;
    fourth += cell * square * square;
    store<f64>(keys + (slot << 3), influence);
  }
  store<f64>(found, squares);
  store<f64>(found + 8, fourth);
}

/**
 * How much two columns of codes depend on each other, over the rows that have both: Σ cell² / (total of its row · total of its
 * column) of their table, and the influence of each row on it, 2 n cell / (row · column) − Σ over the row's cells of n cell² / (row² · column)
 * − the same of the column's: the derivative of n times the sum by the row's weight. The table is a hash of the cells that occur.
 * @param x where the codes of one column stand, 4 bytes a row; negative for none
 * @param y where those of the other stand
 * @param xTotals where totals have place, 16 bytes for each of `height` codes of x
 * @param yTotals the same for `width` codes of y
 * @param keys where 2^bits keys of 8 bytes have place, more than there are rows; all 0 before, and left so
 * @param counts where as many counts have place, 4 bytes each
 * @param touched where 12 bytes a row have place
 * @param slots where 4 bytes a row have place
 * @param batches which stretch each row is in, a byte a row
 * @param sums where the influences of each stretch are to be added up, and the number of its rows behind it, 16 bytes each; all 0 before
 * @param found where these are to stand: the rows, the codes of x that occur and Σ n / rows of them, the same of y, the sum, Σ influence² and Σ influence⁴
 */
export function association(
  x: usize,
  y: usize,
  rows: i32,
  xTotals: usize,
  height: i32,
  yTotals: usize,
  width: i32,
  keys: usize,
  counts: usize,
  bits: i32,
  touched: usize,
  slots: usize,
  batches: usize,
  sums: usize,
  found: usize,
): void {
  memory.fill(xTotals, 0, (<usize>height) << SHIFT);
  memory.fill(yTotals, 0, (<usize>width) << SHIFT);
  let n: f64 = 0;
  const last: usize = ((<usize>1) << bits) - 1;
  let next = touched;
  for (let row: usize = 0; row < <usize>rows; row++) {
    const own = load<i32>(x + (row << 2));
    const other = load<i32>(y + (row << 2));
    if ((own | other) < 0) {
      store<i32>(slots + (row << 2), -1);
      continue;
    }
    n += 1;
    const xTotal = totalAt(xTotals, own);
    const yTotal = totalAt(yTotals, other);
    store<f64>(xTotal, load<f64>(xTotal) + 1);
    store<f64>(yTotal, load<f64>(yTotal) + 1);
    const key = <u64>own * <u64>width + <u64>other + 1;
    let slot = slotOf(key, bits);
    let seen = load<u64>(keys + (slot << 3));
    while (seen != 0 && seen != key) {
      slot = (slot + 1) & last;
      seen = load<u64>(keys + (slot << 3));
    }
    if (seen == 0) {
      store<u64>(keys + (slot << 3), key);
      store<u32>(counts + (slot << 2), 0);
      store<u32>(next, <u32>slot);
      store<i32>(next + 4, own);
      store<i32>(next + 8, other);
      next += 12;
    }
    store<u32>(counts + (slot << 2), load<u32>(counts + (slot << 2)) + 1);
    store<i32>(slots + (row << 2), <i32>slot);
  }
  const sum = addCells(touched, next, xTotals, yTotals, counts, n);
  influences(touched, next, xTotals, yTotals, keys, counts, n, found + 48);
  for (let row: usize = 0; row < <usize>rows; row++) {
    const slot = load<i32>(slots + (row << 2));
    if (slot < 0) continue;
    const at = sums + ((<usize>load<u8>(batches + row)) << SHIFT);
    store<f64>(at, load<f64>(at) + load<f64>(keys + ((<usize>slot) << 3)));
    store<f64>(at + 8, load<f64>(at + 8) + 1);
  }
  for (let at = touched; at < next; at += 12) store<u64>(keys + ((<usize>load<u32>(at)) << 3), 0);
  store<f64>(found, n);
  describe(xTotals, height, n, found + 8);
  describe(yTotals, width, n, found + 24);
  store<f64>(found + 40, sum);
}
