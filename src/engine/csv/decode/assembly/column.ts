/** How a column is laid out: its kind, then addresses and counts, four bytes each. */
export const COLUMN: usize = 24;

export const NUMBER: i32 = 0;
export const TIME: i32 = 1;
export const TEXT: i32 = 2;
export const BOOLEAN: i32 = 3;

export function kindOf(column: usize): i32 {
  return load<i32>(column);
}
/** Doubles, microseconds, the addresses of texts, or bits. */
export function valuesOf(column: usize): usize {
  return load<u32>(column, 4);
}
/** A bit for each row, set by the caller, which goes where there is no value. */
function validOf(column: usize): usize {
  return load<u32>(column, 8);
}
/** Lengths of texts. */
export function lengthsOf(column: usize): usize {
  return load<u32>(column, 16);
}

/** A row's bit in its byte. */
export function bitOf(row: i32): u8 {
  return (<u8>1) << ((<u8>row) & 7);
}

/** A row has no value in a column. */
export function setMissing(column: usize, row: i32): void {
  const byte = validOf(column) + (row >> 3);
  store<u8>(byte, load<u8>(byte) & ~bitOf(row));
  store<i32>(column, load<i32>(column, 12) + 1, 12);
}

/** So many bytes of text more. */
export function addBytes(column: usize, bytes: i32): void {
  store<i32>(column, load<i32>(column, 20) + bytes, 20);
}
