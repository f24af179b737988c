import type { Totals } from './cells.ts';
import type { Score } from './rectangle.ts';

/** What is looked for: a large error, an error that grew by more than elsewhere, or a share of the rows that rose or fell. */
export type Aim = 'level' | 'growth' | 'rise' | 'fall';

/** All rows that are searched. */
export interface Whole {
  totals: Totals;
  /** Standard deviations of the losses. */
  spread: number;
  spreadBefore: number;
}

/** Segments of fewer rows are not looked for. */
const LEAST_ROWS = 20;
const LEAST_SHARE = 0.002;
/** A segment of more than half of all rows says little of where. */
const MOST_SHARE = 0.5;

const isSized = (rows: number, whole: number): boolean =>
  rows >= Math.max(LEAST_ROWS, LEAST_SHARE * whole) && rows <= MOST_SHARE * whole;

/**
 * Whether a segment has enough rows to be told of, and not more than half.
 * @param aim what is looked for
 * @param found its rows
 * @param whole all rows
 */
export function isLargeEnough(aim: Aim, found: Totals, whole: Whole): boolean {
  const { totals } = whole;
  if (aim === 'level') return isSized(found.rows, totals.rows);
  if (aim === 'growth') return isSized(found.rows, totals.rows) && isSized(found.rowsBefore, totals.rowsBefore);
  return isSized(found.rows + found.rowsBefore, totals.rows + totals.rowsBefore);
}

/**
 * How far rows stand out, in standard errors of independent rows.
 * @param aim what is looked for
 * @param whole all rows
 * @returns a function of some rows; −∞ where it cannot be said
 */
export function scoreOf(aim: Aim, { totals: whole, spread, spreadBefore }: Whole): Score {
  if (aim === 'level') {
    const mean = whole.sum / whole.rows;
    return (rows, sum) =>
      rows === 0 || rows >= whole.rows
        ? -Infinity
        : (sum - rows * mean) / (spread * Math.sqrt(rows * (1 - rows / whole.rows)));
  }
  if (aim === 'growth') {
    const factor = whole.sum / whole.rows / (whole.sumBefore / whole.rowsBefore);
    return (rows, sum, rowsBefore, sumBefore) => {
      if (rows === 0 || rowsBefore === 0) return -Infinity;
      const surplus = sum / rows - (factor * sumBefore) / rowsBefore;
      return surplus / Math.sqrt(spread ** 2 / rows + (factor * spreadBefore) ** 2 / rowsBefore);
    };
  }
  const sign = aim === 'rise' ? 1 : -1;
  const sizes = 1 / whole.rows + 1 / whole.rowsBefore;
  return (rows, _, rowsBefore) => {
    const share = (rows + rowsBefore) / (whole.rows + whole.rowsBefore);
    if (share <= 0 || share >= 1) return -Infinity;
    return (sign * (rows / whole.rows - rowsBefore / whole.rowsBefore)) / Math.sqrt(share * (1 - share) * sizes);
  };
}
