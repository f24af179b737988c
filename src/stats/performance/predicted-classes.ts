/** A file's classes, row by row. */
export interface ClassRows {
  /** Index of the true class; −1 where missing. */
  target: Int32Array;
  /** The same of the predicted class; null where it follows from the scores. */
  prediction: Int32Array | null;
  /** Scores of the positive class, or one array a class; NaN where missing. Empty without any. */
  scores: Float64Array[];
  /** Where the other file holds the row, −1 for nowhere; null where every row counts. */
  places: Int32Array | null;
}

/**
 * The predicted class of each row: what the file says; the positive class (1) from the threshold on; or of several the
 * class with the highest score, the first of equal ones. −1 where a score is missing.
 * @param rows see `ClassRows`
 * @param threshold for two classes
 */
export function predictedClasses({ target, prediction, scores }: ClassRows, threshold: number): Int32Array {
  if (prediction !== null) return prediction;
  const [first] = scores;
  if (first === undefined) return new Int32Array(target.length).fill(-1);
  const predicted = new Int32Array(first.length);
  for (let row = 0; row < first.length; row++) {
    predicted[row] = scores.length > 1 ? mostProbable(scores, row) : isAbove(first[row]!, threshold);
  }
  return predicted;
}

const isAbove = (score: number, threshold: number): number => (score !== score ? -1 : score >= threshold ? 1 : 0);

function mostProbable(scores: readonly Float64Array[], row: number): number {
  let best = 0;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k]![row]!;
    if (score !== score) return -1;
    if (score > scores[best]![row]!) best = k;
  }
  return best;
}
