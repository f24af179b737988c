import type { ClassificationResult } from '../../facts/document/model/classification.ts';
import type { Overall } from '../../facts/document/performance.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { SummarisedModel } from '../../facts/summary-file.ts';
import { blockLength, missedShare, totalSums, type BlockSums } from '../../stats/model/blocks/bootstrap.ts';
import { dealtBlocks } from '../../stats/model/blocks/dealt.ts';
import { mergedBlocks } from '../../stats/model/blocks/merged.ts';
import { elementAt } from '../../facts/element-at.ts';
import { classMetrics, asMetric, measureGroups, sharedMeasures, wholeMeasures } from '../model/classification.ts';
import { confusionOfBlocks, mostBlocks, type Confusion } from '../model/drawn/confusion-measures.ts';
import type { Labels } from '../model/labels.ts';
import { comparedOf, overallOf } from '../model/overall.ts';
import { dayWorth, LEAST_DAYS, type DayWorth } from './day-worth.ts';
import type { SideScores } from './scores/class-scores.ts';
import { scoreMeasures } from './scores/score-measures.ts';
import { scorePictures } from './scores/score-pictures.ts';

/** A file's counts by true and predicted class. */
export interface SummarisedClasses {
  /** All rows of the file. */
  rows: number;
  missingTarget: number;
  counts: SummarisedModel['confusion'];
}

/** What counts by true and predicted class tell of a classifier, and counts of probabilities by true class. */
export function summarisedClassification(
  sides: PerSide<SummarisedClasses>,
  { labels, scores, threshold }: { labels: Labels; scores: PerSide<SideScores>; threshold: number | null },
  seed: number,
): ClassificationResult & { overall: Overall } {
  const { classes, onlyIn } = labels;
  const k = classes.length;
  const positive = k === 2 ? 1 : null;
  const confusions = mapSides(sides, (side, name) => confusionIn(side, labels, name === 'reference' ? seed : seed + 1));
  const counted = wholeMeasures(confusions, positive);
  const scored = scoreMeasures(scores, classes, seed);
  const byScore = sharedMeasures(mapSides(scored, ({ whole: ofAll }) => ofAll));
  const whole: ClassificationResult = {
    task: positive === null ? 'multiclass' : 'binary',
    ...{ classes, onlyIn, positive, threshold },
    rows: mapSides(sides, ({ rows, missingTarget }, side) => {
      const used = confusions[side]?.total.reduce((sum, count) => sum + count, 0) ?? 0;
      return { rows, used, missingTarget, missingPrediction: rows - missingTarget - used, unpaired: 0 };
    }),
    metrics: [...counted, ...byScore].map(asMetric),
    byClass: [
      ...classMetrics(confusions, classes),
      ...sharedMeasures(mapSides(scored, ({ byClass }) => byClass)).map(asMetric),
    ],
    confusion: mapSides(confusions, ({ total }) => classes.map((_, i) => [...total.subarray(i * k, (i + 1) * k)])),
    ...{ scores: picturesOf(scores, classes), scoreTrouble: {} },
  };
  return { ...whole, overall: overallOf(whole, measureGroups(counted, byScore).map(comparedOf)) };
}

function picturesOf(scores: PerSide<SideScores>, classes: readonly string[]): ClassificationResult['scores'] {
  const listed = Object.values(scores)[0]?.classes ?? [];
  return listed.map(({ classIndex }, i) => {
    const sides = mapSides(scores, (side) => elementAt(side.classes, i));
    return scorePictures(elementAt(classes, classIndex), sides, classes.length);
  });
}

function confusionIn({ counts }: SummarisedClasses, labels: Labels, seed: number): Confusion {
  const k = labels.classes.length;
  const byDay = sumsByDay(counts, labels);
  const days = byDay.sums.length / byDay.width;
  const total = totalSums(byDay);
  const dealt = (): Confusion =>
    confusionOfBlocks(dealtBlocks(total, mostBlocks(k), seed), k, { time: 1, seed, missed: 0 });
  if (days < LEAST_DAYS) return dealt();
  // Rows of a day that depend on each other make days differ by more than chance: so many rows tell as much as one.
  const { time, memory } = dependenceOf(byDay, total);
  if (time === 1) return dealt();
  const length = blockLength(days, memory);
  return confusionOfBlocks(mergedBlocks(byDay, length), k, { time, seed, missed: missedShare({ length }, memory) });
}

function sumsByDay(counts: SummarisedModel['confusion'], { target, prediction, classes }: Labels): BlockSums {
  const k = classes.length;
  const classOf = ({ texts, classes: places }: Labels['target']): Map<string, number> =>
    new Map(texts.map((text, i) => [text, places[i] ?? -1]));
  const [truths, guesses] = [classOf(target), classOf(prediction)];
  const days = [...new Set(counts.map(({ day }) => day))].sort((a, b) => a - b);
  const places = new Map(days.map((day, i) => [day, i]));
  const sums = new Float64Array(days.length * k * k);
  for (const { day, target: truth, predicted, n } of counts) {
    const [i, j] = [truths.get(truth) ?? -1, guesses.get(predicted) ?? -1];
    if (i < 0 || j < 0) continue;
    const place = (places.get(day) ?? 0) * k * k + i * k + j;
    sums[place] = (sums[place] ?? 0) + n;
  }
  return { width: k * k, sums };
}

/** How many rows in a row tell as much as one of whether a prediction is wrong. */
function dependenceOf(byDay: BlockSums, total: Float64Array): DayWorth {
  const { width, sums } = byDay;
  const k = Math.sqrt(width);
  const days = sums.length / width;
  const isWrong = (cell: number): boolean => Math.floor(cell / k) !== cell % k;
  const rowsIn = (cells: Float64Array, wanted: (cell: number) => boolean): number =>
    cells.reduce((sum, count, cell) => sum + (wanted(cell) ? count : 0), 0);
  const rows = rowsIn(total, () => true);
  const share = rowsIn(total, isWrong) / rows;
  const series = Float64Array.from({ length: days }, (_, day) => {
    const cells = sums.subarray(day * width, (day + 1) * width);
    return rowsIn(cells, isWrong) - share * rowsIn(cells, () => true);
  });
  return dayWorth(series, rows * share * (1 - share));
}
