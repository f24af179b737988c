import { readBoolean } from './boolean';
import { cursor, moveTo } from './cell';
import { COLUMN, kindOf, NUMBER, TEXT, TIME } from './column';
import { delimiter, newline, RETURN } from './form';
import { readNumber } from './number';
import { readText } from './text';
import { readTime } from './time';

export { setForm } from './form';
export { countHard, setHard } from './number';
export { copyTexts } from './text';

/**
 * Enlarges the memory.
 * @param bytes how many there are to be in all
 * @returns whether the machine gives so much
 */
export function room(bytes: u32): bool {
  const pages = <i32>((bytes + 0xffff) >>> 16);
  const had = memory.size();
  return pages <= had || memory.grow(pages - had) >= 0;
}

/** How many rows there may be among bytes: one for each newline, and one behind the last. */
export function countRows(start: usize, end: usize): i32 {
  const mark = i8x16.splat(<i8>newline);
  let rows = 1;
  let at = start;
  for (; at + 16 <= end; at += 16) rows += popcnt(i8x16.bitmask(i8x16.eq(v128.load(at), mark)));
  for (; at < end; at++) rows += <i32>(load<u8>(at) === newline);
  return rows;
}

/**
 * Reads whole rows into columns that the caller has laid out.
 * @param end where the text ends; a newline stands there, and bytes that are no digits behind it
 * @returns how many rows there are; -1 where a cell, or a row, is not what it should be
 */
export function decode(start: usize, end: usize, columns: usize, count: i32): i32 {
  moveTo(start);
  let row = 0;
  while (cursor < end) {
    for (let index = 0; index < count; index++) {
      const column = columns + <usize>index * COLUMN;
      if (!readCell(column, index, row)) return -1;
      let byte = load<u8>(cursor);
      if (index + 1 < count) {
        if (byte !== delimiter) return -1;
      } else {
        if (byte === RETURN && newline !== RETURN) {
          moveTo(cursor + 1);
          byte = load<u8>(cursor);
        }
        if (byte !== newline) return -1;
      }
      moveTo(cursor + 1);
    }
    row++;
  }
  return row;
}

function readCell(column: usize, index: i32, row: i32): bool {
  const kind = kindOf(column);
  if (kind === NUMBER) return readNumber(column, index, row);
  if (kind === TEXT) return readText(column, row);
  return kind === TIME ? readTime(column, row) : readBoolean(column, row);
}
