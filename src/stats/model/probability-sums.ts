import type { CalibrationBin } from '../../facts/document/model/classification.ts';
import { normalCdf } from '../distributions/normal.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';
import { blockOf, type BlockSums, type RowBlocks } from './blocks/bootstrap.ts';

/** Probabilities are kept this far from 0 and 1, as in scikit-learn. */
const CLIP = 1e-15;
export const CALIBRATION_BINS = 10;

/** Rows, Σ log loss, Σ squared differences; for two classes then rows, Σ score and Σ of the class by calibration bin. */
export const HEAD = 3;

/**
 * Sums over blocks that log loss, Brier score and calibration error follow from. O(n · classes).
 * @param target index of the true class, −1 where missing
 * @param scores the positive class's (index 1) alone, or one array a class; all within 0 and 1
 * @param blocks which rows make a block
 */
export function probabilitySums(target: Int32Array, scores: readonly Float64Array[], blocks: RowBlocks): BlockSums {
  const width = HEAD + (scores.length === 1 ? 3 * CALIBRATION_BINS : 0);
  const sums = new Float64Array(blocks.count * width);
  for (let row = 0; row < target.length; row++) {
    const truth = target[row]!;
    if (truth < 0 || isMissing(scores, row)) continue;
    const offset = blockOf(blocks, row) * width;
    sums[offset]!++;
    if (scores.length === 1) addBinary(sums, offset, scores[0]![row]!, truth);
    else addSeveral(sums, offset, scores, { row, truth });
  }
  return { width, sums };
}

function isMissing(scores: readonly Float64Array[], row: number): boolean {
  for (let k = 0; k < scores.length; k++) if (scores[k]![row]! !== scores[k]![row]!) return true;
  return false;
}

/**
 * A probability kept from 0 and 1.
 * @param probability in [0, 1]
 */
export const clipped = (probability: number): number => Math.min(1 - CLIP, Math.max(CLIP, probability));

function addBinary(sums: Float64Array, offset: number, score: number, truth: number): void {
  const probability = clipped(score);
  sums[offset + 1]! -= Math.log(truth === 1 ? probability : 1 - probability);
  const deviation = score - truth;
  sums[offset + 2]! += deviation * deviation;
  const bin = offset + HEAD + 3 * calibrationBin(score);
  sums[bin]!++;
  sums[bin + 1]! += score;
  sums[bin + 2]! += truth;
}

function addSeveral(
  sums: Float64Array,
  offset: number,
  scores: readonly Float64Array[],
  { row, truth }: { row: number; truth: number },
): void {
  let total = 0;
  let square = 0;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k]![row]!;
    total += clipped(score);
    const deviation = score - Number(k === truth);
    square += deviation * deviation;
  }
  sums[offset + 1]! -= Math.log(clipped(scores[truth]![row]!) / total);
  sums[offset + 2]! += square;
}

const calibrationBin = (score: number): number =>
  Math.min(CALIBRATION_BINS - 1, Math.max(0, Math.floor(score * CALIBRATION_BINS)));

/**
 * Log loss, Brier score and, for two classes, expected calibration error, less what chance alone makes of the distances.
 * @param sums see `probabilitySums`
 * @param draws of how many draws the rows are: 1, or 2 for replicates, which hold the chance of the rows and their own; 0
 *   takes nothing off
 * @param time rows per independent row
 */
export function probabilityMeasures(sums: Float64Array, draws: 0 | 1 | 2, time: number): number[] {
  const rows = sums[0]!;
  const measures = [sums[1]! / rows, sums[2]! / rows];
  if (sums.length === HEAD) return measures;
  let deviation = 0;
  for (let index = HEAD; index < sums.length; index += 3) {
    const [count, score, positives] = [sums[index]!, sums[index + 1]!, sums[index + 2]!];
    if (count > 0) deviation += distance(score - positives, draws * time * chanceSquare(count, score / count));
  }
  return [...measures, Math.max(0, deviation) / rows];
}

/**
 * Variance of the number of rows of the class in a bin, were the scores true.
 * @param count its rows
 * @param score their mean score
 */
export const chanceSquare = (count: number, score: number): number => count * score * (1 - score);

/**
 * A distance less what chance adds to it: E|N(δ, 1)| − δ = √(2/π) e^(−δ²/2) − 2 δ Φ(−δ), which is √(2/π) where there is
 * none and nothing where it is far beyond chance.
 * @param apart of the rows, with a sign
 * @param square the variance that chance gives it
 */
export function distance(apart: number, square: number): number {
  const size = Math.abs(apart);
  if (!(square > 0)) return size;
  const spread = Math.sqrt(square);
  const beyond = Math.sqrt(Math.max(0, (size / spread) ** 2 - 1));
  const excess = Math.sqrt(2 / Math.PI) * Math.exp((-beyond * beyond) / 2) - 2 * beyond * normalCdf(-beyond);
  return size - spread * excess;
}

/**
 * How often rows are of the class, by bins of equal width of their score.
 * @param scores one a row; NaN and what lies outside 0 and 1 is left out
 * @param isPositive 1 for rows of the class, 0 for others, anything else is left out
 */
export function calibrationBins(scores: Float64Array, isPositive: ArrayLike<number>): CalibrationBin[] {
  const truth = new Uint32Array(scores.length);
  truth.set(isPositive);
  const { kernel, addresses, tables } = placeArrays([scores, truth], [3 * 8 * CALIBRATION_BINS]);
  const [table] = tables;
  const sums = kernel.doubles(table, 3 * CALIBRATION_BINS).fill(0);
  kernel.calls.calibration(...addresses, scores.length, CALIBRATION_BINS, table);
  return Array.from({ length: CALIBRATION_BINS }, (_, bin) => {
    const count = sums[3 * bin]!;
    const mean = (column: number): number | null => (count > 0 ? sums[3 * bin + column]! / count : null);
    const [low, high] = [bin / CALIBRATION_BINS, (bin + 1) / CALIBRATION_BINS];
    return { low, high, count, meanScore: mean(1), share: mean(2) };
  });
}
