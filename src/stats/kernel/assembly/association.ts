/** Of each code two doubles stand in its table: its rows, then one over them, and what all its cells take from a row's influence. */
const SHIFT: usize = 4;
/** A cell: the code of the other column, and its rows; 4 bytes each. */
const CELL: usize = 8;

function totalAt(totals: usize, code: usize): usize {
  return totals + (code << SHIFT);
}

// How many of `count` codes occur, and Σ n / rows of these, behind each other; one over its rows in the place of each code's rows.
function invert(totals: usize, count: i32, n: f64, found: usize): void {
  let size: f64 = 0;
  let inverse: f64 = 0;
  for (let code: usize = 0; code < <usize>count; code++) {
    const rows = load<f64>(totalAt(totals, code));
    if (rows <= 0) continue;
    size += 1;
    inverse += n / rows;
    store<f64>(totalAt(totals, code), 1 / rows);
  }
  store<f64>(found, size);
  store<f64>(found + 8, inverse);
}

// Finds the cells of the rows in [start, end), which have one code, and adds their rows to the other column's totals; the end of the cells.
function findCells(
  start: usize,
  end: usize,
  order: usize,
  y: usize,
  own: usize,
  counts: usize,
  yTotals: usize,
  cells: usize,
): usize {
  let next = cells;
  for (let at = start; at < end; at++) {
    const code = load<i32>(y + ((<usize>load<u32>(order + (at << 2))) << 2));
    store<i32>(own + (at << 2), code);
    if (code < 0) continue;
    const count = counts + ((<usize>code) << 2);
    const before = load<u32>(count);
    store<u32>(count, before + 1);
    // Whether a cell is new is anyone's guess: no jump hangs on it.
    store<i32>(next, code);
    next += select<usize>(CELL, 0, before == 0);
  }
  for (let cell = cells; cell < next; cell += CELL) {
    const code = <usize>load<u32>(cell);
    const count = load<u32>(counts + (code << 2));
    store<u32>(counts + (code << 2), 0);
    store<u32>(cell + 4, count);
    const total = totalAt(yTotals, code);
    store<f64>(total, load<f64>(total) + <f64>count);
  }
  return next;
}

// Σ cell² / (total of its row · total of its column) of cells of one row, and what they take from the influence of rows of their codes.
function addCells(cells: usize, end: usize, x: usize, yTotals: usize, n: f64): f64 {
  const share = load<f64>(x);
  let sum: f64 = 0;
  let taken: f64 = 0;
  for (let cell = cells; cell < end; cell += CELL) {
    const rows = <f64>load<u32>(cell + 4);
    const y = totalAt(yTotals, <usize>load<u32>(cell));
    const part = rows * rows * (share * load<f64>(y));
    sum += part;
    taken += n * part * share;
    store<f64>(y + 8, load<f64>(y + 8) + n * part * load<f64>(y));
  }
  store<f64>(x + 8, taken);
  return sum;
}

// Σ of the influences of the rows of cells, squared and to the fourth, added to what was found; each cell's influence by the other column's code.
function weigh(cells: usize, end: usize, x: usize, yTotals: usize, n: f64, weights: usize, found: usize): void {
  const share = load<f64>(x);
  const taken = load<f64>(x + 8);
  let squares: f64 = 0;
  let fourth: f64 = 0;
  for (let cell = cells; cell < end; cell += CELL) {
    const rows = <f64>load<u32>(cell + 4);
    const code = <usize>load<u32>(cell);
    const y = totalAt(yTotals, code);
    const influence = 2 * rows * n * (share * load<f64>(y)) - taken - load<f64>(y + 8);
    const square = influence * influence;
    squares += rows * square;
    fourth += rows * square * square;
    store<f64>(weights + (code << 3), influence);
  }
  store<f64>(found, load<f64>(found) + squares);
  store<f64>(found + 8, load<f64>(found + 8) + fourth);
}

