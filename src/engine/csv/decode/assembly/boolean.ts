import { contentStart, endAt, skipListed } from './cell';
import { bitOf, setMissing, valuesOf } from './column';
import { BLANK, missingOthers } from './form';

/** `true` and `fals`, the first letter lowest. */
const TRUE: u32 = 0x65757274;
const FALS: u32 = 0x736c6166;
const LOWER: u32 = 0x20202020;

/**
 * Reads a cell of a column of `true` and `false`, in capitals or not.
 * @returns whether it is one, or stands for none
 */
export function readBoolean(column: usize, row: i32): bool {
  const start = contentStart();
  const word = load<u32>(start) | LOWER;
  const yes = word === TRUE;
  if (yes || (word === FALS && (load<u8>(start, 4) | 32) === 101)) {
    const end = start + (yes ? 4 : 5);
    // The engine takes none with blanks around.
    if (load<u8>(start - 1) === BLANK || load<u8>(end) === BLANK || !endAt(end)) return false;
    if (yes) {
      const byte = valuesOf(column) + (row >> 3);
      store<u8>(byte, load<u8>(byte) | bitOf(row));
    }
    return true;
  }
  if (!skipListed(missingOthers)) return false;
  setMissing(column, row);
  return true;
}
