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
  /** Rows without a partner in the other file. */
  unpaired: number;
  places: Int32Array | null;
}

/**
 * Targets and predictions row by row; rows in which either is missing or not finite are left out. O(n).
 * @param target one number a row, NaN where missing
 * @param prediction as many
 * @param places where the other file holds the row, −1 for nowhere; null where every row counts
 */
export function pairRows(target: Float64Array, prediction: Float64Array, places: Int32Array | null): Pairs {
  const pairs: Pairs = {
    target: new Float64Array(target.length).fill(NaN),
    prediction: new Float64Array(target.length).fill(NaN),
    error: new Float64Array(target.length).fill(NaN),
    ...{ rows: target.length, used: 0, missingTarget: 0, missingPrediction: 0, unpaired: 0, places },
  };
  for (let row = 0; row < target.length; row++) {
    const t = target[row]!;
    const p = prediction[row]!;
    if (places !== null && places[row]! < 0) pairs.unpaired++;
    else if (t - t !== 0) pairs.missingTarget++;
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
