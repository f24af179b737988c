import { crossCounts } from '../../../stats/depend/cross-counts.ts';
import { groupHistograms } from '../../../stats/describe/group-histograms.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import type { BinnedFeature, ScoredRows } from '../scored-rows.ts';
import type { FeatureResult, GroupHistogram } from '../../../facts/document/model/features.ts';

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
    return histogram !== null && values !== null
      ? groupHistograms(values, groups.codes, histogram.edges, names.length)
      : crossCounts(codes, groups.codes, { width, height: names.length });
  });
  return names.map((name, i) => ({
    ...name,
    counts: mapSides(tables, (table) => [...table.subarray(i * width, (i + 1) * width)]),
  }));
}
