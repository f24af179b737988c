import type { Cells, Totals } from './cells.ts';

/** In which order a column's bins may be joined. */
export interface Axis {
  /** Bins in their order. */
  bins: readonly number[];
  /** Whether the last one is a neighbour of the first. */
  isCircular: boolean;
  /** Bins that join no other: missing values. */
  separate: readonly number[];
}

/** Neighbouring places of an axis: bins in their order, then those apart. */
export interface Stretch {
  start: number;
  length: number;
}

/** A block of cells. */
export interface Rectangle {
  first: Stretch;
  second: Stretch;
  totals: Totals;
  score: number;
}

/** How far some cells stand out, the larger the farther: by what `Totals` holds, as numbers, since most cells are asked about once. */
export type Score = (rows: number, sum: number, rowsBefore: number, sumBefore: number) => number;

/** So many cells are grown from, those that stand out most. */
const STARTS = 4;

const placesOf = ({ bins, separate }: Axis): Uint8Array => Uint8Array.from([...bins, ...separate]);

/**
 * The bins of a stretch.
 * @param axis of the column
 * @param stretch of it
 */
export function binsOf({ bins, separate }: Axis, { start, length }: Stretch): number[] {
  if (start >= bins.length) return separate.slice(start - bins.length, start - bins.length + length);
  return Array.from({ length }, (_, i) => bins[(start + i) % bins.length]!);
}

/** Cells in the order of their axes. */
interface Grid {
  cells: Cells;
  first: Axis;
  second: Axis;
}

/** A grid, with the bin at each place of its axes. */
interface PlacedGrid extends Grid {
  rowAt: Uint8Array;
  columnAt: Uint8Array;
}

const joinedTotals = (a: Totals, b: Totals): Totals => ({
  rows: a.rows + b.rows,
  sum: a.sum + b.sum,
  rowsBefore: a.rowsBefore + b.rowsBefore,
  sumBefore: a.sumBefore + b.sumBefore,
});

/** What the cells of a block hold; a stretch that goes beyond the last bin of its axis goes on with the first. */
function totalsOf({ cells, first, second, rowAt, columnAt }: PlacedGrid, rows: Stretch, columns: Stretch): Totals {
  const totals: Totals = { rows: 0, sum: 0, rowsBefore: 0, sumBefore: 0 };
  const [height, width] = [first.bins.length, second.bins.length];
  for (let i = 0, row = rows.start; i < rows.length; i++, row++) {
    const start = rowAt[row < height || i === 0 ? row : row - height]! * cells.width;
    for (let j = 0, column = columns.start; j < columns.length; j++, column++) {
      const cell = start + columnAt[column < width || j === 0 ? column : column - width]!;
      totals.rows += cells.rows[cell]!;
      totals.sum += cells.sums[cell]!;
      totals.rowsBefore += cells.rowsBefore[cell]!;
      totals.sumBefore += cells.sumsBefore[cell]!;
    }
  }
  return totals;
}

/** One place more at either end, where there is one; the whole axis is no stretch of it. */
function longer(axis: Axis, { start, length }: Stretch): { stretch: Stretch; added: Stretch }[] {
  const size = axis.bins.length;
  if (start >= size || length >= size - 1) return [];
  const [left, right] = [start - 1, start + length];
  const found: { stretch: Stretch; added: Stretch }[] = [];
  if (left >= 0 || axis.isCircular) {
    const place = (left + size) % size;
    found.push({ stretch: { start: place, length: length + 1 }, added: { start: place, length: 1 } });
  }
  if (right < size || axis.isCircular)
    found.push({ stretch: { start, length: length + 1 }, added: { start: right % size, length: 1 } });
  return found;
}

function grown(grid: PlacedGrid, start: Rectangle, score: Score): Rectangle {
  let best = start;
  for (let isGrowing = true; isGrowing;) {
    const { first, second, totals } = best;
    const options = [
      ...longer(grid.first, first).map(({ stretch, added }) => ({
        ...{ first: stretch, second, added: totalsOf(grid, added, second) },
      })),
      ...longer(grid.second, second).map(({ stretch, added }) => ({
        ...{ first, second: stretch, added: totalsOf(grid, first, added) },
      })),
    ];
    isGrowing = false;
    for (const { added, ...stretches } of options) {
      const joined = joinedTotals(totals, added);
      const joinedScore = score(joined.rows, joined.sum, joined.rowsBefore, joined.sumBefore);
      if (joinedScore <= best.score) continue;
      best = { ...stretches, totals: joined, score: joinedScore };
      isGrowing = true;
    }
  }
  return best;
}

/**
 * The block of neighbouring cells that stands out most, as far as growing the best cells by their neighbours tells.
 * @param grid cells with the order of both axes
 * @param score of the rows in some cells
 * @returns null where no cell has rows
 */
export function bestRectangle(grid: Grid, score: Score): Rectangle | null {
  const placed = { ...grid, rowAt: placesOf(grid.first), columnAt: placesOf(grid.second) };
  return bestCells(placed, score)
    .map(({ row, column, score: ofCell }) => {
      const [first, second] = [
        { start: row, length: 1 },
        { start: column, length: 1 },
      ];
      return grown(placed, { first, second, totals: totalsOf(placed, first, second), score: ofCell }, score);
    })
    .reduce<Rectangle | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
}

interface PlacedCell {
  row: number;
  column: number;
  score: number;
}

/** The cells with rows that stand out most, in that order; of equal ones the first. */
function bestCells({ cells, rowAt, columnAt }: PlacedGrid, score: Score): PlacedCell[] {
  const best: PlacedCell[] = [];
  for (let row = 0; row < rowAt.length; row++) {
    for (let column = 0; column < columnAt.length; column++) {
      const cell = rowAt[row]! * cells.width + columnAt[column]!;
      const [rows, rowsBefore] = [cells.rows[cell]!, cells.rowsBefore[cell]!];
      if (rows + rowsBefore === 0) continue;
      const ofCell = score(rows, cells.sums[cell]!, rowsBefore, cells.sumsBefore[cell]!);
      if (best.length === STARTS && !(ofCell > best[STARTS - 1]!.score)) continue;
      if (best.length === STARTS) best.pop();
      let place = best.length;
      while (place > 0 && ofCell > best[place - 1]!.score) place--;
      best.splice(place, 0, { row, column, score: ofCell });
    }
  }
  return best;
}
