import { largest } from '../../../facts/extremes.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { boundedRanking, type BoundedMeasure } from '../../../stats/model/binned/ranking.ts';
import { bootstrap, replicatesOf, totalSums, type BlockSums } from '../../../stats/model/blocks/bootstrap.ts';
import { withCalibrationLimits } from '../../../stats/model/calibration-limits.ts';
import type { Measured } from '../../../stats/model/metric-estimates.ts';
import { probabilityMeasures } from '../../../stats/model/probability-sums.ts';
import { rankingMeasures } from '../../../stats/model/binned/score-sums.ts';
import { byMeasure, meanOf, type ScoreMeasures } from '../../model/scores.ts';
import type { DayWorth } from '../day-worth.ts';
import type { ClassScores, SideScores } from './class-scores.ts';
import {
  lossesOf,
  lossSums,
  partsAtRandom,
  partsByDay,
  rankSums,
  scoreBins,
  worthOf,
  type Parts,
} from './score-blocks.ts';

/** As where rows are known: each replicate of a ranking has a curve to walk. */
const RANKING_REPLICATES = 400;
/** The probabilities of a row add up to 1, but for rounding. */
const SUM_TOLERANCE = 1e-3;

export interface BinnedMeasures {
  whole: ScoreMeasures[];
  byClass: ScoreMeasures[];
}

/**
 * What counts of probabilities tell of a classifier: each measure with how far off it may be.
 * @param sides of the positive class alone, or of all classes
 * @param classes in their order
 * @param seed of the reference; the current side has the next one
 */
export function scoreMeasures(
  sides: PerSide<SideScores>,
  classes: readonly string[],
  seed: number,
): PerSide<BinnedMeasures> {
  const worths = mapSides(sides, worthOf);
  const time = largest(
    Object.values(worths).map((worth) => worth?.time ?? 1),
    1,
  );
  return mapSides(sides, (side, name) => {
    const draws = { worth: worths[name] ?? null, time, seed: name === 'reference' ? seed : seed + 1 };
    return side.classes.length === 1 ? ofTwo(side, draws) : ofSeveral(side, classes, draws);
  });
}

/** How a file's rows are drawn again. */
interface Draws {
  /** Null where days are too few to tell. */
  worth: DayWorth | null;
  /** The larger of both files': rows in a row that tell as much as one. */
  time: number;
  seed: number;
}

function ofTwo(side: SideScores, draws: Draws): BinnedMeasures {
  const [scores] = side.classes as [ClassScores];
  const isDealt = draws.worth === null || draws.time === 1;
  const parts = isDealt ? partsAtRandom(scores, draws.seed) : partsByDay(scores, side.days, draws.worth!);
  return { whole: [...rankingOf(scores, parts, draws), ...lossMeasures(side, [parts], draws)], byClass: [] };
}

/** Probabilities of several classes belong to the same rows, which days alone hold together. */
function ofSeveral(side: SideScores, classes: readonly string[], draws: Draws): BinnedMeasures {
  const { worth, seed } = draws;
  const parts = side.classes.map((scores) =>
    worth === null ? partsAtRandom(scores, seed) : partsByDay(scores, side.days, worth),
  );
  const rankings = side.classes.map((scores, i) => {
    const label = classes[scores.classIndex] ?? '';
    return rankingOf(scores, parts[i]!, draws).map((ranking): ScoreMeasures => ({ ...ranking, label }));
  });
  const areas = rankings.map(([area]) => area!.measured);
  const mean = (valueOf: (measured: Measured) => number): number =>
    areas.reduce((sum, area) => sum + valueOf(area), 0) / areas.length;
  const bounds = {
    atLeast: mean(({ value, bounds }) => bounds?.atLeast ?? value),
    atMost: mean(({ value, bounds }) => bounds?.atMost ?? value),
  };
  const area = { ...(worth === null ? withoutDraws(meanOf(areas)) : meanOf(areas)), bounds };
  return {
    whole: [{ id: 'macro_roc_auc', measured: area }, ...lossMeasures(side, worth === null ? [] : parts, draws)],
    byClass: byMeasure(rankings),
  };
}

