import { clipped } from './probability-sums.ts';

/** What each row adds to the measures of probabilities; NaN in rows without a truth or a score. */
export interface ProbabilityLosses {
  log: Float64Array;
  square: Float64Array;
}

/**
 * Log loss and squared difference of each row, whose means are log loss and Brier score. O(n · classes).
 * @param target index of the true class, −1 where missing
 * @param scores the positive class's (index 1) alone, or one array a class; all within 0 and 1
 */
export function probabilityLosses(target: Int32Array, scores: readonly Float64Array[]): ProbabilityLosses {
  const [log, square] = [new Float64Array(target.length).fill(NaN), new Float64Array(target.length).fill(NaN)];
  const [first] = scores;
  for (let row = 0; row < target.length; row++) {
    const truth = target[row]!;
    if (truth < 0 || first === undefined) continue;
    if (scores.length === 1) {
      const score = first[row]!;
      log[row] = -Math.log(truth === 1 ? clipped(score) : 1 - clipped(score));
      square[row] = (score - truth) ** 2;
    } else {
      const total = scores.reduce((sum, column) => sum + clipped(column[row]!), 0);
      log[row] = -Math.log(clipped(scores[truth]![row]!) / total);
      square[row] = scores.reduce((sum, column, k) => sum + (column[row]! - Number(k === truth)) ** 2, 0);
    }
  }
  return { log, square };
}
