/**
 * Mid-ranks less their mean, one a row, of the rows that are present; 0 for the others.
 * @param values where `count` sorted doubles stand, no NaN among them
 * @param order where their row numbers stand, 4 bytes each
 * @param present a byte a row, 1 where it counts; 0 for no such bytes: all do
 * @param ranks where the ranks are to stand, 8 bytes a row, all 0 before
 * @param found where the number of rows that count and the sum of their squared ranks are to stand
 */
export function midRanks(values: usize, order: usize, count: i32, present: usize, ranks: usize, found: usize): void {
  let rows = <f64>count;
  if (present != 0) {
    let size = 0;
    for (let i: usize = 0; i < <usize>count; i++) size += <i32>load<u8>(present + load<u32>(order + (i << 2)));
    rows = <f64>size;
  }
  const middle = (rows + 1) / 2;
  let before: f64 = 0;
  let squares: f64 = 0;
  for (let start: usize = 0; start < <usize>count;) {
    const value = load<f64>(values + (start << 3));
    let end = start;
    let here: f64 = 0;
    for (; end < <usize>count && load<f64>(values + (end << 3)) == value; end++) {
      here += present == 0 ? 1 : <f64>load<u8>(present + load<u32>(order + (end << 2)));
    }
    const rank = before + (here + 1) / 2 - middle;
    squares += rank * rank * here;
    before += here;
    for (; start < end; start++) {
      const row = load<u32>(order + (start << 2));
      if (present == 0 || load<u8>(present + row) == 1) store<f64>(ranks + ((<usize>row) << 3), rank);
    }
  }
  store<f64>(found, rows);
  store<f64>(found + 8, squares);
}
