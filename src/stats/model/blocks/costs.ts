import { blockOf, type BlockSums, type RowBlocks } from './bootstrap.ts';

/** What a number's error costs. */
export interface UnitCosts {
  /** Of each unit too high, and of each unit too low. */
  tooHigh: number;
  tooLow: number;
  /** Errors up to this size cost nothing, larger ones what lies beyond. */
  free: number;
}

/**
 * The cost of each error: high · max(0, e − free) + low · max(0, −e − free), the loss of the newsvendor with a zone that
 * is free. 3 too high at 2 a unit with 1 free costs 4.
 * @param errors prediction − target; NaN where it is not known
 * @param costs by unit
 */
export const errorCosts = (errors: Float64Array, { tooHigh, tooLow, free }: UnitCosts): Float64Array =>
  errors.map((error) => (error > 0 ? tooHigh * Math.max(0, error - free) : tooLow * Math.max(0, -error - free)));

/**
 * The cost of each row by the cell of the confusion matrix that it is in.
 * @param target index of the true class, −1 where missing
 * @param predicted the same of the predicted class
 * @param cells k × k, row = truth
 * @returns NaN where either class is missing
 */
export function cellCosts(target: Int32Array, predicted: Int32Array, cells: Float64Array): Float64Array {
  const classes = Math.sqrt(cells.length);
  const costs = new Float64Array(target.length);
  for (let row = 0; row < target.length; row++) {
    const [truth, guess] = [target[row]!, predicted[row]!];
    costs[row] = truth < 0 || guess < 0 ? NaN : cells[truth * classes + guess]!;
  }
  return costs;
}

/**
 * Sums over blocks of what rows cost by two rules, over the rows in which both are known: how many, the first, the second.
 * @param first one cost a row, NaN where it is not known
 * @param second as many
 * @param blocks which rows make a block
 */
export function costSums(first: Float64Array, second: Float64Array, blocks: RowBlocks): BlockSums {
  const width = 3;
  const sums = new Float64Array(blocks.count * width);
  for (let row = 0; row < first.length; row++) {
    const [a, b] = [first[row]!, second[row]!];
    if (a !== a || b !== b) continue;
    const place = width * blockOf(blocks, row);
    sums[place]!++;
    sums[place + 1]! += a;
    sums[place + 2]! += b;
  }
  return { width, sums };
}

/**
 * What a row costs by the second rule, and how much more that is than by the first.
 * @param sums see `costSums`
 * @returns NaN without rows
 */
export const costMeasures = ([rows = 0, first = 0, second = 0]: Float64Array): number[] => [
  second / rows,
  (second - first) / rows,
];
