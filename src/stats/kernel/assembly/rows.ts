/**
 * The rows whose value is a number at most `low` or at least `high`, in order.
 * @param values where `count` doubles stand
 * @param missing a byte a row, 1 where the cell is missing; 0 for no such bytes
 * @param found where their numbers are to stand, 4 bytes each
 * @param most how many have place there
 * @returns how many there are, at most `most`
 */
export function outside(values: usize, missing: usize, count: i32, low: f64, high: f64, found: usize, most: i32): i32 {
  let size = 0;
  for (let row: usize = 0; row < <usize>count; row++) {
    const value = load<f64>(values + (row << 3));
    // Nearly all lie inside: that has to be quick to tell.
    if (value > low && value < high) continue;
    if (value - value != 0 || (missing != 0 && load<u8>(missing + row) == 1)) continue;
    if (size == most) return size;
    store<u32>(found + ((<usize>size) << 2), <u32>row);
    size++;
  }
  return size;
}

/**
 * What stands in a table for the class of each finite value.
 * @param values where `count` doubles stand
 * @param missing a byte a row, 1 where the cell is missing; 0 for no such bytes
 * @param tops where the largest values of the classes stand, ascending
 * @param table where their numbers stand, 8 bytes each
 * @param classes how many, a power of two
 * @param found where a number a finite value is to stand, 8 bytes each
 * @returns how many there are
 */
export function lookUp(
  values: usize,
  missing: usize,
  count: i32,
  tops: usize,
  table: usize,
  classes: i32,
  found: usize,
): i32 {
  let size: usize = 0;
  for (let row: usize = 0; row < <usize>count; row++) {
    const value = load<f64>(values + (row << 3));
    store<f64>(found + (size << 3), value);
    size += <usize>(value - value == 0 && (missing == 0 || load<u8>(missing + row) == 0));
  }
  const half = (<usize>classes) << 2;
  const end = found + (size << 3);
  let at = found;
  // Each step of a search waits for the one before it; searches do not wait for each other.
  for (; at + 24 < end; at += 32) {
    const first = load<f64>(at);
    const second = load<f64>(at, 8);
    const third = load<f64>(at, 16);
    const fourth = load<f64>(at, 24);
    let a = tops - 8;
    let b = a;
    let c = a;
    let d = a;
    for (let step = half; step > 4; step >>= 1) {
      a += step * <usize>(load<f64>(a + step) < first);
      b += step * <usize>(load<f64>(b + step) < second);
      c += step * <usize>(load<f64>(c + step) < third);
      d += step * <usize>(load<f64>(d + step) < fourth);
    }
    store<f64>(at, load<f64>(table + (a + 8 - tops)));
    store<f64>(at, load<f64>(table + (b + 8 - tops)), 8);
    store<f64>(at, load<f64>(table + (c + 8 - tops)), 16);
    store<f64>(at, load<f64>(table + (d + 8 - tops)), 24);
  }
  for (; at < end; at += 8) {
    const value = load<f64>(at);
    let a = tops - 8;
    for (let step = half; step > 4; step >>= 1) a += step * <usize>(load<f64>(a + step) < value);
    store<f64>(at, load<f64>(table + (a + 8 - tops)));
  }
  return <i32>size;
}

/**
 * The first count that is larger than a bar.
 * @param counts where `size` counts stand, 4 bytes each
 * @param from the number of the count to start at
 * @returns its number, or `size` where there is none
 */
export function nextAbove(counts: usize, from: i32, size: i32, bar: u32): i32 {
  const bars = i32x4.splat(bar);
  let i = from;
  while (i + 4 <= size && !v128.any_true(i32x4.gt_u(v128.load(counts + ((<usize>i) << 2)), bars))) i += 4;
  while (i < size && load<u32>(counts + ((<usize>i) << 2)) <= bar) i++;
  return i;
}
