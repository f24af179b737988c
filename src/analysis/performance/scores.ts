import {
  blockLength,
  bootstrap,
  replicatesOf,
  rowBlocks,
  totalSums,
  type BlockSums,
} from '../../stats/performance/block-bootstrap.ts';
import { sortedFinite, sortedQuantile } from '../../stats/performance/error-groups.ts';
import type { Measured } from '../../stats/performance/metric-estimates.ts';
import { calibrationBins, probabilityMeasures, probabilitySums } from '../../stats/performance/probability-sums.ts';
import { rankingMeasures, scoreSums } from '../../stats/performance/score-sums.ts';
import {
  averagePrecision,
  rocAuc,
  thinned,
  thresholdCurve,
  type ThresholdCurve,
} from '../../stats/performance/threshold-curve.ts';
import type { PerSide } from '../results.ts';
import { mapSides } from '../sides.ts';
import type { Classified, ClassSettings } from './classification.ts';
import type { ClassificationResult, ScoredClass } from './results.ts';

export interface ScoreMeasures {
  id: string;
  label?: string;
  measured: Measured;
}

interface Side {
  whole: ScoreMeasures[];
  byClass: ScoreMeasures[];
}
export interface ScoreResults {
  sides: PerSide<Side>;
  figures: Pick<ClassificationResult, 'scores' | 'scoreTrouble'>;
}

/** Rankings are bootstrapped on fewer blocks and replicates than sums: each has a curve to walk. */
const RANKING = { blocks: 200, replicates: 400 };
/** The probabilities of a row add up to 1, but for rounding. */
const SUM_TOLERANCE = 1e-3;

/** What the scores tell: measures, curves and what is wrong with them. */
export function scoreResults(sides: PerSide<Classified>, settings: ClassSettings): ScoreResults {
  const { classes, positive } = settings;
  const trouble = mapSides(sides, ({ rows }) => troubleOf(rows.scores));
  const labels = positive === null ? classes : [classes[positive] ?? ''];
  const hasScores = Object.values(sides).some(({ rows }) => rows.scores.length > 0);
  if (!hasScores) return { sides: {}, figures: { scores: [], scoreTrouble: trouble } };
  const curves = mapSides(sides, (side) => labels.map((_, i) => curveOf(side, i, positive)));
  const measures = mapSides(sides, (side, name) =>
    measuresOf(side, curves[name]!, { labels, positive, trouble: trouble[name]! }),
  );
  return {
    sides: measures,
    figures: {
      scores: labels.map((label, i) => figures(label, i, { sides, curves, positive, classes: classes.length })),
      scoreTrouble: trouble,
    },
  };
}

function troubleOf(scores: readonly Float64Array[]): { outside: number; sumsOff: number } {
  let [outside, sumsOff] = [0, 0];
  for (let row = 0; row < (scores[0]?.length ?? 0); row++) {
    let sum = 0;
    for (const one of scores) {
      const score = one[row]!;
      if (score < 0 || score > 1) outside++;
      sum += score;
    }
    if (scores.length > 1 && Math.abs(sum - 1) > SUM_TOLERANCE) sumsOff++;
  }
  return { outside, sumsOff };
}

/** 1 for rows of the class, 0 for the others, −1 where the truth is missing. */
function truthOf({ rows: { target } }: Classified, index: number, positive: number | null): Int8Array {
  const which = positive ?? index;
  return Int8Array.from(target, (truth) => (truth < 0 ? -1 : Number(truth === which)));
}

const curveOf = (side: Classified, index: number, positive: number | null): ThresholdCurve =>
  thresholdCurve(
    side.rows.scores[index] ?? new Float64Array(side.rows.target.length).fill(NaN),
    truthOf(side, index, positive),
  );

interface Context {
  labels: readonly string[];
  positive: number | null;
  trouble: { outside: number };
}

function measuresOf(side: Classified, curves: readonly ThresholdCurve[], { labels, positive, trouble }: Context): Side {
  const rankings = labels.map((label, i) => rankingOf(side, curves[i]!, { label, index: i, positive }));
  const probabilities = probabilitiesOf(side, positive, trouble.outside > 0);
  if (positive !== null)
    return { whole: [...rankings.flat().map(({ id, measured }) => ({ id, measured })), ...probabilities], byClass: [] };
  const areas = rankings.map(([area]) => area!.measured);
  return { whole: [{ id: 'macro_roc_auc', measured: meanOf(areas) }, ...probabilities], byClass: byMeasure(rankings) };
}

/** Of all classes one measure after the other. */
const byMeasure = (rankings: readonly ScoreMeasures[][]): ScoreMeasures[] => [
  ...rankings.map(([area]) => area!),
  ...rankings.map(([, precision]) => precision!),
];

