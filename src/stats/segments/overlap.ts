import type { Side } from '../../facts/document/side.ts';
import type { BinnedColumn, FoundSegment } from './find-segments.ts';

/** Segments that share so much of their rows are one. */
const MOST_SHARED = 0.9;
/** So many of the best are looked at. */
const LOOKED_AT = 100;
/** Rows that overlaps are counted in. */
const COUNTED_ROWS = 20_000;

const NO_CODES = new Uint8Array();

/**
 * Which rows are in a segment.
 * @param segment its columns and bins
 * @param columns in bins
 * @param side the file
 * @param step every which row; the others are left out
 * @returns one byte a row, 1 for those in it
 */
export function rowsIn(
  { sets }: Pick<FoundSegment, 'sets'>,
  columns: readonly BinnedColumn[],
  side: Side,
  step = 1,
): Uint8Array {
  const inEach = sets.map(({ column, bins }) => {
    const isChosen = new Uint8Array(256);
    for (const bin of bins) isChosen[bin] = 1;
    return { codes: columns[column]!.codes[side] ?? NO_CODES, isChosen };
  });
  const [first = { codes: NO_CODES, isChosen: new Uint8Array(256) }, second] = inEach;
  const marks = new Uint8Array(Math.ceil(first.codes.length / step));
  for (let i = 0, row = 0; i < marks.length; i++, row += step) {
    marks[i] = first.isChosen[first.codes[row]!]! & (second === undefined ? 1 : second.isChosen[second.codes[row]!]!);
  }
  return marks;
}

/**
 * The share of rows in either of two segments that is in both.
 * @param a one byte a row
 * @param b the same rows
 * @returns Jaccard's index; 0 where both are empty
 */
export function jaccard(a: Uint8Array, b: Uint8Array): number {
  let [shared, joined] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    shared += a[i]! & b[i]!;
    joined += a[i]! | b[i]!;
  }
  return joined === 0 ? 0 : shared / joined;
}

/**
 * The best segments of each list that are not nearly the same rows as a better one, by turns.
 * @param lists those that stand out most first
 * @param columns in bins
 * @param limit how many in all
 */
export function differentSegments(
  lists: readonly (readonly FoundSegment[])[],
  columns: readonly BinnedColumn[],
  limit: number,
): FoundSegment[] {
  const [first] = columns;
  const rowsOf = (side: Side): number => first?.codes[side]?.length ?? 0;
  const side = rowsOf('current') < rowsOf('reference') ? 'reference' : 'current';
  const step = Math.max(1, Math.ceil(rowsOf(side) / COUNTED_ROWS));
  const waiting = lists.map((list) => list.slice(0, LOOKED_AT));
  const kept: { segment: FoundSegment; marks: Uint8Array }[] = [];
  while (kept.length < limit && waiting.some(({ length }) => length > 0)) {
    for (const list of waiting) {
      for (let segment = list.shift(); segment !== undefined; segment = list.shift()) {
        const marks = rowsIn(segment, columns, side, step);
        if (kept.length >= limit || kept.some((known) => jaccard(known.marks, marks) >= MOST_SHARED)) continue;
        kept.push({ segment, marks });
        break;
      }
    }
  }
  return kept.map(({ segment }) => segment);
}
