import { largest, smallest } from '../../facts/extremes.ts';
import { extent } from '../../stats/describe/code-sums.ts';
import { groupHistograms } from '../../stats/describe/group-histograms.ts';
import { sortedFinite } from '../../stats/model/error-groups.ts';
import { sortedQuantile } from '../../stats/describe/small-summaries.ts';
import { calibrationBins } from '../../stats/model/probability-sums.ts';
import { thinned, type FullCurve } from '../../stats/model/threshold-curve.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ScoredClass } from '../../facts/document/model/classification.ts';

export const SEPARATION = [0.05, 0.25, 0.5, 0.75, 0.95];
export const HISTOGRAM_BINS = 50;
/** For more classes their scores have no shapes: that would be a picture for each pair of them. */
export const MOST_SHAPES = 20;

/** A file's scores of a class. */
interface Scored {
  scores: Float64Array;
  /** 1 for rows of the class, 0 for others, −1 where the truth is missing. */
  truth: Int8Array;
  /** Index of the true class. */
  target: Int32Array;
  curve: FullCurve;
}

/** The figures of a class's scores. */
export function scoredClass(
  { label, classIndex }: { label: string; classIndex: number },
  sides: PerSide<Scored>,
  classes: number,
): ScoredClass {
  const { edges, counts } = histogramsByClass(sides, classes);
  const otherClasses = (classCounts: readonly number[][]): number[] =>
    edges
      .slice(1)
      .map((_, bin) =>
        classCounts.reduce((sum, counted, index) => (index === classIndex ? sum : sum + counted[bin]!), 0),
      );
  return {
    label,
    shapes: classes > MOST_SHAPES ? {} : counts,
    curve: mapSides(sides, ({ curve }) => thinned(curve)),
    calibration: mapSides(sides, (side) => calibrationBins(side.scores, side.truth)),
    histogram: {
      edges,
      is: mapSides(counts, (classCounts) => classCounts[classIndex] ?? []),
      isNot: mapSides(counts, otherClasses),
    },
    separation: mapSides(sides, (side) => quantilesByClass(side, classes)),
  };
}

function quantilesByClass({ scores, target }: Scored, classes: number): (number[] | null)[] {
  const counts = new Int32Array(classes);
  for (let row = 0; row < target.length; row++) if (target[row]! >= 0) counts[target[row]!]!++;
  const held = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let row = 0; row < target.length; row++) {
    const truth = target[row]!;
    if (truth >= 0) held[truth]![counts[truth]!++] = scores[row]!;
  }
  return held.map((values) => {
    const sorted = sortedFinite(values);
    return sorted.length === 0 ? null : SEPARATION.map((probability) => sortedQuantile(sorted, probability));
  });
}

function histogramsByClass(sides: PerSide<Scored>, classes: number): { edges: number[]; counts: PerSide<number[][]> } {
  const ranges = Object.values(mapSides(sides, ({ scores }) => extent(scores)));
  const low = smallest(
    ranges.map((range) => range.low),
    0,
  );
  const high = largest(
    ranges.map((range) => range.high),
    1,
  );
  // In this order an edge of probabilities is the nearest number to its decimals, as scores on it are.
  const edges = Array.from({ length: HISTOGRAM_BINS + 1 }, (_, i) => low + (i * (high - low)) / HISTOGRAM_BINS);
  const counts = mapSides(sides, ({ scores, target }) => {
    const table = groupHistograms(scores, target, edges, classes);
    return Array.from({ length: classes }, (_, classIndex) => [
      ...table.subarray(classIndex * HISTOGRAM_BINS, (classIndex + 1) * HISTOGRAM_BINS),
    ]);
  });
  return { edges, counts };
}
