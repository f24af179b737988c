/**
 * Rows at least as high as each score, of the class and not, at falling scores.
 * @param scores where `count` sorted doubles stand; NaN is left out
 * @param truth where 1 stands for rows of the class and 0 for others, 4 bytes each; anything else is left out
 * @param thresholds where the distinct scores are to stand, 8 bytes each; scores may stand there no more
 * @param positives where the rows of the class are to stand, 4 bytes each
 * @param negatives where the others are to stand, 4 bytes each
 * @returns how many distinct scores there are
 */
export function thresholds(
  scores: usize,
  truth: usize,
  count: i32,
  thresholds: usize,
  positives: usize,
  negatives: usize,
): i32 {
  let distinct: usize = 0;
  let last: f64 = NaN;
  let is: u32 = 0;
  let isNot: u32 = 0;
  for (let i = count - 1; i >= 0; i--) {
    const score = load<f64>(scores + ((<usize>i) << 3));
    const one = load<u32>(truth + ((<usize>i) << 2));
    if (score != score || one > 1) continue;
    if (score != last) distinct++;
    last = score;
    is += one;
    isNot += 1 - one;
    // Rows of one score stand on one threshold: each overwrites the counts of those before it.
    store<f64>(thresholds + ((distinct - 1) << 3), score);
    store<u32>(positives + ((distinct - 1) << 2), is);
    store<u32>(negatives + ((distinct - 1) << 2), isNot);
  }
  return <i32>distinct;
}

/**
 * Rows, Σ score and rows of the class by bins of equal width of scores from 0 to 1; others are left out.
 * @param scores where `count` doubles stand
 * @param truth where 1 stands for rows of the class and 0 for others, 4 bytes each; anything else is left out
 * @param table where three numbers for each of `bins` bins are to stand, 8 bytes each, all 0 before
 */
export function calibration(scores: usize, truth: usize, count: i32, bins: i32, table: usize): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    const score = load<f64>(scores + (row << 3));
    const one = load<u32>(truth + (row << 2));
    if (!(score >= 0 && score <= 1) || one > 1) continue;
    const cell = table + <usize>min(bins - 1, <i32>(score * <f64>bins)) * 24;
    store<f64>(cell, load<f64>(cell) + 1);
    store<f64>(cell + 8, load<f64>(cell + 8) + score);
    store<f64>(cell + 16, load<f64>(cell + 16) + <f64>one);
  }
}

/**
 * Counts rows by block, code and class.
 * @param codes where the rows' codes stand, 4 bytes each; negative for none
 * @param truth where 1 stands for rows of the class and 0 for others, 4 bytes each; anything else is left out
 * @param places where the rows' places stand, 4 bytes each, negative for none; 0 for the rows' own order
 * @param length places a block
 * @param size one more than the largest code
 * @param sums where the counts are to stand, 8 bytes each, block by block, others and class by code; all 0 before
 */
export function blockCounts(
  codes: usize,
  truth: usize,
  places: usize,
  count: i32,
  length: i32,
  size: i32,
  sums: usize,
): void {
  let block: i32 = 0;
  let end = length;
  for (let row = 0; row < count; row++) {
    if (row == end) {
      block++;
      end += length;
    }
    const code = load<i32>(codes + ((<usize>row) << 2));
    const one = load<u32>(truth + ((<usize>row) << 2));
    if (code < 0 || one > 1) continue;
    const place = places == 0 ? row : load<i32>(places + ((<usize>row) << 2));
    if (place < 0) continue;
    const own = places == 0 ? block : place / length;
    const cell = sums + ((<usize>(2 * (own * size + code) + <i32>one)) << 3);
    store<f64>(cell, load<f64>(cell) + 1);
  }
}

/**
 * Sums over blocks, each as often as it was drawn.
 * @param sums where the blocks' sums stand, `width` doubles for each of `count` blocks
 * @param times where it stands how often each was drawn, 4 bytes each
 * @param drawn where the sums are to stand, 8 bytes each
 */
export function drawnSums(sums: usize, times: usize, count: i32, width: i32, drawn: usize): void {
  const bytes = (<usize>width) << 3;
  memory.fill(drawn, 0, bytes);
  const pairs = bytes & ~15;
  for (let block = 0; block < count; block++) {
    const weight = <f64>load<i32>(times + ((<usize>block) << 2));
    if (weight == 0) continue;
    const from = sums + <usize>block * bytes;
    const weights = f64x2.splat(weight);
    for (let at: usize = 0; at < pairs; at += 16) {
      v128.store(drawn + at, f64x2.add(v128.load(drawn + at), f64x2.mul(weights, v128.load(from + at))));
    }
    if (pairs < bytes) store<f64>(drawn + pairs, load<f64>(drawn + pairs) + weight * load<f64>(from + pairs));
  }
}
