import { effectiveRows, lagged } from '../../adjust/autocorrelation.ts';
import type { RelationRows, RelationSums } from './relation-sums.ts';

/** The memory is looked for in sums over neighbours that make at most so many blocks. */
const MOST_BLOCKS = 4096;
/** A time of up to 1 + this / √blocks is taken for 1; see `effectiveSize`. */
const NOISE = 4;

/**
 * How many rows of each bin tell as much as an independent one: of 1[row in the bin] · what the relation leaves of the
 * row, which forgets sooner than what is left itself, unless the feature is slow as well. Long files are looked at in
 * sums over neighbours, which leave the sum over all lags as it is: S(0) = Geyer's sum / rows a block. O(n + bins · blocks).
 *
 * @param rows in their order
 * @param sums their means; see `relationSums`
 * @param slopes inside the bins; see `pooledSlopes`
 * @returns at least 1 each
 */
export function binTimes(rows: RelationRows, sums: RelationSums, slopes: Float64Array): number[] {
  const bins = slopes.length;
  const length = Math.max(1, Math.ceil(rows.codes.length / MOST_BLOCKS));
  const blocks = Math.ceil(rows.codes.length / length);
  const series = Array.from({ length: bins }, () => new Float64Array(blocks));
  const squares = new Float64Array(bins);
  for (let row = 0; row < rows.codes.length; row++) {
    const bin = rows.codes[row]!;
    const value = rows.y[row]!;
    if (bin < 0 || value !== value) continue;
    const moved = rows.x === null ? 0 : slopes[bin]! * (rows.x[row]! - sums.x[bin]!);
    const rest = value - sums.y[bin]! - moved;
    series[bin]![Math.floor(row / length)]! += rest;
    squares[bin]! += rest * rest;
  }
  return series.map((cells, bin) => timeOf(cells, squares[bin]!));
}

function timeOf(cells: Float64Array, square: number): number {
  const blockSquares = cells.reduce((sum, cell) => sum + cell * cell, 0);
  if (!(square > 0) || !(blockSquares > 0)) return 1;
  const time = ((cells.length / effectiveRows(lagged({ cells, channels: 1 }))) * blockSquares) / square;
  return time > 1 + NOISE / Math.sqrt(cells.length) ? time : 1;
}
