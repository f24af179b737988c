/** Scores between 0 and 1 by bins of equal width: how many, and their sum. The last bin holds 1 as well. */
export interface ScoreBins {
  n: Float64Array;
  total: Float64Array;
}

/** Means this near to the end of a bin are at it, but for rounding. */
const ROUNDING = 1e-12;

/**
 * Without any score.
 * @param bins how many
 */
export const noScores = (bins: number): ScoreBins => ({ n: new Float64Array(bins), total: new Float64Array(bins) });

/**
 * Whether all scores of a bin are sure to be the same number: their mean lies at its lower end, or at 1.
 * @param positives scores of the class
 * @param negatives scores of other rows
 * @param bin its place
 */
export function isTied(positives: ScoreBins, negatives: ScoreBins, bin: number): boolean {
  const bins = positives.n.length;
  const liesAt = ({ n, total }: ScoreBins, end: number): boolean =>
    n[bin] === 0 || Math.abs(total[bin]! / n[bin]! - end) <= ROUNDING;
  const isAt = (end: number): boolean => liesAt(positives, end) && liesAt(negatives, end);
  return isAt(bin / bins) || (bin === bins - 1 && isAt(1));
}
