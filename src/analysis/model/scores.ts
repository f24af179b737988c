import { largest, smallest } from '../../facts/extremes.ts';
import type { Measured } from '../../stats/model/metric-estimates.ts';
import { withCalibrationLimits } from '../../stats/model/calibration-limits.ts';
import { probabilityMeasures, probabilitySums } from '../../stats/model/probability-sums.ts';
import { rankingMeasures, scoreBins, scoreSums } from '../../stats/model/binned/score-sums.ts';
import { averagePrecision, rocAuc, thresholdCurve, type FullCurve } from '../../stats/model/threshold-curve.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { Classified, ClassSettings } from './measured-rows.ts';
import type { ClassificationResult, ScoredClass } from '../../facts/document/model/classification.ts';
import { SUM_TOLERANCE } from './probability-scale.ts';
import { alongCells, alongSums, drawnMeasures, eachRow, type SummedRows } from './drawn/drawn-measures.ts';
import type { RowOrders } from './drawn/row-memory.ts';
import { scoredClass } from './score-figures.ts';

export interface ScoreMeasures {
  id: string;
  label?: string;
  measured: Measured;
}

interface SideMeasures {
  whole: ScoreMeasures[];
  byClass: ScoreMeasures[];
}
export interface ScoreResults {
  sides: PerSide<SideMeasures>;
  figures: Pick<ClassificationResult, 'scores' | 'scoreTrouble'>;
}

/** Rankings are bootstrapped on fewer blocks and replicates than sums: each has a curve to walk. */
const RANKING = { blocks: 200, replicates: 400 };

/** What the scores tell: measures, curves and what is wrong with them. */
export function scoreResults(sides: PerSide<Classified>, settings: ClassSettings): ScoreResults {
  const { classes, positive } = settings;
  const scoreTrouble = mapSides(sides, ({ rows }) => amissIn(rows.scores));
  const labels = positive === null ? classes : [classes[positive] ?? ''];
  const hasScores = Object.values(sides).some(({ rows }) => rows.scores.length > 0);
  if (!hasScores) return { sides: {}, figures: { scores: [], scoreTrouble } };
  const classResults = labels.map((label, index) =>
    oneClass(sides, { label, index, classIndex: positive ?? index, classes }, settings.orders),
  );
  const probabilities = probabilitiesOf(sides, { positive, scoreTrouble, orders: settings.orders });
  const measures = mapSides(sides, (_, name): SideMeasures => {
    const rankings = classResults.map(({ rankings: sideRankings }) => sideRankings[name] ?? []);
    const ofProbabilities = probabilities[name] ?? [];
    if (positive !== null) {
      return {
        whole: [...rankings.flat().map(({ id, measured }) => ({ id, measured })), ...ofProbabilities],
        byClass: [],
      };
    }
    const area = { id: 'macro_roc_auc', measured: meanOf(rankings.map(([first]) => first!.measured)) };
    return { whole: [area, ...ofProbabilities], byClass: byMeasure(rankings) };
  });
  return { sides: measures, figures: { scores: classResults.map(({ scored }) => scored), scoreTrouble } };
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
  orders: RowOrders,
): { rankings: PerSide<ScoreMeasures[]>; scored: ScoredClass } {
  const ranked = mapSides(sides, ({ rows }) => {
    const scores = rows.scores[index] ?? new Float64Array(rows.target.length).fill(NaN);
    const truth = truthOf(rows.target, classIndex);
    return { scores, truth, target: rows.target, curve: thresholdCurve(scores, truth) };
  });
  return {
    rankings: rankingsOf(sides, ranked, { label, orders }),
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

function rankingsOf(
  sides: PerSide<Classified>,
  ranked: PerSide<Ranked>,
  { label, orders }: { label: string; orders: RowOrders },
): PerSide<ScoreMeasures[]> {
  const summed = mapSides(ranked, ({ scores, truth }, side): SummedRows => {
    const { codes, bins } = scoreBins(scores);
    return {
      ...{ rows: scores.length, places: sides[side]?.rows.places ?? null, seed: sides[side]?.seed ?? 0 },
      sumsIn: (blocks) => scoreSums({ codes, bins }, truth, blocks),
      pick(rows) {
        const cells = Int32Array.from(rows, (row) =>
          codes[row]! < 0 || truth[row]! < 0 ? -1 : 2 * codes[row]! + truth[row]!,
        );
        return (direction) => alongCells(cells, direction);
      },
    };
  });
  const family = { measures: rankingMeasures, telling: 2, maxBlocks: RANKING.blocks, replicates: RANKING.replicates };
  return mapSides(drawnMeasures(summed, family, orders), ({ total, measureAt }, side) => {
    const point = rankingMeasures(total);
    const curve = ranked[side]!.curve;
    const values = [rocAuc(curve), averagePrecision(curve)];
    return ['roc_auc', 'average_precision'].map((id, i) => ({
      ...{ id, label },
      measured: { ...measureAt(i), value: values[i]!, point: point[i]!, lowerBound: 0, upperBound: 1 },
    }));
  });
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

/** Not defined where pickedRows are no probabilities. */
function probabilitiesOf(
  sides: PerSide<Classified>,
  {
    positive,
    scoreTrouble,
    orders,
  }: { positive: number | null; scoreTrouble: ClassificationResult['scoreTrouble']; orders: RowOrders },
): PerSide<ScoreMeasures[]> {
  const ids = positive === null ? ['log_loss', 'brier'] : ['log_loss', 'brier', 'ece'];
  const isOff = (side: Side): boolean => (scoreTrouble[side]?.outside ?? 0) > 0;
  const summed: PerSide<SummedRows> = {};
  mapSides(sides, (side, name) => {
    if (!isOff(name)) summed[name] = summedProbabilities(side, positive);
  });
  const drawn = drawnMeasures(summed, { measures: probabilityMeasures, telling: 2 }, orders);
  return mapSides(sides, ({ seed }, name) =>
    ids.map((id, i) => {
      const side = drawn[name];
      if (side === undefined) return { id, measured: notMeasured(seed) };
      const measured = { ...side.measureAt(i), lowerBound: 0 };
      return { id, measured: id === 'ece' ? withCalibrationLimits(measured, side.total, measured.time) : measured };
    }),
  );
}

const notMeasured = (seed: number): Measured => {
  const empty = new Float64Array();
  return { value: NaN, replicates: empty, influence: empty, blocks: 0, seed, missed: 0 };
};

function summedProbabilities({ rows, seed }: Classified, positive: number | null): SummedRows {
  const { scores, places } = rows;
  const target =
    positive === null ? rows.target : rows.target.map((truth) => (truth < 0 ? -1 : Number(truth === positive)));
  return {
    ...{ rows: target.length, places, seed },
    sumsIn: (blocks) => probabilitySums(target, scores, blocks),
    pick(pickedRows) {
      const picked = scores.map((scoresOfClass) => Float64Array.from(pickedRows, (row) => scoresOfClass[row]!));
      const truth = Int32Array.from(pickedRows, (row) => target[row]!);
      const sums = probabilitySums(truth, picked, eachRow(pickedRows.length));
      return (direction) => alongSums(sums, direction);
    },
  };
}
