/**
 * Puts the rows of each code together, each as they stood.
 * @param codes where the codes stand, 4 bytes a row; negative for none, whose rows are left out
 * @param levels one more than the largest code
 * @param batches which stretch each row is in, a byte a row
 * @param starts where `levels` + 2 numbers have place, 4 bytes each: where the rows of each code begin, and the end of the last
 * @param order where the rows' numbers are to stand, 4 bytes each
 * @param ordered where their stretches are to stand, a byte each
 */
export function groupRows(
  codes: usize,
  rows: i32,
  levels: i32,
  batches: usize,
  starts: usize,
  order: usize,
  ordered: usize,
): void {
  memory.fill(starts, 0, (<usize>levels + 2) << 2);
  for (let row: usize = 0; row < <usize>rows; row++) {
    const code = load<i32>(codes + (row << 2));
    if (code < 0) continue;
    const count = starts + ((<usize>code + 2) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  let start: u32 = 0;
  for (let code: usize = 0; code < <usize>levels; code++) {
    const next = starts + ((code + 2) << 2);
    start += load<u32>(next);
    store<u32>(next, start);
  }
  for (let row: usize = 0; row < <usize>rows; row++) {
    const code = load<i32>(codes + (row << 2));
    if (code < 0) continue;
    const end = starts + ((<usize>code + 1) << 2);
    const at = <usize>load<u32>(end);
    store<u32>(order + (at << 2), <u32>row);
    store<u8>(ordered + at, load<u8>(batches + row));
    store<u32>(end, <u32>at + 1);
  }
}
