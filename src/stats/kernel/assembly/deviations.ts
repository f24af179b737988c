/** Plain sums of so many terms lose less than a digit; the sums of the blocks are compensated. */
const BLOCK: usize = 512;

// What rounding takes from a sum when a term is added (Neumaier 1974).
function lost(sum: f64, term: f64, next: f64): f64 {
  return abs(sum) >= abs(term) ? sum - next + term : term - next + sum;
}

/**
 * Σ count · d and Σ count · d² of the deviations d of values from a centre.
 * @param values where `count` distinct values stand
 * @param upTo where it stands how many values are no larger; before it how many are smaller than all of them
 * @param scale what values are multiplied by first
 * @param found where both sums are to stand, 8 bytes each
 */
export function deviations(values: usize, upTo: usize, count: i32, centre: f64, scale: f64, found: usize): void {
  let first: f64 = 0;
  let firstLost: f64 = 0;
  let second: f64 = 0;
  let secondLost: f64 = 0;
  let before = load<u32>(upTo - 4);
  for (let start: usize = 0; start < <usize>count; start += BLOCK) {
    const end = min(start + BLOCK, <usize>count);
    let linear: f64 = 0;
    let square: f64 = 0;
    for (let i = start; i < end; i++) {
      const next = load<u32>(upTo + (i << 2));
      const deviation = load<f64>(values + (i << 3)) * scale - centre;
      const weighted = <f64>(next - before) * deviation;
      linear += weighted;
      square += weighted * deviation;
      before = next;
    }
    const firstNext = first + linear;
    firstLost += lost(first, linear, firstNext);
    first = firstNext;
    const secondNext = second + square;
    secondLost += lost(second, square, secondNext);
    second = secondNext;
  }
  store<f64>(found, first + firstLost);
  store<f64>(found + 8, second + secondLost);
}
