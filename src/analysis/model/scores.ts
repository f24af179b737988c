import { largest, smallest } from '../../facts/extremes.ts';
import {
  blockLength,
  bootstrap,
  missedShare,
  replicatesOf,
  rowBlocks,
  totalSums,
} from '../../stats/model/blocks/bootstrap.ts';
import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import type { Measured } from '../../stats/model/metric-estimates.ts';
import { orderWindow } from '../../stats/adjust/order-window.ts';
import { withCalibrationLimits } from '../../stats/model/calibration-limits.ts';
import { probabilityMeasures, probabilitySums } from '../../stats/model/probability-sums.ts';
import { rankingMeasures, scoreSums } from '../../stats/model/binned/score-sums.ts';
import { averagePrecision, rocAuc, thresholdCurve, type FullCurve } from '../../stats/model/threshold-curve.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { Classified, ClassSettings } from './measured-rows.ts';
import type { ClassificationResult, ScoredClass } from '../../facts/document/model/classification.ts';
import { SUM_TOLERANCE } from './probability-scale.ts';
import { scoredClass } from './score-figures.ts';

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

/** What the scores tell: measures, curves and what is wrong with them. */
export function scoreResults(given: PerSide<Classified>, settings: ClassSettings): ScoreResults {
  const { classes, positive } = settings;
  const lossTimes = Object.values(given).map((side) => (settings.ordered ? lossTime(side, positive) : 1));
  const sides = mapSides(given, (side) => ({ ...side, time: largest(lossTimes, side.time) }));
  const scoreTrouble = mapSides(sides, ({ rows }) => amissIn(rows.scores));
  const labels = positive === null ? classes : [classes[positive] ?? ''];
  const hasScores = Object.values(sides).some(({ rows }) => rows.scores.length > 0);
  if (!hasScores) return { sides: {}, figures: { scores: [], scoreTrouble } };
  const classResults = labels.map((label, index) =>
    oneClass(sides, { label, index, classIndex: positive ?? index, classes }),
  );
  const measures = mapSides(sides, (side, name): Side => {
    const rankings = classResults.map(({ rankings: sideRankings }) => sideRankings[name] ?? []);
    const probabilities = probabilitiesOf(side, positive, (scoreTrouble[name]?.outside ?? 0) > 0);
    if (positive !== null) {
      return {
        whole: [...rankings.flat().map(({ id, measured }) => ({ id, measured })), ...probabilities],
        byClass: [],
      };
    }
    const area = { id: 'macro_roc_auc', measured: meanOf(rankings.map(([first]) => first!.measured)) };
    return { whole: [area, ...probabilities], byClass: byMeasure(rankings) };
  });
  return { sides: measures, figures: { scores: classResults.map(({ scored }) => scored), scoreTrouble } };
}

/** The memory of how far the scores are from the truth, which all measures of scores go by. */
function lossTime({ rows: { target, scores } }: Classified, positive: number | null): number {
  const { start, end } = orderWindow(target.length);
  const loss = new Float64Array(scores.length === 0 ? 0 : end - start);
  for (let row = start; row < start + loss.length; row++) {
    const truth = target[row]!;
    const ofTruth =
      positive === null ? scores[truth]?.[row] : truth === positive ? scores[0]![row]! : 1 - scores[0]![row]!;
    loss[row - start] = truth < 0 ? NaN : 1 - (ofTruth ?? NaN);
  }
  return effectiveSize(loss).time;
}

/** A class whose scores are looked at. */
interface ScoreOf {
  label: string;
  /** Of its scores, and of the class among all classes. */
  index: number;
  classIndex: number;
  classes: readonly string[];
}

/** All about one class's scores; what is as long as the file goes when it is done. */
function oneClass(
  sides: PerSide<Classified>,
  { label, index, classIndex, classes }: ScoreOf,
): { rankings: PerSide<ScoreMeasures[]>; scored: ScoredClass } {
  const ranked = mapSides(sides, ({ rows }) => {
    const scores = rows.scores[index] ?? new Float64Array(rows.target.length).fill(NaN);
    const truth = truthOf(rows.target, classIndex);
    return { scores, truth, target: rows.target, curve: thresholdCurve(scores, truth) };
  });
  return {
    rankings: mapSides(sides, (side, name) => rankingOf(side, ranked[name]!, label)),
    scored: scoredClass({ label, classIndex }, ranked, classes.length),
  };
}

