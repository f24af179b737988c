import { truncated, type Ecdf } from '../../stats/describe/ecdf.ts';
import { fences, type Range } from '../../stats/describe/fences.ts';
import { normalisedWasserstein } from '../../stats/compare/numeric/wasserstein.ts';
import type { Outliers, OutlyingRow } from '../../facts/document/outliers.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import type { NumberSequence } from '../../facts/summary.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';

/** Rows to review, a file. */
const MOST_ROWS = 10;

/** Both sides of a column that is compared. */
export interface Pair {
  reference: Ecdf;
  current: Ecdf;
}

/**
 * What lies outside the reference's fences, and the effect without it; null where nothing does. Both sides have values.
 * @param sequences of the sides whose rows are known
 */
export function findOutliers(pair: Pair, sequences: PerSide<NumberSequence>): Outliers | null {
  const range = fences(pair.reference);
  const inRange = { reference: clipped(pair.reference, range), current: clipped(pair.current, range) };
  const counts = mapSides(inRange, ({ size }, side) => pair[side].size - size);
  if (counts.reference === 0 && counts.current === 0) return null;
  const comparable = inRange.reference.size > 0 && inRange.current.size > 0;
  return {
    ...range,
    counts,
    currentShare: (counts.current ?? 0) / pair.current.size,
    effectWithout: comparable ? normalisedWasserstein(inRange.reference, inRange.current).value : null,
    rows: SIDES.flatMap((side) => farthest(sequences[side], side, range)),
  };
}

const clipped = (column: Ecdf, { low, high }: Range): Ecdf => truncated(column, low, high);

/** The rows whose values lie farthest outside, farthest first; of those equally far the earlier. */
function farthest(sequence: NumberSequence | undefined, side: Side, { low, high }: Range): OutlyingRow[] {
  const rows = new Map([...(sequence?.lowest ?? []), ...(sequence?.highest ?? [])].map((row) => [row.row, row]));
  return [...rows.values()]
    .map((row) => ({ ...row, beyond: Math.max(low - row.value, row.value - high) }))
    .filter(({ beyond }) => beyond > 0)
    .sort((a, b) => b.beyond - a.beyond || a.row - b.row)
    .slice(0, MOST_ROWS)
    .map(({ row, value }) => ({ side, row: row + 1, value }));
}
