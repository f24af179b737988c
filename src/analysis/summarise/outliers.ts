import type { NumberColumn } from '../../engine/columns/decode.ts';
import { within, type Ecdf } from '../../stats/describe/ecdf.ts';
import { farthestRows } from '../../stats/describe/farthest-rows.ts';
import { fences, type Range } from '../../stats/describe/fences.ts';
import { normalisedWasserstein } from '../../stats/compare/numeric/wasserstein.ts';
import type { Outliers, OutlyingRow, PerSide, Side } from '../../facts/results.ts';
import { mapSides, SIDES } from '../../facts/sides.ts';

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
    rows: SIDES.flatMap((side) => (counts[side] === 0 ? [] : farthest(columns[side], pair[side], side, range))),
  };
}

const between = (column: Ecdf, { low, high }: Range): Ecdf => within(column, low, high);

/** The rows whose values lie farthest outside. */
function farthest(column: NumberColumn | undefined, curve: Ecdf, side: Side, range: Range): OutlyingRow[] {
  if (column === undefined) return [];
  const rows = farthestRows(column.values, column.missing, curve, { range, most: MOST_ROWS });
  return rows.map(({ row, value }) => ({ side, row: row + 1, value }));
}