// Adds the influences of rows to their stretches, and counts them there.
function addToStretches(
  start: usize,
  end: usize,
  own: usize,
  weights: usize,
  batches: usize,
  sums: usize,
  rows: usize,
): void {
  for (let at = start; at < end; at++) {
    const code = load<i32>(own + (at << 2));
    if (code < 0) continue;
    const stretch = (<usize>load<u8>(batches + at)) << 3;
    store<f64>(sums + stretch, load<f64>(sums + stretch) + load<f64>(weights + ((<usize>code) << 3)));
    store<f64>(rows + stretch, load<f64>(rows + stretch) + 1);
  }
}

/**
 * How much two columns of codes depend on each other, over the rows that have both: Σ cell² / (total of its row · total of its
 * column) of their table, and the influence of each row on it, 2 n cell / (row · column) − Σ over the row's cells of n cell² / (row² · column)
 * − the same of the column's: the derivative of n times the sum by the row's weight. The rows go code by code, as `groupRows` has put them together,
 * so that a table's row is a small thing at a time.
 * @param order the rows' numbers, code by code of x, 4 bytes each
 * @param starts where the rows of each of `height` codes begin, and the end of the last
 * @param y where the codes of the other stand, 4 bytes a row; negative for none
 * @param batches which stretch each row is in, a byte each, in that order
 * @param own where as many codes have place, 4 bytes each
 * @param xTotals where totals have place, 16 bytes for each code of x
 * @param yTotals the same for `width` codes of y
 * @param counts where 4 bytes have place for each code of y; all 0 before, and left so
 * @param weights where 8 bytes have place for each code of y
 * @param cells where 8 bytes have place for each row, and for one more
 * @param ends where 4 bytes have place for each code of x
 * @param sums where the influences of each stretch are to be added up, 8 bytes each; all 0 before
 * @param stretchRows where the rows of each stretch are to be counted, 8 bytes each; all 0 before
 * @param found where these are to stand: the rows, the codes of x that occur and Σ n / rows of them, the same of y, the sum, Σ influence² and Σ influence⁴
 */
export function association(
  order: usize,
  starts: usize,
  height: i32,
  y: usize,
  width: i32,
  batches: usize,
  own: usize,
  xTotals: usize,
  yTotals: usize,
  counts: usize,
  weights: usize,
  cells: usize,
  ends: usize,
  sums: usize,
  stretchRows: usize,
  found: usize,
): void {
  memory.fill(yTotals, 0, (<usize>width) << SHIFT);
  let n: f64 = 0;
  let next = cells;
  for (let code: usize = 0; code < <usize>height; code++) {
    const start = <usize>load<u32>(starts + (code << 2));
    const first = next;
    next = findCells(start, <usize>load<u32>(starts + (code << 2), 4), order, y, own, counts, yTotals, first);
    let rows: u32 = 0;
    for (let cell = first; cell < next; cell += CELL) rows += load<u32>(cell + 4);
    store<f64>(totalAt(xTotals, code), <f64>rows);
    store<u32>(ends + (code << 2), <u32>next);
    n += <f64>rows;
  }
  store<f64>(found, n);
  invert(xTotals, height, n, found + 8);
  invert(yTotals, width, n, found + 24);
  let sum: f64 = 0;
  let cell = cells;
  for (let code: usize = 0; code < <usize>height; code++) {
    const end = <usize>load<u32>(ends + (code << 2));
    sum += addCells(cell, end, totalAt(xTotals, code), yTotals, n);
    cell = end;
  }
  store<f64>(found + 40, sum);
  memory.fill(found + 48, 0, 16);
  cell = cells;
  for (let code: usize = 0; code < <usize>height; code++) {
    const end = <usize>load<u32>(ends + (code << 2));
    weigh(cell, end, totalAt(xTotals, code), yTotals, n, weights, found + 48);
    const start = <usize>load<u32>(starts + (code << 2));
    addToStretches(start, <usize>load<u32>(starts + (code << 2), 4), own, weights, batches, sums, stretchRows);
    cell = end;
  }
}
