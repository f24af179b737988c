/**
 * Σ x · y.
 * @param x where `count` doubles stand
 * @param y where as many stand
 */
export function dot(x: usize, y: usize, count: i32): f64 {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  const bytes = (<usize>count) << 3;
  const whole = bytes & ~31;
  for (let at: usize = 0; at < whole; at += 32) {
    a = f64x2.add(a, f64x2.mul(v128.load(x + at), v128.load(y + at)));
    b = f64x2.add(b, f64x2.mul(v128.load(x + at, 16), v128.load(y + at, 16)));
  }
  a = f64x2.add(a, b);
  let sum = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
  for (let at = whole; at < bytes; at += 8) sum += load<f64>(x + at) * load<f64>(y + at);
  return sum;
}

/**
 * Takes a number from doubles, in place, and readies them for sums of products over the rows that columns have in common: what is no finite value
 * becomes 0.
 * @param values where `count` doubles stand
 * @param squares where their squares are to stand, as many bytes
 * @param present where 1 is to stand for values and 0 for none, as many bytes
 * @param by what is taken from each
 * @param found where the number of values and their sum are to stand, 8 bytes each
 */
export function shift(values: usize, squares: usize, present: usize, count: i32, by: f64, found: usize): void {
  let n: f64 = 0;
  let sum: f64 = 0;
  const bytes = (<usize>count) << 3;
  for (let at: usize = 0; at < bytes; at += 8) {
    let value = load<f64>(values + at) - by;
    let is: f64 = 1;
    if (value - value != 0) {
      value = 0;
      is = 0;
    }
    store<f64>(values + at, value);
    store<f64>(squares + at, value * value);
    store<f64>(present + at, is);
    n += is;
    sum += value;
  }
  store<f64>(found, n);
  store<f64>(found + 8, sum);
}
