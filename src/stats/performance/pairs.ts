export interface Pairs {
  /** NaN in rows that are left out, in all three. */
  target: Float64Array;
  prediction: Float64Array;
  /** prediction − target. */
  error: Float64Array;
  rows: number;
  used: number;
  missingTarget: number;
  /** Rows with a target and without a prediction. */
  missingPrediction: number;
}

/**
 * Targets and predictions row by row; rows in which either is missing or not finite are left out. O(n).
 * @param target one number a row, NaN where missing
 * @param prediction as many
 */
export function pairRows(target: Float64Array, prediction: Float64Array): Pairs {
  const pairs: Pairs = {
    target: new Float64Array(target.length).fill(NaN),
    prediction: new Float64Array(target.length).fill(NaN),
    error: new Float64Array(target.length).fill(NaN),
    ...{ rows: target.length, used: 0, missingTarget: 0, missingPrediction: 0 },
  };
  for (let row = 0; row < target.length; row++) {
    const [t, p] = [target[row]!, prediction[row]!];
    if (t - t !== 0) pairs.missingTarget++;
    else if (p - p !== 0) pairs.missingPrediction++;
    else {
      pairs.used++;
      pairs.target[row] = t;
      pairs.prediction[row] = p;
      pairs.error[row] = p - t;
    }
  }
  return pairs;
}
