import type { Encoding } from '../../../facts/settings/encodings.ts';
import type { ReadNote } from '../../../facts/statements/reading.ts';

/** Places with bytes that have no meaning in the encoding, and the row of the first. */
export interface DamagedLetters {
  count: number;
  row: number;
}

/** Rows in which letters beyond ASCII first stand, in the encoding itself and in UTF-8 amid it; null for none. */
export interface FirstLetters {
  native: number | null;
  utf8: number | null;
}

/** What reading found of a text's letters. */
export interface LettersRead {
  invalid: DamagedLetters | null;
  encoding: Encoding;
  /** Rows in which letters beyond ASCII first stand, in the encoding itself and in UTF-8 beside it. */
  first: FirstLetters;
}

/**
 * What is known of letters before any is read.
 * @param encoding as far as it is told
 */
export const lettersIn = (encoding: Encoding): LettersRead => ({
  invalid: null,
  encoding,
  first: { native: null, utf8: null },
});

/**
 * Counts damaged letters of a slice in.
 * @param letters so far
 * @param damaged those of the slice, if there are any
 * @param rowsBefore it
 */
export function addDamaged(letters: LettersRead, damaged: DamagedLetters | null, rowsBefore: number): void {
  if (damaged === null) return;
  const row = letters.invalid?.row ?? rowsBefore + damaged.row;
  letters.invalid = { count: (letters.invalid?.count ?? 0) + damaged.count, row };
}

/**
 * Remembers where letters of a slice first stood.
 * @param letters so far
 * @param found those of the slice, where they were looked for
 * @param rowsBefore it
 */
export function addFirst({ first }: LettersRead, found: FirstLetters | undefined, rowsBefore: number): void {
  if (found === undefined) return;
  if (found.native !== null) first.native ??= rowsBefore + found.native;
  if (found.utf8 !== null) first.utf8 ??= rowsBefore + found.utf8;
}

/**
 * Goes on in another encoding than the one that the head told.
 * @param letters so far
 * @param encoding from here on
 * @param asciiBefore whether nothing before told the encoding; else it was UTF-8
 */
export function changeEncoding(letters: LettersRead, encoding: Encoding, asciiBefore: boolean): void {
  if (encoding === letters.encoding) return;
  if (!asciiBefore) addFirst(letters, { native: null, utf8: 1 }, 0);
  letters.encoding = encoding;
}

/**
 * Says that letters are damaged, and that two encodings stand beside each other.
 * @param letters all of a text
 */
export function letterNotes({ invalid, encoding, first: { native, utf8 } }: LettersRead): ReadNote[] {
  const notes: ReadNote[] = [];
  if (native !== null && utf8 !== null) {
    const row = Math.max(native, utf8);
    const encodings: Encoding[] = utf8 > native ? [encoding, 'utf-8'] : ['utf-8', encoding];
    notes.push({ kind: 'encodings-mixed', values: { encodings, row }, severity: 'warning', row });
  }
  if (invalid !== null) {
    const { count: places, row } = invalid;
    notes.push({ kind: 'undecodable-bytes', values: { places, row }, severity: 'warning', row });
  }
  return notes;
}
