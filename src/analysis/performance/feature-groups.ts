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
    const feature = features[side];
    const values = feature?.values ?? null;
    const codes =
      histogram === null || values === null ? (feature?.codes ?? new Int32Array()) : codesOn(values, histogram.edges);
    const table = new Float64Array(names.length * width);
    for (let row = 0; row < codes.length; row++) {
      const [group, bin] = [groups.codes[row]!, codes[row]!];
      if (group >= 0 && bin >= 0) table[group * width + bin]!++;
    }
    return table;
  });
  return names.map((name, i) => ({
    ...name,
    counts: mapSides(tables, (table) => [...table.subarray(i * width, (i + 1) * width)]),
  }));
}

/** The bin of each value: a bin holds its left edge, the last one both. −1 for what lies outside. */
function codesOn(values: Float64Array, edges: readonly number[]): Int32Array {
  const sorted = Float64Array.from(edges);
  const last = sorted.length - 1;
  const [low, high] = [sorted[0]!, sorted[last]!];
  const scale = last / (high - low);
  const codes = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!(value >= low && value <= high)) continue;
    // Most bins are evenly wide: the guess is right, or next to it.
    let bin = Math.min(last - 1, Math.floor((value - low) * scale));
    while (bin > 0 && value < sorted[bin]!) bin--;
    while (bin < last - 1 && value >= sorted[bin + 1]!) bin++;
    codes[row] = bin;
  }
  return codes;
}
