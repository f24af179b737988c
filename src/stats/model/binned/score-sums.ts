import { binCodes, binEdges } from '../bin-edges.ts';
import { type BlockSums, type RowBlocks } from '../blocks/bootstrap.ts';
import { placeArrays } from '../../kernel/placed-arrays.ts';
import { averagePrecision, rocAuc } from '../threshold-curve.ts';

/** Scores are put into so many bins at most, for the bootstrap alone. */
const BINS = 200;

/** Sums over blocks that measures of a ranking follow from, nearly: counts by bin of the score, of the class and not. */
export interface ScoreSums extends BlockSums {
  bins: number;
}

/**
 * Counts of scores by block. O(n).
 * @param scores one a row; NaN is left out
 * @param isPositive 1 for rows of the class, 0 for others, anything else is left out
 * @param blocks which rows make a block
 */
export function scoreSums(scores: Float64Array, isPositive: ArrayLike<number>, blocks: RowBlocks): ScoreSums {
  const edges = binEdges(scores, BINS);
  const bins = edges.length + 1;
  const codes = binCodes(scores, edges);
  const width = 2 * bins;
  const truth = new Uint32Array(scores.length);
  truth.set(isPositive);
  const placed = placeArrays([codes, truth, blocks.places ?? 0], [8 * width * blocks.count]);
  const [table] = placed.tables;
  const sums = placed.kernel.doubles(table, width * blocks.count).fill(0);
  placed.kernel.calls.blockCounts(...placed.addresses, scores.length, blocks.length, bins, table);
  return { width, sums: sums.slice(), bins };
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
