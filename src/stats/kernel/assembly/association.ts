import { slotOf } from './hash';

// How many of `count` doubles are not 0.
function filled(totals: usize, count: i32): f64 {
  let size: f64 = 0;
  for (let i: usize = 0; i < <usize>count; i++) if (load<f64>(totals + (i << 3)) > 0) size += 1;
  return size;
}

/**
 * How much two columns of codes depend on each other, over the rows that have both: Σ cell² / (total of its row · total of its
 * column) of their table. The table is a hash of the cells that occur.
 * @param x where the codes of one column stand, 4 bytes a row; negative for none
 * @param y where those of the other stand
 * @param xTotals where totals have place, 8 bytes for each of `height` codes of x
 * @param yTotals the same for `width` codes of y
 * @param keys where 2^bits keys of 8 bytes have place, more than there are rows; all 0 before, and left so
 * @param counts where as many counts have place, 4 bytes each
 * @param touched where 12 bytes a row have place
 * @param found where the rows, the codes of x and of y that occur, and the sum are to stand
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
  found: usize,
): void {
  memory.fill(xTotals, 0, (<usize>height) << 3);
  memory.fill(yTotals, 0, (<usize>width) << 3);
  let n: f64 = 0;
  for (let row: usize = 0; row < <usize>rows; row++) {
    const own = load<i32>(x + (row << 2));
    const other = load<i32>(y + (row << 2));
    if ((own | other) < 0) continue;
    n += 1;
    const xTotal = xTotals + ((<usize>own) << 3);
    const yTotal = yTotals + ((<usize>other) << 3);
    store<f64>(xTotal, load<f64>(xTotal) + 1);
    store<f64>(yTotal, load<f64>(yTotal) + 1);
  }
  const last: usize = ((<usize>1) << bits) - 1;
  let next = touched;
  for (let row: usize = 0; row < <usize>rows; row++) {
    const own = load<i32>(x + (row << 2));
    const other = load<i32>(y + (row << 2));
    if ((own | other) < 0) continue;
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
  }
  let sum: f64 = 0;
  for (let at = touched; at < next; at += 12) {
    const slot = <usize>load<u32>(at);
    const cell = <f64>load<u32>(counts + (slot << 2));
    const xTotal = load<f64>(xTotals + ((<usize>load<i32>(at + 4)) << 3));
    const yTotal = load<f64>(yTotals + ((<usize>load<i32>(at + 8)) << 3));
    sum += (cell * cell) / (xTotal * yTotal);
    store<u64>(keys + (slot << 3), 0);
  }
  store<f64>(found, n);
  store<f64>(found + 8, filled(xTotals, height));
  store<f64>(found + 16, filled(yTotals, width));
  store<f64>(found + 24, sum);
}
