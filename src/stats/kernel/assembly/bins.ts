/**
 * The range of the finite values.
 * @param values where `count` doubles stand
 * @param codes where the rows' codes stand, 4 bytes each: rows with a negative one are left out; 0 for no such codes
 * @param found where the least and the largest are to stand; ∞ and −∞ where there is none
 */
export function extent(values: usize, codes: usize, count: i32, found: usize): void {
  let low: f64 = Infinity;
  let high: f64 = -Infinity;
  for (let row: usize = 0; row < <usize>count; row++) {
    const value = load<f64>(values + (row << 3));
    if (value - value != 0 || (codes != 0 && load<i32>(codes + (row << 2)) < 0)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  store<f64>(found, low);
  store<f64>(found + 8, high);
}

/**
 * The bin of each value: how many edges lie below it.
 * @param values where `count` doubles stand
 * @param edges where the edges stand, ascending, with ∞ behind them
 * @param starts where it stands for each cell of an even grid how many edges lie in the cells before it, 4 bytes each, one
 *   more than there are cells
 * @param cells how many
 * @param first where the grid starts
 * @param scale cells by unit of the values
 * @param codes where the bins are to stand
 * @param bytes of each: 4, or 1 where there are at most 254 bins
 * @param none what stands for a value that is not finite
 */
export function binCodes(
  values: usize,
  count: i32,
  edges: usize,
  starts: usize,
  cells: i32,
  first: f64,
  scale: f64,
  codes: usize,
  bytes: i32,
  none: i32,
): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    const value = load<f64>(values + (row << 3));
    const bin = value - value == 0 ? binOf(value, edges, starts, cells, first, scale) : none;
    if (bytes == 1) store<u8>(codes + row, bin);
    else store<i32>(codes + (row << 2), bin);
  }
}

function binOf(value: f64, edges: usize, starts: usize, cells: i32, first: f64, scale: f64): i32 {
  const cell = (value - first) * scale;
  const start = cell >= <f64>cells ? cells : cell > 0 ? <i32>cell : 0;
  let bin: i32 = cell > 0 ? load<i32>(starts + ((<usize>start) << 2)) : 0;
  while (load<f64>(edges + ((<usize>bin) << 3)) < value) bin++;
  return bin;
}

/**
 * Counts the values of each group in bins; a bin holds its left edge, the last one both. What lies outside counts nowhere.
 * @param values where `count` doubles stand
 * @param groups where the rows' groups stand, 4 bytes each; negative for none
 * @param edges where `bins` + 1 edges stand, ascending
 * @param table where the counts are to stand, 8 bytes each, bin by bin for each group; all 0 before
 */
export function histograms(values: usize, groups: usize, count: i32, edges: usize, bins: i32, table: usize): void {
  const low = load<f64>(edges);
  const high = load<f64>(edges + ((<usize>bins) << 3));
  const scale = <f64>bins / (high - low);
  for (let row: usize = 0; row < <usize>count; row++) {
    const group = load<i32>(groups + (row << 2));
    const value = load<f64>(values + (row << 3));
    if (group < 0 || !(value >= low && value <= high)) continue;
    // Most bins are evenly wide: the guess is right, or next to it.
    let bin = min(bins - 1, <i32>((value - low) * scale));
    while (bin > 0 && value < load<f64>(edges + ((<usize>bin) << 3))) bin--;
    while (bin < bins - 1 && value >= load<f64>(edges + ((<usize>(bin + 1)) << 3))) bin++;
    const cell = table + ((<usize>(group * bins + bin)) << 3);
    store<f64>(cell, load<f64>(cell) + 1);
  }
}

/**
 * Counts pairs of codes.
 * @param codes where the rows' codes stand, 4 bytes each; negative for none
 * @param groups where as many other codes stand
 * @param width one more than the largest code
 * @param table where the counts are to stand, 8 bytes each, code by code for each group; all 0 before
 */
export function crossCounts(codes: usize, groups: usize, count: i32, width: i32, table: usize): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    const code = load<i32>(codes + (row << 2));
    const group = load<i32>(groups + (row << 2));
    if ((code | group) < 0) continue;
    const cell = table + ((<usize>(group * width + code)) << 3);
    store<f64>(cell, load<f64>(cell) + 1);
  }
}

