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

/**
 * The decimals that `decimalSteps` took apart.
 * @param steps where `count` steps stand, and up to 7 bytes behind them
 * @param width bytes of a step
 * @param scale units of one
 * @param before the units of the value before the first
 * @param values where the values are to stand
 * @returns the units of the last
 */
export function decimals(steps: usize, count: i32, width: i32, scale: f64, before: f64, values: usize): f64 {
  const mask: u64 = ((<u64>1) << ((<u64>width) << 3)) - 1;
  let units = before;
  let place = steps;
  for (let i: usize = 0; i < <usize>count; i++) {
    units += <f64>(load<u64>(place) & mask);
    store<f64>(values + (i << 3), units / scale);
    place += <usize>width;
  }
  return units;
}

/** What was read last: how many steps of height one come before the next one, and its height. */
let singles: u32 = 0;
let height: u32 = 1;

function take(place: usize): usize {
  place = takeNumber(place);
  singles = number;
  place = takeNumber(place);
  height = number;
  return place;
}

let number: u32 = 0;

function takeNumber(place: usize): usize {
  let byte: u32 = load<u8>(place++);
  number = byte & ~FOLLOWED;
  for (let shift = BITS; byte >= FOLLOWED; shift += BITS) {
    byte = load<u8>(place++);
    number |= (byte & ~FOLLOWED) << shift;
  }
  return place;
}

/**
 * The curve whose step heights `stepHeights` packed.
 * @param packed where the numbers stand
 * @param end the address behind them
 * @param count steps of the curve: those behind the last number are of height one
 * @param counts where the height of each is to stand, 4 bytes each
 * @param upTo where the heights of the curve are to stand, 4 bytes each
 */
export function curveHeights(packed: usize, end: usize, count: i32, counts: usize, upTo: usize): void {
  let place = packed;
  let sum: u32 = 0;
  for (let i = 0; i < count;) {
    singles = count - i;
    height = 0;
    if (place < end) place = take(place);
    for (const stop = i + <i32>singles; i < stop; i++) {
      store<u32>(counts + ((<usize>i) << 2), 1);
      store<u32>(upTo + ((<usize>i) << 2), ++sum);
    }
    if (height == 0) return;
    sum += height;
    store<u32>(counts + ((<usize>i) << 2), height);
    store<u32>(upTo + ((<usize>i) << 2), sum);
    i++;
  }
}
