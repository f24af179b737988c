import type { PerSide } from '../../facts/document/side.ts';

/** Rows of both files by the bins of two columns: `height` × `width` cells, row by row. */
export interface Cells {
  height: number;
  width: number;
  /** Of the current file. */
  rows: Float64Array;
  sums: Float64Array;
  /** Of the reference. */
  rowsBefore: Float64Array;
  sumsBefore: Float64Array;
}

/** What some cells hold together. */
export interface Totals {
  rows: number;
  sum: number;
  rowsBefore: number;
  sumBefore: number;
}

/**
 * Counts rows and adds up losses by the bins of two columns. O(rows), one pass a file.
 * @param first bins of the first column
 * @param second of the second; null for one column alone
 * @param losses one a row; absent where rows are only counted
 * @param size how many bins each has
 */
export function countCells(
  first: PerSide<Uint8Array>,
  second: PerSide<Uint8Array> | null,
  losses: PerSide<Float64Array>,
  { height, width }: { height: number; width: number },
): Cells {
  const table = (): Float64Array => new Float64Array(height * width);
  const cells: Cells = { height, width, rows: table(), sums: table(), rowsBefore: table(), sumsBefore: table() };
  const current = { width, rows: cells.rows, sums: cells.sums };
  addRows({ first: first.current, second: second?.current, losses: losses.current }, current);
  const reference = { width, rows: cells.rowsBefore, sums: cells.sumsBefore };
  addRows({ first: first.reference, second: second?.reference, losses: losses.reference }, reference);
  return cells;
}

interface CodedRows {
  first: Uint8Array | undefined;
  second: Uint8Array | undefined;
  losses: Float64Array | undefined;
}

interface Tables {
  width: number;
  rows: Float64Array;
  sums: Float64Array;
}

function addRows({ first, second, losses }: CodedRows, { width, rows, sums }: Tables): void {
  if (first === undefined) return;
  if (second === undefined) {
    for (let i = 0; i < first.length; i++) rows[first[i]!]!++;
    if (losses !== undefined) for (let i = 0; i < first.length; i++) sums[first[i]!]! += losses[i]!;
  } else if (losses === undefined) {
    for (let i = 0; i < first.length; i++) rows[first[i]! * width + second[i]!]!++;
  } else {
    for (let i = 0; i < first.length; i++) {
      const cell = first[i]! * width + second[i]!;
      rows[cell]!++;
      sums[cell]! += losses[i]!;
    }
  }
}
