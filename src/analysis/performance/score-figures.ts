import { sortedFinite, sortedQuantile } from '../../stats/performance/error-groups.ts';
import { calibrationBins } from '../../stats/performance/probability-sums.ts';
import { thinned, type FullCurve } from '../../stats/performance/threshold-curve.ts';
import type { PerSide } from '../results.ts';
import { mapSides } from '../sides.ts';
import type { ScoredClass } from './results.ts';

const SEPARATION = [0.05, 0.25, 0.5, 0.75, 0.95];
const HISTOGRAM_BINS = 50;
/** For more classes their scores have no shapes: that would be a picture for each pair of them. */
const MOST_SHAPES = 20;

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
export function scoredClass(label: string, sides: PerSide<Scored>, classes: number): ScoredClass {
  const scores = mapSides(sides, (side) => side.scores);
  const truth = mapSides(sides, (side) => side.truth);
  const targets = mapSides(sides, ({ target }) => target);
  const { edges, counts } = histogramOf(scores, truth, 2);
  return {
    label,
    shapes: classes > MOST_SHAPES ? {} : histogramOf(scores, targets, classes).counts,
    curve: mapSides(sides, ({ curve }) => thinned(curve)),
    calibration: mapSides(sides, (side) => calibrationBins(side.scores, side.truth)),
    histogram: {
      edges,
      is: mapSides(counts, ([, is = []]) => is),
      isNot: mapSides(counts, ([isNot = []]) => isNot),
    },
    separation: mapSides(sides, (side) => quantilesByClass(side, classes)),
  };
}

function quantilesByClass({ scores, target }: Scored, classes: number): (number[] | null)[] {
  const counts = new Int32Array(classes);
  for (const truth of target) if (truth >= 0) counts[truth]!++;
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

function histogramOf(
  scores: PerSide<Float64Array>,
  truth: PerSide<ArrayLike<number>>,
  lines: number,
): { edges: number[]; counts: PerSide<number[][]> } {
  let [low, high] = [0, 1];
  for (const one of Object.values(scores)) {
    for (let row = 0; row < one.length; row++) {
      const score = one[row]!;
      if (score < low && score > -Infinity) low = score;
      if (score > high && score < Infinity) high = score;
    }
  }
  const width = (high - low) / HISTOGRAM_BINS;
  const counts = mapSides(scores, (one, side) => {
    const table = new Float64Array(lines * HISTOGRAM_BINS);
    const own = truth[side] ?? [];
    for (let row = 0; row < one.length; row++) {
      const score = one[row]!;
      const line = own[row]!;
      if (!(line >= 0 && line < lines) || score !== score) continue;
      const bin = Math.min(HISTOGRAM_BINS - 1, Math.max(0, Math.floor((score - low) / width)));
      table[line * HISTOGRAM_BINS + bin]!++;
    }
    return Array.from({ length: lines }, (_, line) => [
      ...table.subarray(line * HISTOGRAM_BINS, (line + 1) * HISTOGRAM_BINS),
    ]);
  });
  return { edges: Array.from({ length: HISTOGRAM_BINS + 1 }, (_, i) => low + i * width), counts };
}
