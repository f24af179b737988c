import { binCodes, binEdges } from '../bin-edges.ts';
import { type BlockSums, type RowBlocks } from '../blocks/bootstrap.ts';
import { placeArrays } from '../../kernel/placed-arrays.ts';
import { averagePrecision, rocAuc } from '../threshold-curve.ts';

/** Scores are put into so many bins at most, for the bootstrap alone. */
const BINS = 200;

/** The bin of each score, and how many bins there are. */
export interface ScoreBins {
  /** −1 for NaN and ±∞. */
  codes: Int32Array;
  bins: number;
}

/**
 * Scores put into at most 200 bins of about equally many. O(n).
 * @param scores one a row
 */
export function scoreBins(scores: Float64Array): ScoreBins {
  const edges = binEdges(scores, BINS);
  return { codes: binCodes(scores, edges), bins: edges.length + 1 };
}

/**
 * Sums over blocks that measures of a ranking follow from, nearly: counts by bin of the score, of the class and not. O(n).
 * @param scores see `scoreBins`
 * @param isPositive 1 for rows of the class, 0 for others, anything else is left out
 * @param blocks which rows make a block
 */
export function scoreSums({ codes, bins }: ScoreBins, isPositive: ArrayLike<number>, blocks: RowBlocks): BlockSums {
  const width = 2 * bins;
  const truth = new Uint32Array(codes.length);
  truth.set(isPositive);
  const placed = placeArrays([codes, truth, blocks.places ?? 0], [8 * width * blocks.count]);
  const [table] = placed.tables;
  const sums = placed.kernel.doubles(table, width * blocks.count).fill(0);
  placed.kernel.calls.blockCounts(...placed.addresses, codes.length, blocks.length, bins, table);
  return { width, sums: sums.slice() };
}

/**
 * ROC AUC and average precision of scores that are known by their bins.
 * @param sums see `scoreSums`
 */
export function rankingMeasures(sums: Float64Array): number[] {
  const curve = { truePositives: [0], falsePositives: [0], positives: 0, negatives: 0 };
  for (let bin = sums.length / 2 - 1; bin >= 0; bin--) {
    curve.negatives += sums[2 * bin]!;
    curve.positives += sums[2 * bin + 1]!;
    curve.truePositives.push(curve.positives);
    curve.falsePositives.push(curve.negatives);
  }
  return [rocAuc(curve), averagePrecision(curve)];
}
