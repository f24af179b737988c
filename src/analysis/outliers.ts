import type { NumberColumn } from '../engine/decode.ts';
import { within, type Ecdf } from '../stats/ecdf.ts';
import { fences, type Range } from '../stats/fences.ts';
import { normalisedWasserstein } from '../stats/wasserstein.ts';
import type { Outliers, OutlyingRow, PerSide, Side } from './results.ts';
import { mapSides, SIDES } from './sides.ts';

/** Rows to review, a file. */
const MOST_ROWS = 10;

/** Both sides of a column that is compared. */
export interface Pair {
  reference: Ecdf;
  current: Ecdf;
}

/** What lies outside the reference's fences, and the effect without it; null where nothing does. Both sides have values. */
export function findOutliers(pair: Pair, columns: PerSide<NumberColumn>): Outliers | null {
  const range = fences(pair.reference);
  const inside = { reference: between(pair.reference, range), current: between(pair.current, range) };
  const counts = mapSides(inside, ({ size }, side) => pair[side].size - size);
  if (counts.reference === 0 && counts.current === 0) return null;
  const comparable = inside.reference.size > 0 && inside.current.size > 0;
  return {
    ...range,
    counts,
    currentShare: (counts.current ?? 0) / pair.current.size,
    effectWithout: comparable ? normalisedWasserstein(inside.reference, inside.current).value : null,
    rows: SIDES.flatMap((side) => (counts[side] === 0 ? [] : farthest(columns[side], side, range))),
  };
}

const between = (column: Ecdf, { low, high }: Range): Ecdf => within(column, low, high);

/** The rows whose values lie farthest outside, farthest first. */
function farthest(column: NumberColumn | undefined, side: Side, { low, high }: Range): OutlyingRow[] {
  const { values, missing } = column ?? { values: new Float64Array(), missing: null };
  const beyond = (value: number): number => Math.max(low - value, value - high);
  const isCell = (i: number, value: number): boolean => value - value === 0 && missing?.[i] !== 1;
  const found: OutlyingRow[] = [];
  let bar = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // Nearly all lie inside: that has to be quick to tell.
    if ((value >= low && value <= high) || !(beyond(value) > bar) || !isCell(i, value)) continue;
    found.push({ side, row: i + 1, value });
    found.sort((a, b) => beyond(b.value) - beyond(a.value) || a.row - b.row);
    if (found.length > MOST_ROWS) found.pop();
    if (found.length === MOST_ROWS) bar = beyond(found.at(-1)?.value ?? low);
  }
  return found;
}
