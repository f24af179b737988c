import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import { binMeans, explainedVariance, groupMeans, type BinMeans } from '../../stats/model/bin-means.ts';
import { conceptDrift } from '../../stats/model/concept-drift.ts';
import { orderWindow } from '../compare/effective.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { groupCounts } from './feature-groups.ts';
import type {
  ConceptDrift,
  FeatureBins,
  FeatureCell,
  FeatureResult,
  GroupHistogram,
} from '../../facts/document/performance.ts';
import type { Series, ScoredRows, BinnedFeature } from './scored-rows.ts';

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
    concept: rows.reference && rows.current ? concept(task, rows, { features, means }) : null,
  };
}

interface SideMeans {
  target: BinMeans | null;
  prediction: BinMeans;
  error: BinMeans;
  loss: BinMeans;
  targets: BinMeans[];
}

function meansOf(rows: ScoredRows, codes: Int32Array, bins: number): SideMeans {
  const { target, prediction, error, loss, targets, groups } = rows;
  // For classes some of them are the same series.
  const series = [...new Set([prediction, error, loss, ...(target === null ? [] : [target]), ...targets])];
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
    targets: targets.map(binned),
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

/** Too few rows have the same values of the feature in both files. */
const FEW = 'few-rows';

const NONE = new Int32Array();

interface Seen {
  groups: PerSide<Int32Array>;
  features: PerSide<BinnedFeature>;
  means: PerSide<SideMeans>;
}

function concept(task: FeatureTask, rows: PerSide<ScoredRows>, seen: Omit<Seen, 'groups'>): FeatureResult['concept'] {
  const { reference, current } = rows;
  const tests = (reference?.targets ?? []).flatMap((referenceTarget, i) => {
    const currentTarget = current?.targets[i];
    if (currentTarget === undefined) return [];
    const options = { targetIndex: i, ordered: task.ordered, isShare: reference?.isShare === true };
    const groups = mapSides(rows, (side) => side.groups.codes);
    return oneConcept({ reference: referenceTarget, current: currentTarget }, { ...seen, groups }, options);
  });
  const [best] = tests.toSorted((a, b) => a.pValue - b.pValue);
  // Of several classes the one that changed most speaks for all (Bonferroni).
  return best === undefined ? { notTested: FEW } : { ...best, pValue: Math.min(1, best.pValue * tests.length) };
}

function oneConcept(
  series: Record<'reference' | 'current', Series>,
  seen: Seen,
  { targetIndex, ordered, isShare }: { targetIndex: number; ordered: boolean; isShare: boolean },
): ConceptDrift[] {
  const meansOn = (side: 'reference' | 'current'): BinMeans => seen.means[side]!.targets[targetIndex]!;
  const timeOn = (side: 'reference' | 'current'): number =>
    ordered ? timeOf(series[side], seen.groups[side] ?? NONE, seen.features[side]?.codes ?? NONE, meansOn(side)) : 1;
  const [reference, current] = [meansOn('reference'), meansOn('current')];
  // Where nothing changed both share one memory, and a short file shows too little of it.
  const time = Math.max(timeOn('reference'), timeOn('current'));
  const found = conceptDrift(reference, current, { reference: time, current: time });
  if (found === null) return [];
  const { statistic, degreesOfFreedom, pValue, spread } = found;
  const scale = isShare ? 1 : Math.max(totalStd(reference), Number.MIN_VALUE);
  return [{ statistic, degreesOfFreedom, pValue, effect: spread / scale }];
}

/** How long the target remembers, once what the feature tells of it is taken away. */
function timeOf(series: Series, groups: Int32Array, codes: Int32Array, { means }: BinMeans): number {
  const { start, end } = orderWindow(codes.length);
  const isByRow = series instanceof Float64Array;
  const rest = new Float64Array(end - start);
  for (let row = start; row < end; row++) {
    const code = codes[row]!;
    const value = isByRow ? series[row]! : (series[groups[row]!] ?? NaN);
    rest[row - start] = code < 0 ? NaN : value - means[code]!;
  }
  return effectiveSize(rest).time;
}

/** Standard deviation of all rows that are in a bin. */
function totalStd({ counts, means, squares }: BinMeans): number {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const mean = means.reduce((sum, value, bin) => sum + value * (counts[bin]! / rows), 0);
  const sumOfSquares = means.reduce((sum, value, bin) => sum + squares[bin]! + counts[bin]! * (value - mean) ** 2, 0);
  return Math.sqrt(sumOfSquares / Math.max(1, rows - 1));
}
