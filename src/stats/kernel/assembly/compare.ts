/** Where what is found is to stand, 8 bytes each. */
const SCALED_GAP: usize = 0;
const GAP_X: usize = 8;
const GAP_REFERENCE: usize = 16;
const GAP_CURRENT: usize = 24;
const AREA: usize = 32;
const LARGER: usize = 40;
const TIES: usize = 48;
const ABOVE: usize = 56;
const BELOW: usize = 64;

// Takes a number from the steps of a curve, and from what stands before them.
function lower(upTo: usize, count: i32, by: u32): void {
  if (by == 0) return;
  const end = upTo + ((<usize>count) << 2);
  for (let at = upTo - 4; at < end; at += 4) store<u32>(at, load<u32>(at) - by);
}

/**
 * One merge of two cumulative curves. Without branches on the data, which no processor could predict. The place behind each
 * curve's last value, and the steps, are used and left as they were.
 * @param a where the reference's distinct values stand
 * @param aUpTo where it stands how many values are no larger; before it how many are smaller than all of them
 * @param aCount how many distinct values, at least one
 * @param found where what is found is to stand
 */
export function compare(a: usize, aUpTo: usize, aCount: i32, b: usize, bUpTo: usize, bCount: i32, found: usize): void {
  const aEnd = a + ((<usize>aCount) << 3);
  const bEnd = b + ((<usize>bCount) << 3);
  const aBehind = load<u64>(aEnd);
  const bBehind = load<u64>(bEnd);
  store<f64>(aEnd, Infinity);
  store<f64>(bEnd, Infinity);
  const aBefore = load<u32>(aUpTo - 4);
  const bBefore = load<u32>(bUpTo - 4);
  lower(aUpTo, aCount, aBefore);
  lower(bUpTo, bCount, bBefore);
  merge(a, aUpTo, aEnd, b, bUpTo, bEnd, found);
  lower(aUpTo, aCount, 0 - aBefore);
  lower(bUpTo, bCount, 0 - bBefore);
  store<u64>(bEnd, bBehind);
  store<u64>(aEnd, aBehind);
}

// Few sums are kept at hand: with more than the processor has registers for it would take twice as long.
function merge(a: usize, aUpTo: usize, aEnd: usize, b: usize, bUpTo: usize, bEnd: usize, found: usize): void {
  const n = <f64>load<u32>(aUpTo + ((aEnd - a) >>> 1) - 4);
  const m = <f64>load<u32>(bUpTo + ((bEnd - b) >>> 1) - 4);
  const share = 1 / n / m;
  const aSteps = aUpTo - 4 - (a >>> 1);
  const bSteps = bUpTo - 4 - (b >>> 1);
  let i = a;
  let j = b;
  let r: f64 = 0;
  let c: f64 = 0;
  let area: f64 = 0;
  let larger: f64 = 0;
  let previous: f64 = 0;
  let scaled: f64 = 0;
  let gap: f64 = -1;
  store<f64>(found + TIES, 0);
  store<f64>(found + ABOVE, 0);
  store<f64>(found + BELOW, 0);
  while ((aEnd - i) | (bEnd - j)) {
    const u = load<f64>(i);
    const v = load<f64>(j);
    // A minimum that costs no branch.
    const x = f64x2.extract_lane(f64x2.pmin(f64x2.splat(u), f64x2.splat(v)), 0);
    i += (<usize>(u <= v)) << 3;
    j += (<usize>(v <= u)) << 3;
    area += scaled * share * (x - previous);
    const rHere = <f64>load<u32>(aSteps + (i >>> 1)) - r;
    const cHere = <f64>load<u32>(bSteps + (j >>> 1)) - c;
    const here = rHere + cHere;
    larger += rHere * (c + cHere * 0.5);
    if (here > 1) store<f64>(found + TIES, load<f64>(found + TIES) + here * (here - 1) * (here + 1));
    r += rHere;
    c += cHere;
    previous = x;
    const signed = r * m - c * n;
    if (signed > load<f64>(found + ABOVE)) store<f64>(found + ABOVE, signed);
    if (signed < load<f64>(found + BELOW)) store<f64>(found + BELOW, signed);
    scaled = abs(signed);
    if (scaled > gap) {
      gap = scaled;
      store<f64>(found + GAP_X, x);
      store<f64>(found + GAP_REFERENCE, r);
      store<f64>(found + GAP_CURRENT, c);
    }
  }
  store<f64>(found + SCALED_GAP, gap);
  store<f64>(found + AREA, area);
  store<f64>(found + LARGER, larger);
}
