import { contentStart, cursor, endAt, skipListed } from './cell';
import { setMissing, valuesOf } from './column';
import { decimal, fives, missingOthers, tens } from './form';

/** More digits than a mantissa of 64 bits holds. */
const MOST_DIGITS: i32 = 19;
/** Powers of five stand in the table from minus this one on. */
const MOST_POWER: i32 = 60;

/** Numbers that are left to the caller: their row and column, and where they stand. */
let hard: usize = 0;
let hardCount: i32 = 0;
let mostHard: i32 = 0;

export function setHard(at: usize, most: i32): void {
  hard = at;
  hardCount = 0;
  mostHard = most;
}

export function countHard(): i32 {
  return hardCount;
}

/**
 * Reads a cell of a column of numbers: sign, digits, decimal mark, exponent, blanks around.
 * @param index the column's place
 * @returns whether it is a number, or stands for none
 */
export function readNumber(column: usize, index: i32, row: i32): bool {
  const start = contentStart();
  const negative = load<u8>(start) === 45;
  let at = start + <usize>negative;
  let mantissa: u64 = 0;
  let digits = 0;
  const first = at;
  for (let digit = <u32>load<u8>(at) - 48; digit < 10; digit = <u32>load<u8>(at) - 48) {
    mantissa = mantissa * 10 + digit;
    digits += <i32>(mantissa !== 0);
    at++;
  }
  let seen = <i32>(at - first);
  let power = 0;
  if (load<u8>(at) === decimal) {
    const fraction = ++at;
    for (let digit = <u32>load<u8>(at) - 48; digit < 10; digit = <u32>load<u8>(at) - 48) {
      mantissa = mantissa * 10 + digit;
      digits += <i32>(mantissa !== 0);
      at++;
    }
    power = -(<i32>(at - fraction));
    seen -= power;
  }
  if (seen === 0) return readMissing(column, row);
  if ((load<u8>(at) | 32) === 101) {
    const sign = load<u8>(++at);
    if (sign === 43 || sign === 45) at++;
    let exponent = 0;
    const from = at;
    for (let digit = <u32>load<u8>(at) - 48; digit < 10; digit = <u32>load<u8>(at) - 48) {
      if (exponent < 10000) exponent = exponent * 10 + digit;
      at++;
    }
    if (at === from) return readMissing(column, row);
    power += sign === 45 ? -exponent : exponent;
  }
  if (!endAt(at)) return readMissing(column, row);
  const value = valuesOf(column) + ((<usize>row) << 3);
  const size = digits <= MOST_DIGITS ? valueOf(mantissa, power) : NaN;
  if (isNaN(size)) return leave(index, row, start, at);
  store<f64>(value, negative ? -size : size);
  return true;
}

function readMissing(column: usize, row: i32): bool {
  if (!skipListed(missingOthers)) return false;
  store<f64>(valuesOf(column) + ((<usize>row) << 3), 0);
  setMissing(column, row);
  return true;
}

function leave(index: i32, row: i32, start: usize, end: usize): bool {
  if (hardCount === mostHard) return false;
  const entry = hard + ((<usize>hardCount) << 4);
  store<i32>(entry, index);
  store<i32>(entry, row, 4);
  store<u32>(entry, <u32>start, 8);
  store<u32>(entry, <u32>end, 12);
  hardCount++;
  return true;
}

/** The double nearest to `mantissa` · 10^`power`; NaN where this does not tell it. */
function valueOf(mantissa: u64, power: i32): f64 {
  if (mantissa >> 53 === 0 && power >= -22 && power <= 22) {
    const ten = load<f64>(tens + ((<usize>abs(power)) << 3));
    return power < 0 ? <f64>mantissa / ten : <f64>mantissa * ten;
  }
  if (mantissa === 0) return 0;
  return power < -MOST_POWER || power > MOST_POWER ? NaN : nearest(mantissa, power);
}

let high: u64 = 0;
let low: u64 = 0;

/** The 128 bits of a product, in `high` and `low`. */
function multiply(a: u64, b: u64): void {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const middle = a1 * b0 + ((a0 * b0) >> 32);
  const other = a0 * b1 + (middle & 0xffffffff);
  high = a1 * b1 + (middle >> 32) + (other >> 32);
  low = a * b;
}

/** After D. Lemire, Number Parsing at a Gigabyte per Second (2021): one or two products with 128 bits of a power of five; NaN for the rest. */
function nearest(mantissa: u64, power: i32): f64 {
  const zeros = <i32>clz(mantissa);
  const wide = mantissa << zeros;
  const five = fives + ((<usize>(power + MOST_POWER)) << 4);
  multiply(wide, load<u64>(five, 8));
  if ((high & 0x1ff) === 0x1ff) {
    const top = high;
    const bottom = low;
    multiply(wide, load<u64>(five));
    low = bottom + high;
    high = top + <u64>(low < bottom);
  }
  if (low === u64.MAX_VALUE && (power < -27 || power > 55)) return NaN;
  const upper = <i32>(high >> 63);
  let bits = high >> (upper + 9);
  const exponent = ((217706 * power) >> 16) + 63 + upper - zeros + 1023;
  if (exponent <= 0 || exponent >= 2046) return NaN;
  // Half way between two doubles: to the even one.
  if (low <= 1 && power >= -4 && power <= 23 && (bits & 3) === 1 && bits << (upper + 9) === high) bits &= ~(<u64>1);
  bits = (bits + (bits & 1)) >> 1;
  const carried = <u64>(bits >> 53 !== 0);
  const fraction = carried !== 0 ? 0 : bits & 0xfffffffffffff;
  return reinterpret<f64>(((<u64>exponent + carried) << 52) | fraction);
}
