import { compactFormat } from '../times/digits.ts';

/** Cells that are plain numbers with a decimal point (behind five digits also a comma) or none. */
export interface PlainRange {
  plain: number;
  low: number;
  high: number;
  /** Whether each is at least the one before. */
  rising: boolean;
  /** The format of all of them where each is a date without separators, and whether one is at 24 o'clock. */
  compact: string | null;
  compactMidnight: boolean;
}

const DATE_DIGITS = 8;

/** Of five digits and more before a comma: days and seconds that count, which thousands are not written as. */
const LONG_COMMA = /^[0-9]{5,},[0-9]+$/;

/**
 * What the plain numbers of a column go over.
 * @param cells without blanks around them
 */
export function rangeOf(cells: readonly string[]): PlainRange {
  const compact = compactFormat(cells[0] ?? '');
  const range = { plain: 0, low: Infinity, high: -Infinity, rising: true, compact, compactMidnight: false };
  let previous = -Infinity;
  for (const cell of cells) {
    const value = Number(LONG_COMMA.test(cell) ? cell.replace(',', '.') : cell);
    if (Number.isNaN(value)) continue;
    range.plain++;
    if (range.compact !== null && compactFormat(cell) !== range.compact) range.compact = null;
    if (range.compact !== null && cell.startsWith('24', DATE_DIGITS)) range.compactMidnight = true;
    range.rising &&= value >= previous;
    range.low = Math.min(range.low, value);
    range.high = Math.max(range.high, value);
    previous = value;
  }
  return range;
}
