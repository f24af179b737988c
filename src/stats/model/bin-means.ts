import { crossCounts } from '../depend/cross-counts.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';

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
  return groups.flatMap((group) => meansAbreast(codes, bins, group));
}

function meansAbreast(codes: Int32Array, bins: number, series: readonly Float64Array[]): BinMeans[] {
  const [a = new Float64Array(), b = a, c = a, d = a] = series;
  const starts = [a, b, c, d].map((values) => values.find((value) => value === value) ?? 0);
  const tableBytes = 8 * bins;
  const { kernel, addresses, tables } = placeArrays(
    [codes, a, b, c, d],
    [8 * ABREAST, tableBytes, ABREAST * tableBytes, ABREAST * tableBytes],
  );
  const [atCodes, atA, atB, atC, atD] = addresses;
  const [atStarts, atCounts, atSums, atSquares] = tables;
  kernel.doubles(atStarts, ABREAST).set(starts);
  const counts = kernel.doubles(atCounts, bins).fill(0);
  const sums = kernel.doubles(atSums, ABREAST * bins).fill(0);
  const squares = kernel.doubles(atSquares, ABREAST * bins).fill(0);
  const rows = [atCodes, codes.length, atA, atB, atC, atD] as const;
  kernel.calls.fourSums(...rows, atStarts, atCounts, atSums);
  for (let cell = 0; cell < sums.length; cell++) {
    const count = counts[Math.floor(cell / ABREAST)]!;
    sums[cell] = count > 0 ? starts[cell % ABREAST]! + sums[cell]! / count : 0;
  }
  kernel.calls.fourSquares(...rows, atSums, atSquares);
  const seriesCells = (cells: Float64Array, i: number): Float64Array => cells.filter((_, cell) => cell % ABREAST === i);
  return series.map((_, i) => ({
    counts: counts.slice(),
    means: seriesCells(sums, i),
    squares: seriesCells(squares, i),
  }));
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
  const table = crossCounts(groups, codes, { width, height: bins });
  const rowsOf = (bin: number): Float64Array => table.subarray(bin * width, (bin + 1) * width);
  const byBin = (statistic: (rows: Float64Array, bin: number) => number): Float64Array =>
    Float64Array.from({ length: bins }, (_, bin) => statistic(rowsOf(bin), bin));
  const counts = byBin((rows) => rows.reduce((sum, count) => sum + count, 0));
  return series.map((values) => {
    const means = byBin((rows, bin) => {
      const sum = rows.reduce((total, count, group) => total + count * values[group]!, 0);
      return counts[bin]! > 0 ? sum / counts[bin]! : 0;
    });
    const squares = byBin((rows, bin) =>
      rows.reduce((total, count, group) => total + count * (values[group]! - means[bin]!) ** 2, 0),
    );
    return { counts, means, squares };
  });
}

/**
 * The share of a series' variance that lies between the means of the bins: η² less what bins without meaning would
 * explain by chance, 1 − (1 − η²)(n − 1)/(n − k) for k bins with rows (Ezekiel 1930).
 * @param bins see `binMeans`
 * @returns in [0, 1], 0 where chance would explain more; null where the series does not vary or there are too few rows
 */
export function explainedVariance({ counts, means, squares }: BinMeans): number | null {
  const used = [...counts.keys()].filter((bin) => counts[bin]! > 0);
  const rows = used.reduce((sum, bin) => sum + counts[bin]!, 0);
  const mean = used.reduce((sum, bin) => sum + means[bin]! * (counts[bin]! / rows), 0);
  const withinSquares = used.reduce((sum, bin) => sum + squares[bin]!, 0);
  const betweenSquares = used.reduce((sum, bin) => sum + counts[bin]! * (means[bin]! - mean) ** 2, 0);
  if (rows <= used.length || !(withinSquares + betweenSquares > 0)) return null;
  const share = withinSquares / (withinSquares + betweenSquares);
  return Math.max(0, 1 - (share * (rows - 1)) / (rows - used.length));
}
