import { BLANK, endsField, QUOTE } from './form';

/** Where the cell starts that is being read; behind it once it was. */
export let cursor: usize = 0;

export function moveTo(at: usize): void {
  cursor = at;
}

/** Bytes 0 to 255 of a list of texts tell whether any has this length and first byte; behind them stand their number, and each with its length. */
const FLAGS: usize = 256;

/** Whether bytes are one of a list of texts; none at all always are. */
export function isListed(list: usize, start: usize, length: i32): bool {
  if (length === 0) return true;
  const flag = (length * 7 + <i32>load<u8>(start)) & 255;
  if (load<u8>(list + <usize>flag) === 0) return false;
  let entry = list + FLAGS + 4;
  for (let left = load<i32>(list + FLAGS); left > 0; left--) {
    const size = <i32>load<u8>(entry);
    if (size === length && memory.compare(entry + 1, start, <usize>length) === 0) return true;
    entry += 1 + <usize>size;
  }
  return false;
}

/** Whether the cell at the cursor is a listed text, as it stands; then the cursor goes behind it. */
export function skipListed(list: usize): bool {
  const quoted = load<u8>(cursor) === QUOTE;
  const start = quoted ? cursor + 1 : cursor;
  let end = start;
  for (let byte = load<u8>(end); !endsField(byte) && byte !== QUOTE; byte = load<u8>(end)) end++;
  // The engine itself tells what an empty field in quotes is.
  if (quoted && (end === start || load<u8>(end) !== QUOTE)) return false;
  const behind = quoted ? end + 1 : end;
  if (!endsField(load<u8>(behind)) || !isListed(list, start, <i32>(end - start))) return false;
  cursor = behind;
  return true;
}

/** Whether the cell that starts at the cursor ends at `at`, but for blanks and its quote; then the cursor goes behind it. */
export function endAt(at: usize): bool {
  let end = at;
  while (load<u8>(end) === BLANK) end++;
  if (load<u8>(cursor) === QUOTE) {
    if (load<u8>(end) !== QUOTE) return false;
    end++;
  }
  if (!endsField(load<u8>(end))) return false;
  cursor = end;
  return true;
}

/** Where the content of the cell at the cursor starts: behind its quote and blanks. */
export function contentStart(): usize {
  let at = load<u8>(cursor) === QUOTE ? cursor + 1 : cursor;
  while (load<u8>(at) === BLANK) at++;
  return at;
}
