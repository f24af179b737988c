import { binMeans, explainedVariance, groupMeans, type BinMeans } from '../../../stats/model/bin-means.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { groupCounts } from './feature-groups.ts';
import { relation } from './relation.ts';
import type {
  FeatureBins,
  FeatureCell,
  FeatureResult,
  GroupHistogram,
} from '../../../facts/document/model/features.ts';
import type { Series, ScoredRows, BinnedFeature } from '../scored-rows.ts';

export interface FeatureTask {
  name: string;
  bins: FeatureBins;
  /** Bins of the column's own picture; null for categories. */
  histogram: GroupHistogram | null;
  /** Whether rows in the file's order may depend on each other. */
  ordered: boolean;
}

export const binCount = (bins: FeatureBins): number =>
  bins.kind === 'numeric' ? bins.edges.length - 1 : bins.names.length + (bins.others ? 1 : 0);

/** How the model did at each value of a feature, and whether the target still depends on it as it did. */
export function featureResult(
  task: FeatureTask,
  rows: PerSide<ScoredRows>,
  features: PerSide<BinnedFeature>,
): FeatureResult {
  const bins = binCount(task.bins);
  const means = mapSides(rows, (scored, side) => meansOf(scored, features[side]?.codes ?? new Int32Array(), bins));
  return {
    name: task.name,
    bins: task.bins,
    cells: mapSides(means, cellsOf),
    explained: mapSides(means, ({ error }) => explainedVariance(error)),
    histogram: task.histogram,
    groups: groupCounts(rows, features, { bins, histogram: task.histogram }),
    bias: {},
    plane: null,
    concept: relation(task, rows, features),
  };
}

interface SideMeans {
  target: BinMeans | null;
  prediction: BinMeans;
  error: BinMeans;
  loss: BinMeans;
}

function meansOf(rows: ScoredRows, codes: Int32Array, bins: number): SideMeans {
  const { target, prediction, error, loss, groups } = rows;
  // For classes some of them are the same series.
  const series = [...new Set([prediction, error, loss, ...(target === null ? [] : [target])])];
  const byRow = series.filter((values) => values instanceof Float64Array);
  const allMeans =
    byRow.length > 0
      ? binMeans(codes, bins, byRow)
      : groupMeans(
          codes,
          bins,
          groups.codes,
          series.map((values) => [...values]),
        );
  const means = new Map(allMeans.map((seriesMeans, i) => [series[i], seriesMeans]));
  const binned = (values: Series): BinMeans => {
    const found = means.get(values);
    if (found === undefined) throw new Error('a series that was not binned');
    return found;
  };
  return {
    target: target === null ? null : binned(target),
    ...{ prediction: binned(prediction), error: binned(error), loss: binned(loss) },
  };
}

function cellsOf({ target, prediction, error, loss }: SideMeans): FeatureCell[] {
  const mean = (sideMeans: BinMeans | null, bin: number): number | null =>
    sideMeans && sideMeans.counts[bin]! > 0 ? sideMeans.means[bin]! : null;
  const std = (sideMeans: BinMeans | null, bin: number): number | null =>
    sideMeans && sideMeans.counts[bin]! > 1 ? Math.sqrt(sideMeans.squares[bin]! / (sideMeans.counts[bin]! - 1)) : null;
  return Array.from(error.counts, (count, bin) => ({
    count,
    targetMean: mean(target, bin),
    targetStd: std(target, bin),
    predictionMean: mean(prediction, bin),
    predictionStd: std(prediction, bin),
    errorMean: mean(error, bin),
    errorStd: std(error, bin),
    loss: mean(loss, bin),
  }));
}
