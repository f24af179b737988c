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

/** How far some cells stand out, the larger the farther. */
export type Score = (totals: Totals) => number;

/** So many cells are grown from, those that stand out most. */
const STARTS = 4;

const placesOf = ({ bins, separate }: Axis): number => bins.length + separate.length;

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

const NOTHING: Totals = { rows: 0, sum: 0, rowsBefore: 0, sumBefore: 0 };

const joinedTotals = (a: Totals, b: Totals): Totals => ({
  rows: a.rows + b.rows,
  sum: a.sum + b.sum,
  rowsBefore: a.rowsBefore + b.rowsBefore,
  sumBefore: a.sumBefore + b.sumBefore,
});

function totalsOf({ cells, first, second }: Grid, rows: Stretch, columns: Stretch): Totals {
  const totals = { ...NOTHING };
  for (const row of binsOf(first, rows)) {
    for (const column of binsOf(second, columns)) {
      const cell = row * cells.width + column;
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

function grown(grid: Grid, start: Rectangle, score: Score): Rectangle {
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
      const joinedScore = score(joined);
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
  const starts: Rectangle[] = [];
  for (let row = 0; row < placesOf(grid.first); row++) {
    for (let column = 0; column < placesOf(grid.second); column++) {
      const [first, second] = [
        { start: row, length: 1 },
        { start: column, length: 1 },
      ];
      const totals = totalsOf(grid, first, second);
      if (totals.rows + totals.rowsBefore > 0) starts.push({ first, second, totals, score: score(totals) });
    }
  }
  const best = starts.toSorted((a, b) => b.score - a.score).slice(0, STARTS);
  return best
    .map((start) => grown(grid, start, score))
    .reduce<Rectangle | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
}
