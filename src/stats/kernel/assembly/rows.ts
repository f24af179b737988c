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
  const half = (<usize>classes) << 2;
  for (let row: usize = 0; row < <usize>count; row++) {
    const value = load<f64>(values + (row << 3));
    if (value - value != 0 || (missing != 0 && load<u8>(missing + row) == 1)) continue;
    let position: usize = 0;
    for (let step = half; step > 4; step >>= 1) {
      position += step * <usize>(load<f64>(tops + position + step - 8) < value);
    }
    store<f64>(found + (size << 3), load<f64>(table + position));
    size++;
  }
  return <i32>size;
}
