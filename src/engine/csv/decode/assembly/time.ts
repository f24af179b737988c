import { contentStart, cursor, endAt, skipListed } from './cell';
import { setMissing, valuesOf } from './column';
import { missingOthers } from './form';

/** The number that two digits make; over 99 where they are none. */
function two(at: usize): i32 {
  const tens = <u32>load<u8>(at) - 48;
  const ones = <u32>load<u8>(at, 1) - 48;
  return tens < 10 && ones < 10 ? <i32>(tens * 10 + ones) : 100;
}

/** Days from 1970-01-01, Gregorian. */
function daysOf(year: i32, month: i32, day: i32): i32 {
  const shifted = month > 2 ? year : year - 1;
  const era = shifted / 400;
  const yearOfEra = shifted - era * 400;
  const dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

function daysIn(year: i32, month: i32): i32 {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

let microseconds: i64 = 0;

/**
 * Reads a cell of a column of times, `2024-01-31 23:59:59.123456` and its shorter forms: with a T, without seconds, hours or a fraction, with a Z.
 * @returns whether it is one, or stands for none
 */
export function readTime(column: usize, row: i32): bool {
  const value = valuesOf(column) + ((<usize>row) << 3);
  const end = momentEnd(contentStart());
  if (end !== 0 && endAt(end)) {
    store<i64>(value, microseconds);
    return true;
  }
  if (!skipListed(missingOthers)) return false;
  store<i64>(value, 0);
  setMissing(column, row);
  return true;
}

/** Where the moment ends that starts here; 0 where there is none. */
function momentEnd(start: usize): usize {
  const year = two(start) * 100 + two(start + 2);
  const month = two(start + 5);
  const day = two(start + 8);
  if (year > 9999 || two(start) > 99 || two(start + 2) > 99 || year < 1) return 0;
  if (load<u8>(start, 4) !== 45 || load<u8>(start, 7) !== 45) return 0;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 0;
  microseconds = <i64>daysOf(year, month, day) * 86_400_000_000;
  const mark = load<u8>(start, 10);
  if (mark !== 32 && mark !== 84) return start + 10;
  // A blank may as well end the cell.
  if (two(start + 11) > 99) return mark === 32 ? start + 10 : 0;
  return clockEnd(start + 11);
}

function clockEnd(start: usize): usize {
  const hour = two(start);
  const minute = two(start + 3);
  if (hour > 23 || minute > 59 || load<u8>(start, 2) !== 58) return 0;
  microseconds += <i64>(hour * 60 + minute) * 60_000_000;
  let at = start + 5;
  if (load<u8>(at) === 58) {
    const second = two(at + 1);
    if (second > 59) return 0;
    microseconds += <i64>second * 1_000_000;
    at += 3;
    if (load<u8>(at) === 46) {
      let unit: i64 = 1_000_000;
      const from = ++at;
      for (let digit = <u32>load<u8>(at) - 48; digit < 10; digit = <u32>load<u8>(at) - 48) {
        unit /= 10;
        microseconds += <i64>digit * unit;
        at++;
      }
      if (at === from || at > from + 6) return 0;
    }
  }
  return load<u8>(at) === 90 ? at + 1 : at;
}
