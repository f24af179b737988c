/** Rows by bin, with the mean and the sum of squared deviations of a series in each. */
export interface BinMeans {
  counts: Float64Array;
  /** 0 for a bin without rows. */
  means: Float64Array;
  /** Σ (value − mean of its bin)², by bin. */
  squares: Float64Array;
}

/** Series that go through the rows together: the bin of a row is looked up once. */
const ABREAST = 4;

/**
 * Means of series by bin, over the rows that have a bin and values: sums of what lies beyond the first value, and
 * deviations from the means in a second pass, so that an offset does not cost precision. O(n).
 * @param codes the bin of each row, −1 for none
 * @param bins how many bins there are
 * @param series one value a row; NaN is left out, in the same rows of all
 * @returns one for each of the series
 */
export function binMeans(codes: Int32Array, bins: number, series: readonly Float64Array[]): BinMeans[] {
  const groups = Array.from({ length: Math.ceil(series.length / ABREAST) }, (_, i) =>
    series.slice(i * ABREAST, (i + 1) * ABREAST),
  );
  return groups.flatMap((some) => meansAbreast(codes, bins, some));
}

function meansAbreast(codes: Int32Array, bins: number, series: readonly Float64Array[]): BinMeans[] {
  const [a = new Float64Array(), b = a, c = a, d = a] = series;
  const starts = [a, b, c, d].map((values) => values.find((value) => value === value) ?? 0);
  const { counts, sums } = sumsAbreast(codes, bins, [a, b, c, d], starts);
  const means = sums.map((sum, at) => {
    const rows = counts[Math.floor(at / ABREAST)]!;
    return rows > 0 ? starts[at % ABREAST]! + sum / rows : 0;
  });
  const squares = squaresAbreast(codes, bins, [a, b, c, d], means);
  const own = (all: Float64Array, i: number): Float64Array => all.filter((_, at) => at % ABREAST === i);
  return series.map((_, i) => ({ counts, means: own(means, i), squares: own(squares, i) }));
}

type Quartet = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

function sumsAbreast(
  codes: Int32Array,
  bins: number,
  [a, b, c, d]: Quartet,
  starts: readonly number[],
): { counts: Float64Array; sums: Float64Array } {
  const [startA = 0, startB = 0, startC = 0, startD = 0] = starts;
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins * ABREAST);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    const first = a[row]!;
    if (bin < 0 || first !== first) continue;
    const at = bin * ABREAST;
    counts[bin]!++;
    sums[at]! += first - startA;
    sums[at + 1]! += b[row]! - startB;
    sums[at + 2]! += c[row]! - startC;
    sums[at + 3]! += d[row]! - startD;
  }
  return { counts, sums };
}

function squaresAbreast(codes: Int32Array, bins: number, [a, b, c, d]: Quartet, means: Float64Array): Float64Array {
  const squares = new Float64Array(bins * ABREAST);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    const first = a[row]!;
    if (bin < 0 || first !== first) continue;
    const at = bin * ABREAST;
    const w = first - means[at]!;
    const x = b[row]! - means[at + 1]!;
    const y = c[row]! - means[at + 2]!;
    const z = d[row]! - means[at + 3]!;
    squares[at]! += w * w;
    squares[at + 1]! += x * x;
    squares[at + 2]! += y * y;
    squares[at + 3]! += z * z;
  }
  return squares;
}

/**
 * Means of series that depend on nothing but a group of each row, by bin: all of them from one count of the rows. O(n).
 * @param codes the bin of each row, −1 for none
 * @param bins how many bins there are
 * @param groups the group of each row, −1 for rows that are left out
 * @param series what each one is in each group
 * @returns one for each of the series
 */
export function groupMeans(
  codes: Int32Array,
  bins: number,
  groups: Int32Array,
  series: readonly (readonly number[])[],
): BinMeans[] {
  const width = series[0]?.length ?? 0;
  const table = new Float64Array(bins * width);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    const group = groups[row]!;
    if (bin >= 0 && group >= 0) table[bin * width + group]!++;
  }
  const rowsOf = (bin: number): Float64Array => table.subarray(bin * width, (bin + 1) * width);
  const each = (of: (rows: Float64Array, bin: number) => number): Float64Array =>
    Float64Array.from({ length: bins }, (_, bin) => of(rowsOf(bin), bin));
  const counts = each((rows) => rows.reduce((sum, count) => sum + count, 0));
  return series.map((values) => {
    const means = each((rows, bin) => {
      const sum = rows.reduce((all, count, group) => all + count * values[group]!, 0);
      return counts[bin]! > 0 ? sum / counts[bin]! : 0;
    });
    const squares = each((rows, bin) =>
      rows.reduce((all, count, group) => all + count * (values[group]! - means[bin]!) ** 2, 0),
    );
    return { counts, means, squares };
  });
}

/**
 * The share of a series' variance that lies between the means of the bins: η² less what bins without meaning would
 * explain by luck, 1 − (1 − η²)(n − 1)/(n − k) for k bins with rows (Ezekiel 1930).
 * @param bins see `binMeans`
 * @returns in [0, 1], 0 where luck would explain more; null where the series does not vary or there are too few rows
 */
export function explainedVariance({ counts, means, squares }: BinMeans): number | null {
  const used = [...counts.keys()].filter((bin) => counts[bin]! > 0);
  const rows = used.reduce((sum, bin) => sum + counts[bin]!, 0);
  const mean = used.reduce((sum, bin) => sum + means[bin]! * (counts[bin]! / rows), 0);
  const within = used.reduce((sum, bin) => sum + squares[bin]!, 0);
  const between = used.reduce((sum, bin) => sum + counts[bin]! * (means[bin]! - mean) ** 2, 0);
  if (rows <= used.length || !(within + between > 0)) return null;
  const share = within / (within + between);
  return Math.max(0, 1 - (share * (rows - 1)) / (rows - used.length));
}
