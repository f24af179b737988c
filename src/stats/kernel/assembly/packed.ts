/** Bits of a byte that hold a number, below the one that tells whether another byte follows (LEB128). */
const BITS: u32 = 7;
const FOLLOWED: u32 = 0x80;
/** Up to here the product of a decimal and its scale lies nearer to its whole number than to any half: every way of rounding gives that. */
const MOST_UNITS: f64 = 1125899906842624; // 2⁵⁰

/**
 * The steps between neighbours of ascending decimals, in whole units, each in as many bytes as the largest of them takes.
 * @param values where `count` doubles stand
 * @param scale units of one
 * @param before the units of the value before the first
 * @param steps where the steps are to stand, lowest byte first; up to 7 bytes behind the last are written to
 * @returns bytes of a step; 0 where a value is no such decimal, or its units are too many to be exact
 */
export function decimalSteps(values: usize, count: i32, scale: f64, before: f64, steps: usize): i32 {
  let widest: f64 = 0;
  let last = before;
  for (let i: usize = 0; i < <usize>count; i++) {
    const value = load<f64>(values + (i << 3));
    const units = nearest(value * scale);
    // A quotient of whole numbers is rounded as the decimal is: what comes back is what was there.
    if (units / scale != value || abs(units) > MOST_UNITS) return 0;
    widest = max(widest, units - last);
    last = units;
  }
  let width = 1;
  while (width < 7 && widest >= <f64>((<u64>1) << ((<u64>width) << 3))) width++;
  last = before;
  let place = steps;
  for (let i: usize = 0; i < <usize>count; i++) {
    const units = nearest(load<f64>(values + (i << 3)) * scale);
    store<u64>(place, <u64>(units - last));
    place += <usize>width;
    last = units;
  }
  return width;
}

function put(place: usize, value: u32): usize {
  while (value >= FOLLOWED) {
    store<u8>(place++, <u8>(value | FOLLOWED));
    value >>>= BITS;
  }
  store<u8>(place++, <u8>value);
  return place;
}

/**
 * By turns, as LEB128, how many steps of a curve are of height one, and how high the next one is.
 * @param upTo where `count` heights of the curve stand, 4 bytes each
 * @param before the height before the first
 * @param singles how many steps of height one stand right before the first
 * @param packed where the numbers are to stand: up to 10 bytes a height
 * @param left where it is to stand how many steps of height one are not written yet, 4 bytes
 * @returns bytes written
 */
export function stepHeights(upTo: usize, count: i32, before: u32, singles: u32, packed: usize, left: usize): i32 {
  let place = packed;
  for (let i: usize = 0; i < <usize>count; i++) {
    const height = load<u32>(upTo + (i << 2));
    if (height - before == 1) singles++;
    else {
      place = put(put(place, singles), height - before);
      singles = 0;
    }
    before = height;
  }
  store<u32>(left, singles);
  return <i32>(place - packed);
}
