import { blockOf, type BlockSums, type RowBlocks } from './blocks/bootstrap.ts';
import type { Pairs } from './pairs.ts';

/** Measures that are functions of sums, in the order of `regressionMeasures`. */
export const SMOOTH_MEASURES = ['mean_error', 'mae', 'rmse', 'mape', 'wape', 'smape', 'r2', 'error_std'] as const;

/** Sums of a block: rows, and rows with a target that a percentage can be taken of. */
const [N, E, ABS, SQUARES, PARTS, PART, TARGETS, SMAPE, T, TT, D, DD] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const WIDTH = 12;

/** What sums are shifted by, so that large offsets do not cost precision. */
export interface Shifts {
  target: number;
  error: number;
  /** Targets at most this far from zero have no percentage. */
  nearZero: number;
}

/**
 * Sums over blocks of neighbouring rows that measures of a regression follow from. O(n).
 * @param pairs rows that are left out add nothing
 * @param shifts rough means of target and error
 * @param blocks which rows make a block
 */
export function regressionSums(
  pairs: Pick<Pairs, 'target' | 'prediction' | 'error' | 'rows'>,
  shifts: Shifts,
  blocks: RowBlocks,
): BlockSums {
  const sums = new Float64Array(blocks.count * WIDTH);
  for (let row = 0; row < pairs.rows; row++) {
    const error = pairs.error[row]!;
    if (error !== error) continue;
    const offset = blockOf(blocks, row) * WIDTH;
    const target = pairs.target[row]!;
    const size = Math.abs(error);
    const full = Math.abs(target) + Math.abs(pairs.prediction[row]!);
    sums[offset + N]!++;
    sums[offset + E]! += error;
    sums[offset + ABS]! += size;
    sums[offset + SQUARES]! += error * error;
    sums[offset + TARGETS]! += Math.abs(target);
    if (full > 0) sums[offset + SMAPE]! += (2 * size) / full;
    if (Math.abs(target) > shifts.nearZero) {
      sums[offset + PARTS]!++;
      sums[offset + PART]! += size / Math.abs(target);
    }
    const t = target - shifts.target;
    const d = error - shifts.error;
    sums[offset + T]! += t;
    sums[offset + TT]! += t * t;
    sums[offset + D]! += d;
    sums[offset + DD]! += d * d;
  }
  return { width: WIDTH, sums };
}

/**
 * The measures of `SMOOTH_MEASURES` from sums over rows; NaN where one is not defined.
 * @param sums see `regressionSums`
 */
export function regressionMeasures(sums: Float64Array): number[] {
  const n = sums[N]!;
  const spread = sums[TT]! - sums[T]! ** 2 / n;
  const varies = spread > 1e-12 * sums[TT]!;
  return [
    sums[E]! / n,
    sums[ABS]! / n,
    Math.sqrt(sums[SQUARES]! / n),
    sums[PART]! / sums[PARTS]!,
    sums[TARGETS]! > 0 ? sums[ABS]! / sums[TARGETS]! : NaN,
    sums[SMAPE]! / n,
    varies ? 1 - sums[SQUARES]! / spread : NaN,
    n > 1 ? Math.sqrt(Math.max(0, sums[DD]! - sums[D]! ** 2 / n) / (n - 1)) : NaN,
  ];
}

/** What is known of a block whose rows stayed elsewhere: numbers of rows and sums. */
export interface KnownSums {
  n: number;
  error: number;
  absoluteError: number;
  squaredError: number;
  /** Over the rows whose target is not 0. */
  relativeErrors: number;
  relativeError: number;
  absoluteTarget: number;
  symmetricError: number;
  target: number;
  squaredTarget: number;
}

/**
 * The same from sums that are known block by block.
 * @param blocks sums without a shift
 * @param shifts rough means of target and error
 */
export function regressionSumsOf(blocks: readonly KnownSums[], shifts: Omit<Shifts, 'nearZero'>): BlockSums {
  const sums = new Float64Array(blocks.length * WIDTH);
  blocks.forEach((block, i) => {
    const { n, error, squaredError, target, squaredTarget } = block;
    sums.set(
      [
        ...[n, error, block.absoluteError, squaredError, block.relativeErrors, block.relativeError],
        ...[block.absoluteTarget, block.symmetricError],
        target - n * shifts.target,
        squaredTarget - 2 * shifts.target * target + n * shifts.target ** 2,
        error - n * shifts.error,
        squaredError - 2 * shifts.error * error + n * shifts.error ** 2,
      ],
      i * WIDTH,
    );
  });
  return { width: WIDTH, sums };
}
