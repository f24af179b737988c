import type { PerSide } from '../results.ts';
import { mapSides } from '../sides.ts';
import type { BinnedFeature, ScoredRows } from './feature.ts';
import type { FeatureResult, GroupHistogram } from './results.ts';

/**
 * How the rows of each group are spread over a feature: on the bins of the column's own picture, or by category.
 * @param histogram the bins of numbers; null where the rows are counted in the feature's own bins
 */
export function groupCounts(
  rows: PerSide<ScoredRows>,
  features: PerSide<BinnedFeature>,
  { bins, histogram }: { bins: number; histogram: GroupHistogram | null },
): FeatureResult['groups'] {
  const names = (rows.reference ?? rows.current)?.groups.names ?? [];
  const width = histogram === null ? bins : histogram.edges.length - 1;
  const tables = mapSides(rows, ({ groups }, side) => {
    const { codes, values } = features[side] ?? { codes: new Int32Array(), values: null };
    const table = new Float64Array(names.length * width);
    if (histogram !== null && values !== null) countOn(table, groups.codes, values, histogram.edges);
    else countCodes(table, groups.codes, codes, width);
    return table;
  });
  return names.map((name, i) => ({
    ...name,
    counts: mapSides(tables, (table) => [...table.subarray(i * width, (i + 1) * width)]),
  }));
}

function countCodes(table: Float64Array, groups: Int32Array, codes: Int32Array, width: number): void {
  for (let row = 0; row < codes.length; row++) {
    const group = groups[row]!;
    const bin = codes[row]!;
    if (group >= 0 && bin >= 0) table[group * width + bin]!++;
  }
}

/** A bin holds its left edge, the last one both; what lies outside counts nowhere. */
function countOn(table: Float64Array, groups: Int32Array, values: Float64Array, edges: readonly number[]): void {
  const sorted = Float64Array.from(edges);
  const last = sorted.length - 1;
  const [low, high] = [sorted[0]!, sorted[last]!];
  const scale = last / (high - low);
  for (let row = 0; row < values.length; row++) {
    const group = groups[row]!;
    const value = values[row]!;
    if (group < 0 || !(value >= low && value <= high)) continue;
    // Most bins are evenly wide: the guess is right, or next to it.
    let bin = Math.min(last - 1, Math.floor((value - low) * scale));
    while (bin > 0 && value < sorted[bin]!) bin--;
    while (bin < last - 1 && value >= sorted[bin + 1]!) bin++;
    table[group * last + bin]!++;
  }
}