function meanOf(all: readonly Measured[]): Measured {
  const mean = (of: (one: Measured) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const drawn = Math.min(...all.map(({ replicates }) => replicates.length));
  return {
    value: mean(({ value }) => value),
    point: mean(({ value, point = value }) => point),
    replicates: Float64Array.from({ length: drawn }, (_, i) => mean(({ replicates }) => replicates[i]!)),
    blocks: Math.min(...all.map(({ blocks }) => blocks)),
  };
}

function rankingOf(
  side: Classified,
  curve: ThresholdCurve,
  { label, index, positive }: { label: string; index: number; positive: number | null },
): ScoreMeasures[] {
  const { rows, time, seed } = side;
  const scores = rows.scores[index] ?? new Float64Array();
  const blocks = scoreSums(
    scores,
    truthOf(side, index, positive),
    rowBlocks(rows.target.length, rows.places, (places) => blockLength(places, time, RANKING.blocks)),
  );
  const point = rankingMeasures(totalSums(blocks));
  const drawn = bootstrap(blocks, rankingMeasures, { seed, replicates: RANKING.replicates });
  const values = [rocAuc(curve), averagePrecision(curve)];
  return ['roc_auc', 'average_precision'].map((id, i) => ({
    ...{ id, label },
    measured: { value: values[i]!, point: point[i]!, replicates: replicatesOf(drawn, i), blocks: drawn.blocks },
  }));
}

/** Not defined where some are no probabilities. */
function probabilitiesOf({ rows, time, seed }: Classified, positive: number | null, isOff: boolean): ScoreMeasures[] {
  const ids = positive === null ? ['log_loss', 'brier'] : ['log_loss', 'brier', 'ece'];
  const nothing: Measured = { value: NaN, replicates: new Float64Array(), blocks: 0 };
  if (isOff) return ids.map((id) => ({ id, measured: nothing }));
  const target =
    positive === null ? rows.target : rows.target.map((truth) => (truth < 0 ? -1 : Number(truth === positive)));
  const blocks: BlockSums = probabilitySums(
    target,
    rows.scores,
    rowBlocks(target.length, rows.places, (places) => blockLength(places, time)),
  );
  const values = probabilityMeasures(totalSums(blocks));
  const drawn = bootstrap(blocks, probabilityMeasures, { seed });
  return ids.map((id, i) => ({
    id,
    measured: { value: values[i]!, replicates: replicatesOf(drawn, i), blocks: drawn.blocks },
  }));
}

const SEPARATION = [0.05, 0.25, 0.5, 0.75, 0.95];
const HISTOGRAM_BINS = 50;
/** For more classes their scores have no shapes: that would be a picture for each pair of them. */
const MOST_SHAPES = 20;

interface Figured {
  sides: PerSide<Classified>;
  curves: PerSide<ThresholdCurve[]>;
  positive: number | null;
  classes: number;
}

function figures(label: string, index: number, { sides, curves, positive, classes }: Figured): ScoredClass {
  const scores = mapSides(sides, ({ rows }) => rows.scores[index] ?? new Float64Array());
  const truth = mapSides(sides, (side) => truthOf(side, index, positive));
  const { edges, counts } = histogramOf(scores, truth, 2);
  const targets = mapSides(sides, ({ rows }) => rows.target);
  return {
    label,
    shapes: classes > MOST_SHAPES ? {} : histogramOf(scores, targets, classes).counts,
    curve: mapSides(curves, (all) => thinned(all[index]!)),
    calibration: mapSides(scores, (one, side) => calibrationBins(one, truth[side]!)),
    histogram: {
      edges,
      is: mapSides(counts, ([, is = []]) => is),
      isNot: mapSides(counts, ([isNot = []]) => isNot),
    },
    separation: mapSides(sides, ({ rows }, side) =>
      Array.from({ length: classes }, (_, which) => {
        const sorted = sortedFinite(scores[side]!.filter((_score, row) => rows.target[row] === which));
        return sorted.length === 0 ? null : SEPARATION.map((probability) => sortedQuantile(sorted, probability));
      }),
    ),
  };
}

function histogramOf(
  scores: PerSide<Float64Array>,
  truth: PerSide<ArrayLike<number>>,
  lines: number,
): { edges: number[]; counts: PerSide<number[][]> } {
  let [low, high] = [0, 1];
  for (const one of Object.values(scores)) {
    for (const score of one) {
      if (score < low && score > -Infinity) low = score;
      if (score > high && score < Infinity) high = score;
    }
  }
  const width = (high - low) / HISTOGRAM_BINS;
  const counts = mapSides(scores, (one, side) => {
    const table = Array.from({ length: lines }, () => new Float64Array(HISTOGRAM_BINS));
    const own = truth[side] ?? [];
    for (let row = 0; row < one.length; row++) {
      const score = one[row]!;
      const line = table[own[row]!];
      if (line === undefined || score !== score) continue;
      line[Math.min(HISTOGRAM_BINS - 1, Math.max(0, Math.floor((score - low) / width)))]!++;
    }
    return table.map((line) => [...line]);
  });
  return { edges: Array.from({ length: HISTOGRAM_BINS + 1 }, (_, i) => low + i * width), counts };
}
