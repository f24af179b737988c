import { decode } from './encoding.ts';
import type { FirstLetters } from './letters-read.ts';
import { isBlank, splitRows } from '../slices/rows.ts';

interface Marks {
  newline: '\n' | '\r';
  delimiters: readonly string[];
}

/**
 * The row of the first mark of damage, counted from 1.
 * @param rows as UTF-8
 * @param marks what divides rows and fields
 * @param mark what stands for the damage
 */
export function firstDamaged(rows: Uint8Array, marks: Marks, mark: '\ufffd' | '\0'): number {
  let row = 0;
  for (const fields of filledRows(decode(rows, 'utf-8').text, marks)) {
    row++;
    if (fields.some((field) => field.includes(mark))) break;
  }
  return row;
}

function* filledRows(text: string, { newline, delimiters: [delimiter = ','] }: Marks): Generator<string[]> {
  for (const { fields } of splitRows(text, { newline, delimiter })) if (!isBlank(fields)) yield fields;
}

/**
 * Rows of letters. What stands before the first row counts to it.
 * @param place the whole text, the rows of it as UTF-8, and at which byte they start
 * @param offsets of the letters in the text; −1 for none
 * @param marks what divides rows and fields
 */
export function firstRows(
  { text, rows, start }: { text: string; rows: Uint8Array; start: number },
  offsets: { native: number; utf8: number },
  marks: Marks,
): FirstLetters {
  const rowAt = (offset: number): number | null => {
    const at = new TextEncoder().encode(text.slice(0, offset)).length - start;
    if (offset === -1 || at >= rows.length) return null;
    // The letter itself stands in the last row.
    const upTo = `${decode(rows.subarray(0, Math.max(0, at)), 'utf-8').text}x`;
    return [...filledRows(upTo, marks)].length;
  };
  return { native: rowAt(offsets.native), utf8: rowAt(offsets.utf8) };
}
