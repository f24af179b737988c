/**
 * Shares on a scale on which chance spreads all of them alike: asin √((k + ⅜) / (n + ¾)) of k among n, with variance 1 / (4 n + 2) whatever
 * the share (Anscombe 1948).
 * @param shares of the rows of each period
 * @param rows of each period
 * @returns e.g. 0.2558 for 5 % of 100 rows
 */
export const steadyShares = (shares: Float64Array, rows: Float64Array): Float64Array =>
  shares.map((share, i) => Math.asin(Math.sqrt((share * rows[i]! + 3 / 8) / (rows[i]! + 3 / 4))));

/**
 * Means of sizes on a scale on which they spread alike whatever their level, as sizes vary in proportion: their logarithms.
 * @param means of each period
 * @returns the means as they are where one is 0 or less
 */
export const steadySizes = (means: Float64Array): Float64Array =>
  means.every((mean) => mean > 0) ? means.map(Math.log) : means;
