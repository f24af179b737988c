import { largest } from '../../../facts/extremes.ts';
import { codeSums, extent } from '../../../stats/describe/code-sums.ts';
import { crossCounts } from '../../../stats/depend/cross-counts.ts';
import type { ErrorBias, FeatureBins } from '../../../facts/document/model/features.ts';
import type { BinnedFeature } from '../scored-rows.ts';

/**
 * What a feature is like where the model predicts too low, where it is near, and where it predicts too high: the mean
 * of its numbers or its most frequent category. The range is |over − under| as a share of the feature's own range
 * (of the rows in the groups); for categories 100 % where the two differ.
 * @param groups 0 under, 1 majority, 2 over; −1 for none
 */
export function errorBias(groups: Int32Array, { codes, values }: BinnedFeature, bins: FeatureBins): ErrorBias {
  if (bins.kind === 'categorical') return categoricalBias(groups, codes, bins);
  if (values === null) throw new TypeError('Bins of numbers need the numbers.');
  return numericBias(groups, values);
}

const GROUPS = 3;

function numericBias(groups: Int32Array, values: Float64Array): ErrorBias {
  const { counts, sums } = codeSums(values, groups, GROUPS);
  const { low, high } = extent(values, groups);
  const mean = (group: number): number | null => (counts[group]! > 0 ? sums[group]! / counts[group]! : null);
  const [underMean, overMean] = [mean(0), mean(2)];
  const known = underMean !== null && overMean !== null && high > low;
  return {
    under: underMean,
    majority: mean(1),
    over: overMean,
    rangePercent: known ? (100 * Math.abs(overMean - underMean)) / (high - low) : null,
  };
}

function categoricalBias(
  groups: Int32Array,
  codes: Int32Array,
  { names, others: hasOthers }: Extract<FeatureBins, { kind: 'categorical' }>,
): ErrorBias {
  const bins = names.length + (hasOthers ? 1 : 0);
  const table = crossCounts(codes, groups, { width: bins, height: GROUPS });
  const mostFrequent = (group: number): string | null => {
    const counts = table.subarray(group * bins, (group + 1) * bins);
    const top = largest(counts, 0);
    return top === 0 ? null : (names[counts.indexOf(top)] ?? 'other');
  };
  const [underCategory, overCategory] = [mostFrequent(0), mostFrequent(2)];
  return {
    under: underCategory,
    majority: mostFrequent(1),
    over: overCategory,
    rangePercent: underCategory === null || overCategory === null ? null : underCategory === overCategory ? 0 : 100,
  };
}
