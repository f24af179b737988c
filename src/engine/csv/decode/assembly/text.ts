import { cursor, isListed, moveTo } from './cell';
import { addBytes, lengthsOf, setMissing, valuesOf } from './column';
import { BLANK, endsField, missingTexts, QUOTE } from './form';

/**
 * Reads a cell of a column of texts: where it stands is noted, its bytes are copied once all are known.
 * @returns whether it is one that needs no closer look: without quotes inside, and of whole letters
 */
export function readText(column: usize, row: i32): bool {
  const quoted = load<u8>(cursor) === QUOTE;
  const start = quoted ? cursor + 1 : cursor;
  let end = start;
  let seen: u8 = 0;
  if (quoted) {
    for (let byte = load<u8>(end); byte !== QUOTE; byte = load<u8>(end)) {
      if (byte === 0) return false;
      seen |= byte;
      end++;
    }
    if (end === start || !endsField(load<u8>(end, 1))) return false;
  } else {
    for (let byte = load<u8>(end); !endsField(byte); byte = load<u8>(end)) {
      if (byte === QUOTE) return false;
      seen |= byte;
      end++;
    }
  }
  if (seen > 127 && !isUtf8(start, end)) return false;
  const length = <i32>(end - start);
  const missing = isListed(missingTexts, start, length) || isBlank(start, end);
  if (missing) setMissing(column, row);
  else addBytes(column, length);
  store<u32>(valuesOf(column) + ((<usize>row) << 2), <u32>start);
  store<i32>(lengthsOf(column) + ((<usize>row) << 2), missing ? 0 : length);
  moveTo(quoted ? end + 1 : end);
  return true;
}

function isBlank(start: usize, end: usize): bool {
  let at = start;
  while (at < end && load<u8>(at) === BLANK) at++;
  return at === end;
}

function isRest(at: usize): bool {
  return (load<u8>(at) & 0xc0) === 0x80;
}

/** The Unicode Standard, table 3-7: what may stand behind a byte that starts a letter. */
function isUtf8(start: usize, end: usize): bool {
  let at = start;
  while (at < end) {
    const byte = <u32>load<u8>(at);
    if (byte < 0x80) {
      at++;
      continue;
    }
    const next = <u32>load<u8>(at, 1);
    if (byte >= 0xc2 && byte <= 0xdf) {
      if (!isRest(at + 1)) return false;
      at += 2;
    } else if (byte >= 0xe0 && byte <= 0xef) {
      const lowest: u32 = byte === 0xe0 ? 0xa0 : 0x80;
      const highest: u32 = byte === 0xed ? 0x9f : 0xbf;
      if (next < lowest || next > highest || !isRest(at + 2)) return false;
      at += 3;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      const lowest: u32 = byte === 0xf0 ? 0x90 : 0x80;
      const highest: u32 = byte === 0xf4 ? 0x8f : 0xbf;
      if (next < lowest || next > highest || !isRest(at + 2) || !isRest(at + 3)) return false;
      at += 4;
    } else return false;
  }
  return at === end;
}

/**
 * Copies the texts of a column behind each other.
 * @param offsets where each starts, and where the last one ends: one more than there are rows
 */
export function copyTexts(column: usize, rows: i32, bytes: usize, offsets: usize): void {
  const starts = valuesOf(column);
  const lengths = lengthsOf(column);
  let at: i32 = 0;
  for (let row = 0; row < rows; row++) {
    store<i32>(offsets + ((<usize>row) << 2), at);
    const length = load<i32>(lengths + ((<usize>row) << 2));
    copy(bytes + <usize>at, load<u32>(starts + ((<usize>row) << 2)), length);
    at += length;
  }
  store<i32>(offsets + ((<usize>rows) << 2), at);
}

/** Eight bytes at a time: there is room behind the last text. */
function copy(to: usize, source: usize, length: i32): void {
  for (let done: usize = 0; done < <usize>length; done += 8) store<u64>(to + done, load<u64>(source + done));
}
