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
  return scores.length > 1 ? mostProbable(scores) : fromThreshold(first, threshold);
}

function fromThreshold(scores: Float64Array, threshold: number): Int32Array {
  const predicted = new Int32Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    predicted[row] = Number(score >= threshold) - Number(score !== score);
  }
  return predicted;
}

function mostProbable([first = new Float64Array(), ...furtherScores]: readonly Float64Array[]): Int32Array {
  const predicted = new Int32Array(first.length);
  const best = first.slice();
  for (let row = 0; row < best.length; row++) predicted[row] = -Number(best[row]! !== best[row]!);
  furtherScores.forEach((scores, i) => {
    for (let row = 0; row < best.length; row++) {
      const score = scores[row]!;
      if (score <= best[row]! || predicted[row] === -1) continue;
      // NaN is not smaller either.
      best[row] = score;
      predicted[row] = score === score ? i + 1 : -1;
    }
  });
  return predicted;
}
