/** How the text is written: set once, before a table is decoded. */
export let delimiter: u8 = 0;
export let newline: u8 = 0;
export let decimal: u8 = 0;
/** Where the powers of ten start, and those of five. */
export let tens: usize = 0;
export let fives: usize = 0;
/** Texts that stand for no value: in columns of text, and in all others. */
export let missingTexts: usize = 0;
export let missingOthers: usize = 0;

export const QUOTE: u8 = 34;
export const RETURN: u8 = 13;
export const BLANK: u8 = 32;

/**
 * Sets how the text is written, and where tables lie that the caller has laid out.
 * @param marks the bytes of the delimiter, the newline and the decimal mark, the first one lowest
 */
export function setForm(marks: u32, powersOfTen: usize, powersOfFive: usize, inTexts: usize, inOthers: usize): void {
  delimiter = <u8>marks;
  newline = <u8>(marks >> 8);
  decimal = <u8>(marks >> 16);
  tens = powersOfTen;
  fives = powersOfFive;
  missingTexts = inTexts;
  missingOthers = inOthers;
}

/** Whether a byte ends a field. */
export function endsField(byte: u8): bool {
  return byte === delimiter || byte === newline || byte === RETURN;
}
