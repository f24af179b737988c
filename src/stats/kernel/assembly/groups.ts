/**
 * Sums over groups of rows: how many finite values each has, and the sum of their deviations from a centre of the group, or of its squares.
 * @param values where `count` doubles stand
 * @param missing a byte a row, 1 where the cell is missing; 0 for no such bytes
 * @param codes where the rows' groups stand, 4 bytes each; negative for none
 * @param centres where the groups' centres stand, 8 bytes each
 * @param counts where the numbers of values are to stand, 8 bytes each, all 0 before
 * @param sums where the sums are to stand, 8 bytes each, all 0 before
 */
export function groupSums(
  values: usize,
  missing: usize,
  codes: usize,
  count: i32,
  centres: usize,
  counts: usize,
  sums: usize,
  squared: bool,
): void {
  // Rows of a group mostly follow each other: the sums of the one at hand stay at hand.
  let group: i32 = -1;
  let size: f64 = 0;
  let sum: f64 = 0;
  let centre: f64 = 0;
  for (let row: usize = 0; row < <usize>count; row++) {
    const value = load<f64>(values + (row << 3));
    const code = load<i32>(codes + (row << 2));
    if (code < 0 || value - value != 0 || (missing != 0 && load<u8>(missing + row) == 1)) continue;
    if (code != group) {
      if (group >= 0) {
        store<f64>(counts + ((<usize>group) << 3), size);
        store<f64>(sums + ((<usize>group) << 3), sum);
      }
      group = code;
      size = load<f64>(counts + ((<usize>code) << 3));
      sum = load<f64>(sums + ((<usize>code) << 3));
      centre = load<f64>(centres + ((<usize>code) << 3));
    }
    size += 1;
    const deviation = value - centre;
    sum += squared ? deviation * deviation : deviation;
  }
  if (group < 0) return;
  store<f64>(counts + ((<usize>group) << 3), size);
  store<f64>(sums + ((<usize>group) << 3), sum);
}