/**
 * Counts rows by two codes of one byte each, and adds up what stands beside them.
 * @param first where `count` codes stand
 * @param second as many others; 0 for none
 * @param width one more than the largest of these, 1 for none
 * @param values where as many doubles stand; 0 for none
 * @param counts where the numbers are to stand, 4 bytes each, `width` for each code of the first; all 0 before
 * @param sums where the sums are to stand, 8 bytes each; all 0 before
 */
export function pairCounts(
  first: usize,
  second: usize,
  count: i32,
  width: i32,
  values: usize,
  counts: usize,
  sums: usize,
): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    let cell: usize = load<u8>(first + row) * width;
    if (second != 0) cell += load<u8>(second + row);
    const at = counts + (cell << 2);
    store<u32>(at, load<u32>(at) + 1);
    if (values == 0) continue;
    const sum = sums + (cell << 3);
    store<f64>(sum, load<f64>(sum) + load<f64>(values + (row << 3)));
  }
}

/**
 * How many finite values each code has, and their sum: for codes in any order (see `groupSums`).
 * @param values where `count` doubles stand
 * @param codes where the rows' codes stand, 4 bytes each; negative for none
 * @param counts where the numbers are to stand, 8 bytes each, all 0 before
 * @param sums where the sums are to stand, 8 bytes each, all 0 before
 */
export function codeSums(values: usize, codes: usize, count: i32, counts: usize, sums: usize): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    const code = load<i32>(codes + (row << 2));
    const value = load<f64>(values + (row << 3));
    if (code < 0 || value - value != 0) continue;
    const at = (<usize>code) << 3;
    store<f64>(counts + at, load<f64>(counts + at) + 1);
    store<f64>(sums + at, load<f64>(sums + at) + value);
  }
}

/**
 * Sums of four series by bin, less a number for each.
 * @param codes where the rows' bins stand, 4 bytes each; negative for none
 * @param a where `count` doubles stand, as b, c and d; rows in which it is NaN are left out
 * @param starts what is taken from each series, 8 bytes each
 * @param counts where the numbers of rows are to stand, 8 bytes each, all 0 before
 * @param sums where the sums are to stand, 8 bytes each, four a bin, all 0 before
 */
export function fourSums(
  codes: usize,
  count: i32,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  starts: usize,
  counts: usize,
  sums: usize,
): void {
  const firstStarts = v128.load(starts);
  const lastStarts = v128.load(starts, 16);
  for (let row: usize = 0; row < <usize>count; row++) {
    const bin = load<i32>(codes + (row << 2));
    const first = load<f64>(a + (row << 3));
    if (bin < 0 || first != first) continue;
    const counter = counts + ((<usize>bin) << 3);
    store<f64>(counter, load<f64>(counter) + 1);
    const at = sums + ((<usize>bin) << 5);
    const low = f64x2.replace_lane(f64x2.splat(first), 1, load<f64>(b + (row << 3)));
    const high = f64x2.replace_lane(f64x2.splat(load<f64>(c + (row << 3))), 1, load<f64>(d + (row << 3)));
    v128.store(at, f64x2.add(v128.load(at), f64x2.sub(low, firstStarts)));
    v128.store(at, f64x2.add(v128.load(at, 16), f64x2.sub(high, lastStarts)), 16);
  }
}

/**
 * Squared deviations of four series from their means by bin; see `fourSums`.
 * @param means where the means stand, 8 bytes each, four a bin
 * @param squares where the sums are to stand, as the means; all 0 before
 */
export function fourSquares(
  codes: usize,
  count: i32,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  means: usize,
  squares: usize,
): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    const bin = load<i32>(codes + (row << 2));
    const first = load<f64>(a + (row << 3));
    if (bin < 0 || first != first) continue;
    const at = (<usize>bin) << 5;
    let low = f64x2.replace_lane(f64x2.splat(first), 1, load<f64>(b + (row << 3)));
    let high = f64x2.replace_lane(f64x2.splat(load<f64>(c + (row << 3))), 1, load<f64>(d + (row << 3)));
    low = f64x2.sub(low, v128.load(means + at));
    high = f64x2.sub(high, v128.load(means + at, 16));
    v128.store(squares + at, f64x2.add(v128.load(squares + at), f64x2.mul(low, low)));
    v128.store(squares + at, f64x2.add(v128.load(squares + at, 16), f64x2.mul(high, high)), 16);
  }
}
