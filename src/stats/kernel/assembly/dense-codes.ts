import { slotOf } from './hash';

/**
 * Gives equal numbers equal codes, in the order in which they first occur; −1 to NaN.
 * @param values where `count` doubles stand
 * @param keys where 2^bits doubles have place: more than there are values
 * @param owners where as many numbers have place, 4 bytes each
 * @param codes where the codes are to stand, 4 bytes each
 * @returns how many different numbers there are
 */
export function denseCodes(values: usize, count: i32, keys: usize, owners: usize, bits: i32, codes: usize): i32 {
  memory.fill(owners, 0xff, (<usize>4) << bits);
  const last: usize = ((<usize>1) << bits) - 1;
  let used: i32 = 0;
  for (let row: usize = 0; row < <usize>count; row++) {
    // −0 equals 0.
    const value = load<f64>(values + (row << 3)) + 0.0;
    let code: i32 = -1;
    if (value == value) {
      let slot = slotOf(reinterpret<u64>(value), bits);
      for (;;) {
        code = load<i32>(owners + (slot << 2));
        if (code < 0) {
          code = used++;
          store<i32>(owners + (slot << 2), code);
          store<f64>(keys + (slot << 3), value);
          break;
        }
        if (load<f64>(keys + (slot << 3)) == value) break;
        slot = (slot + 1) & last;
      }
    }
    store<i32>(codes + (row << 2), code);
  }
  return used;
}