function amissIn(scores: readonly Float64Array[]): { outside: number; sumsOff: number } {
  let outOfRange = 0;
  let sumsOff = 0;
  const sums = new Float64Array(scores[0]?.length ?? 0);
  for (const classScores of scores) {
    for (let row = 0; row < classScores.length; row++) {
      const score = classScores[row]!;
      if (score < 0 || score > 1) outOfRange++;
      sums[row]! += score;
    }
  }
  if (scores.length > 1) {
    for (let row = 0; row < sums.length; row++) if (Math.abs(sums[row]! - 1) > SUM_TOLERANCE) sumsOff++;
  }
  return { outside: outOfRange, sumsOff };
}

/** 1 for rows of the class, 0 for the others, −1 where the truth is missing. */
function truthOf(target: Int32Array, classIndex: number): Int8Array {
  const truth = new Int8Array(target.length);
  // Without branches on the data, which no processor could predict.
  for (let row = 0; row < truth.length; row++)
    truth[row] = Number(target[row] === classIndex) - Number(target[row]! < 0);
  return truth;
}

interface Ranked {
  scores: Float64Array;
  truth: Int8Array;
  curve: FullCurve;
}

function rankingOf({ rows, time, seed }: Classified, { scores, truth, curve }: Ranked, label: string): ScoreMeasures[] {
  const blocks = rowBlocks(rows.target.length, rows.places, (places) => blockLength(places, time, RANKING.blocks));
  const sums = scoreSums(scores, truth, blocks);
  const point = rankingMeasures(totalSums(sums));
  const { replicates } = RANKING;
  const drawn = bootstrap(sums, rankingMeasures, { seed, replicates, missed: missedShare(blocks, time) });
  const values = [rocAuc(curve), averagePrecision(curve)];
  return ['roc_auc', 'average_precision'].map((id, i) => ({
    ...{ id, label },
    measured: { value: values[i]!, point: point[i]!, ...replicatesOf(drawn, i) },
  }));
}

/** Of all classes one measure after the other. */
export const byMeasure = (rankings: readonly ScoreMeasures[][]): ScoreMeasures[] => [
  ...rankings.map(([area]) => area!),
  ...rankings.map(([, precision]) => precision!),
];

/** The mean of measures of the same rows. */
export function meanOf(measures: readonly Measured[]): Measured {
  const mean = (valueOf: (measured: Measured) => number): number =>
    measures.reduce((sum, measured) => sum + valueOf(measured), 0) / measures.length;
  const drawn = smallest(measures.map(({ replicates }) => replicates.length));
  return {
    value: mean(({ value }) => value),
    point: mean(({ value, point = value }) => point),
    replicates: Float64Array.from({ length: drawn }, (_, i) => mean(({ replicates }) => replicates[i]!)),
    blocks: smallest(measures.map(({ blocks }) => blocks)),
    influence: Float64Array.from(measures[0]?.influence ?? [], (_, i) => mean(({ influence }) => influence[i]!)),
    seed: measures[0]?.seed ?? 0,
    missed: largest(measures.map(({ missed }) => missed)),
  };
}

/** Not defined where some are no probabilities. */
function probabilitiesOf({ rows, time, seed }: Classified, positive: number | null, isOff: boolean): ScoreMeasures[] {
  const ids = positive === null ? ['log_loss', 'brier'] : ['log_loss', 'brier', 'ece'];
  const empty = new Float64Array();
  const nothing: Measured = { value: NaN, replicates: empty, influence: empty, blocks: 0, seed, missed: 0 };
  if (isOff) return ids.map((id) => ({ id, measured: nothing }));
  const target =
    positive === null ? rows.target : rows.target.map((truth) => (truth < 0 ? -1 : Number(truth === positive)));
  const blocks = rowBlocks(target.length, rows.places, (places) => blockLength(places, time));
  const sums = probabilitySums(target, rows.scores, blocks);
  const values = probabilityMeasures(totalSums(sums), 1, time);
  const drawn = bootstrap(sums, (drawnSums) => probabilityMeasures(drawnSums, 2, time), {
    ...{ seed, missed: missedShare(blocks, time) },
  });
  const measures = ids.map((id, i) => ({ id, measured: { value: values[i]!, ...replicatesOf(drawn, i) } }));
  const total = totalSums(sums);
  return measures.map(({ id, measured }) =>
    id === 'ece' ? { id, measured: withCalibrationLimits(measured, total, time) } : { id, measured },
  );
}
