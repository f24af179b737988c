import { elementAt } from '../../facts/element-at.ts';
import { largest, smallest } from '../../facts/extremes.ts';
import type { NumericDistribution } from '../../facts/document/distribution.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { BinSums } from '../../facts/summary.ts';
import { gridCurve } from '../../stats/compare/bins/grid-curves.ts';
import { sizeOf } from '../../stats/compare/bins/shares.ts';
import { chooseBins } from '../../stats/describe/bins.ts';
import { highestOf, lowestOf } from './compare-bins.ts';
import type { ColumnJob } from '../run/plan.ts';
import { pictureScores } from '../summarise/bin-scores.ts';

/**
 * The picture of columns that are known by bins, and the scores on it: its bins are put together from theirs, as near as may be to those
 * that would be drawn of the rows, so that every count is exact. Null without any finite value.
 */
export function binnedPicture(
  columns: PerSide<BinSums>,
  { type, bins: asked }: Pick<ColumnJob, 'type' | 'bins'>,
): NumericDistribution | null {
  const frozen = [columns.reference, columns.current].find((sums) => sums !== undefined && sizeOf(sums) > 0);
  if (frozen === undefined) return null;
  const bins = chooseBins(gridCurve(frozen), { kind: type === 'datetime' ? 'time' : 'number', ...asked });
  const inner = nearestEdges(frozen.edges, bins.edges);
  const filled = Object.values(columns).filter((sums) => sizeOf(sums) > 0);
  const [low, high] = [smallest(filled.map(lowestOf)), largest(filled.map(highestOf))];
  const inside = inner.filter((i) => elementAt(frozen.edges, i) > low && elementAt(frozen.edges, i) < high);
  const edges = [low, ...inside.map((i) => elementAt(frozen.edges, i)), high === low ? nextAfter(high) : high];
  const picture: Omit<NumericDistribution, 'scores'> = {
    kind: 'numeric',
    edges,
    scale: type === 'datetime' ? 'time' : bins.scale,
    counts: mapSides(columns, (sums) => countsBetween(sums, inside)),
    below: mapSides(columns, () => 0),
    above: mapSides(columns, () => 0),
    total: mapSides(columns, sizeOf),
  };
  return { ...picture, scores: pictureScores(picture) };
}

const nextAfter = (value: number): number => (value === 0 ? 1 : value + Math.abs(value) / 10);

/** Places of the edges that lie nearest to the wanted ones, ascending, each once. */
function nearestEdges(edges: Float64Array, wanted: readonly number[]): number[] {
  const found = wanted.map((value) => {
    const after = edges.findIndex((edge) => edge >= value);
    if (after < 0) return edges.length - 1;
    const isBefore = after > 0 && value - elementAt(edges, after - 1) < elementAt(edges, after) - value;
    return isBefore ? after - 1 : after;
  });
  return [...new Set(found)].filter((i) => i >= 0).sort((a, b) => a - b);
}

/** How many values lie in each stretch of bins that ends at one of these edges, and after the last. */
function countsBetween({ counts }: BinSums, ends: readonly number[]): number[] {
  const found = Array.from<number>({ length: ends.length + 1 }).fill(0);
  let stretch = 0;
  counts.forEach((count, bin) => {
    while (stretch < ends.length && bin > (ends[stretch] ?? Infinity)) stretch++;
    found[stretch] = (found[stretch] ?? 0) + count;
  });
  return found;
}
