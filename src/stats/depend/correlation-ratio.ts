const FEWEST_ROWS = 3;

interface Groups {
  rows: Float64Array;
  means: Float64Array;
  /** Mean of all rows. */
  mean: number;
  /** Σ (value − mean of its group)². */
  within: number;
}

const counts = (code: number, value: number) => code >= 0 && value - value === 0;

// Running means about the first value, so that an offset does not cost precision (Welford 1962).
function group(codes: Int32Array, values: Float64Array): Groups {
  const levels = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const [rows, means] = [new Float64Array(levels), new Float64Array(levels)];
  const first = values.find((value, row) => counts(codes[row]!, value)) ?? 0;
  let n = 0;
  let mean = 0;
  let within = 0;
  for (let row = 0; row < codes.length; row++) {
    if (!counts(codes[row]!, values[row]!)) continue;
    const code = codes[row]!;
    const value = values[row]! - first;
    const deviation = value - means[code]!;
    means[code]! += deviation / ++rows[code]!;
    within += deviation * (value - means[code]!);
    mean += (value - mean) / ++n;
  }
  return { rows, means, mean, within };
}

/**
 * Correlation ratio η of a numeric column on a categorical one, over the rows in which both have a value: the square
 * root of the share of the variance that lies between the categories' means (Fisher 1925). 0 where all categories have
 * one mean, 1 where the category tells the value. Not symmetric. By chance alone η² is about (k − 1)/(n − 1) for k
 * categories in n rows. Unchanged by shift and scale of the numbers. O(rows + levels).
 *
 * @param codes of the categories, from 0, one a row; −1 is missing
 * @param values as many numbers; NaN and ±∞ are missing
 * @returns in [0, 1], e.g. 0.8944271909999159 for categories (a, a, b, b) of (1, 2, 3, 4); null for fewer than three
 * common rows, fewer than two categories, or values that do not vary
 */
export function correlationRatio(codes: Int32Array, values: Float64Array): number | null {
  const { rows, means, mean, within } = group(codes, values);
  const used = [...rows.keys()].filter((code) => rows[code]! > 0);
  const n = used.reduce((sum, code) => sum + rows[code]!, 0);
  const between = used.reduce((sum, code) => sum + rows[code]! * (means[code]! - mean) ** 2, 0);
  if (n < FEWEST_ROWS || used.length < 2 || !(between + within > 0)) return null;
  return Math.sqrt(between / (between + within));
}