const withoutDraws = (measured: Measured): Measured => ({
  ...measured,
  ...{ replicates: new Float64Array(), influence: new Float64Array(), blocks: 0 },
});

const measuredOf = ({ value, atLeast, atMost }: BoundedMeasure): Pick<Measured, 'value' | 'bounds'> => ({
  value,
  ...(atLeast < atMost && { bounds: { atLeast, atMost } }),
});

function rankingOf(scores: ClassScores, parts: Parts, { seed }: Draws): ScoreMeasures[] {
  const { positives, negatives } = scoreBins(scores);
  const { rocAuc, averagePrecision } = boundedRanking(positives, negatives);
  const sums = rankSums(parts);
  const point = rankingMeasures(totalSums(sums));
  const drawn = bootstrap(sums, rankingMeasures, { seed, replicates: RANKING_REPLICATES, missed: parts.missed });
  return [
    { id: 'roc_auc', bounded: rocAuc },
    { id: 'average_precision', bounded: averagePrecision },
  ].map(({ id, bounded }, i) => ({
    id,
    measured: { ...measuredOf(bounded), point: point[i]!, ...replicatesOf(drawn, i) },
  }));
}

/** Log loss, Brier score and, of two classes, calibration error; without `parts` their intervals cannot be told. */
function lossMeasures(side: SideScores, parts: readonly Parts[], { time, seed }: Draws): ScoreMeasures[] {
  const isBinary = side.classes.length === 1;
  const ids = isBinary ? ['log_loss', 'brier', 'ece'] : ['log_loss', 'brier'];
  if (!isBinary && !addUp(side)) return ids.map((id) => ({ id, measured: undefinedMeasure(seed) }));
  const exact = totalSums(lossSums(side.classes.map(inOneBlock)));
  const values = probabilityMeasures(exact, 1, time);
  const open = openLosses(side.classes);
  const sums: BlockSums = parts.length === 0 ? { width: exact.length, sums: new Float64Array() } : lossSums(parts);
  const point = parts.length === 0 ? values : probabilityMeasures(totalSums(sums), 1, time);
  const drawn = bootstrap(sums, (drawnSums) => probabilityMeasures(drawnSums, 2, time), {
    seed,
    missed: parts[0]?.missed ?? 0,
  });
  return ids.map((id, i) => {
    const [value, reach] = [values[i] ?? NaN, (open[i] ?? 0) / exact[0]!];
    const measured = {
      ...measuredOf({ value, atLeast: value, atMost: value + reach }),
      ...{ point: point[i]!, ...replicatesOf(drawn, i) },
    };
    return { id, measured: id === 'ece' ? withCalibrationLimits(measured, exact, time) : measured };
  });
}

const inOneBlock = (scores: ClassScores): Parts => ({
  ...{ blocks: 1, missed: 0, scores, n: scores.n },
  block: new Uint32Array(scores.n.length),
  cell: Uint32Array.from(scores.n.keys()),
});

/** By how much log loss and squared differences may be more, over all rows. */
function openLosses(classes: readonly ClassScores[]): [log: number, square: number] {
  let [log, square] = [0, 0];
  for (const scores of classes) {
    for (let cell = 0; cell < scores.n.length; cell++) {
      const losses = lossesOf(scores, cell, classes.length === 1);
      log += losses.log.atMost - losses.log.atLeast;
      square += losses.square.atMost - losses.square.atLeast;
    }
  }
  return [log, square];
}

const undefinedMeasure = (seed: number): Measured => ({
  ...{ value: NaN, replicates: new Float64Array(), influence: new Float64Array() },
  ...{ blocks: 0, seed, missed: 0 },
});

/** Whether all classes have probabilities of as many rows, and these add up to 1 on the whole: then they are taken to do so in each. */
export function addUp({ classes }: SideScores): boolean {
  const rows = classes.map(({ n }) => n.reduce((sum, count) => sum + count, 0));
  const total = classes.reduce((sum, one) => sum + one.total.reduce((part, value) => part + value, 0), 0);
  return rows.every((count) => count === rows[0]) && Math.abs(total / (rows[0] ?? 0) - 1) <= SUM_TOLERANCE;
}
