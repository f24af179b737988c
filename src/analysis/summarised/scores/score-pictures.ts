import type { CalibrationBin, ScoredClass } from '../../../facts/document/model/classification.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { SCORE_BINS } from '../../../facts/summary-file.ts';
import type { ScoreBins } from '../../../stats/model/binned/score-bins.ts';
import { CALIBRATION_BINS } from '../../../stats/model/probability-sums.ts';
import { thinned } from '../../../stats/model/threshold-curve.ts';
import { HISTOGRAM_BINS, MOST_SHAPES, SEPARATION } from '../../model/score-figures.ts';
import { scoreBins } from './score-blocks.ts';
import type { ClassScores } from './class-scores.ts';

/**
 * The figures of a class's scores, from counts by thousandth: all exact but the quantiles, which are off by a thousandth at most.
 * @param label of the class
 * @param sides its scores in each file
 * @param classes how many there are
 */
export function scorePictures(label: string, sides: PerSide<ClassScores>, classes: number): ScoredClass {
  const bins = mapSides(sides, scoreBins);
  const byClass = mapSides(sides, (scores) => countsByClass(scores, classes));
  const shapes = mapSides(byClass, (counts) => counts.map((counted) => summed(counted, HISTOGRAM_BINS)));
  return {
    label,
    curve: mapSides(bins, curveOf),
    calibration: mapSides(bins, calibrationOf),
    histogram: {
      edges: Array.from({ length: HISTOGRAM_BINS + 1 }, (_, i) => i / HISTOGRAM_BINS),
      is: mapSides(bins, ({ positives }) => summed(positives.n, HISTOGRAM_BINS)),
      isNot: mapSides(bins, ({ negatives }) => summed(negatives.n, HISTOGRAM_BINS)),
    },
    separation: mapSides(byClass, (counts) => counts.map(quantilesOf)),
    shapes: classes > MOST_SHAPES ? {} : shapes,
  };
}

function countsByClass({ bins, truth, n }: ClassScores, classes: number): Float64Array[] {
  const counts = Array.from({ length: classes }, () => new Float64Array(SCORE_BINS));
  n.forEach((count, cell) => (counts[truth[cell]!]![bins[cell]!]! += count));
  return counts;
}

/** Neighbouring bins put together. */
function summed(values: Float64Array, groups: number): number[] {
  const found = Array.from<number>({ length: groups }).fill(0);
  values.forEach((value, bin) => (found[Math.floor((bin * groups) / SCORE_BINS)]! += value));
  return found;
}

function curveOf({ positives, negatives }: Record<'positives' | 'negatives', ScoreBins>): ReturnType<typeof thinned> {
  const [thresholds, truePositives, falsePositives] = [[Infinity], [0], [0]];
  let [hits, misses] = [0, 0];
  for (let bin = SCORE_BINS - 1; bin >= 0; bin--) {
    if (positives.n[bin] === 0 && negatives.n[bin] === 0) continue;
    hits += positives.n[bin]!;
    misses += negatives.n[bin]!;
    thresholds.push(bin / SCORE_BINS);
    truePositives.push(hits);
    falsePositives.push(misses);
  }
  return thinned({ thresholds, truePositives, falsePositives, positives: hits, negatives: misses });
}

function calibrationOf({ positives, negatives }: Record<'positives' | 'negatives', ScoreBins>): CalibrationBin[] {
  const [hits, misses] = [summed(positives.n, CALIBRATION_BINS), summed(negatives.n, CALIBRATION_BINS)];
  const [ofHits, ofMisses] = [summed(positives.total, CALIBRATION_BINS), summed(negatives.total, CALIBRATION_BINS)];
  return hits.map((positive, bin) => {
    const count = positive + misses[bin]!;
    return {
      ...{ low: bin / CALIBRATION_BINS, high: (bin + 1) / CALIBRATION_BINS, count },
      meanScore: count > 0 ? (ofHits[bin]! + ofMisses[bin]!) / count : null,
      share: count > 0 ? positive / count : null,
    };
  });
}

/** Scores are taken to lie evenly within their bin. */
function quantilesOf(counts: Float64Array): number[] | null {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  if (rows === 0) return null;
  return SEPARATION.map((probability) => {
    let passed = 0;
    const wanted = probability * rows;
    const bin = counts.findIndex((count) => count > 0 && (passed += count) >= wanted);
    const place = (wanted - (passed - counts[bin]!)) / counts[bin]!;
    return (bin + place) / SCORE_BINS;
  });
}
