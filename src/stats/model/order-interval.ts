import { sortedQuantile } from '../describe/small-summaries.ts';
import { leavesOutZero, recovered } from './mover.ts';
import { Z } from './wilson.ts';
import type { Difference, Estimate } from '../../facts/document/model/estimates.ts';

/**
 * A median with its 95 % interval from order statistics: how many of `effective` independent rows lie below the median is
 * binomial.
 * @param sorted increasing
 * @param effective the effective sample size
 * @returns null without any value; no limits below 8 effective rows
 */
export function medianEstimate(sorted: Float64Array, effective: number): Estimate | null {
  if (sorted.length === 0) return null;
  const value = sortedQuantile(sorted, 0.5);
  if (effective < 8) return { value, low: null, high: null };
  const reach = Z * Math.sqrt(0.25 / effective);
  return {
    value,
    low: sortedQuantile(sorted, 0.5 - Math.min(0.5, reach)),
    high: sortedQuantile(sorted, Math.min(1, 0.5 + reach)),
  };
}

/** A median, and the rows that it is of. */
export interface MedianRows {
  value: number;
  /** One a row, NaN where left out. */
  rows: Float64Array;
  /** See `RowBlocks`; below the number of rows of the longer one. */
  places: Int32Array | null;
}

/**
 * How strongly two medians of the same rows vary together: the correlation of lying above the one and above the other.
 * @param a one series
 * @param b the other; rows of one place belong together
 * @returns in [−1, 1], 0 where either does not vary
 */
export function medianCorrelation(a: MedianRows, b: MedianRows): number {
  const placeCount = Math.max(a.rows.length, b.rows.length);
  const aboveMedian = new Int8Array(placeCount).fill(-1);
  const forEachRow = ({ value, rows, places }: MedianRows, visit: (place: number, isAbove: number) => void): void => {
    for (let row = 0; row < rows.length; row++) {
      const rowValue = rows[row]!;
      const place = places === null ? row : places[row]!;
      if (rowValue === rowValue && place >= 0) visit(place, Number(rowValue > value));
    }
  };
  const table = [0, 0, 0, 0];
  forEachRow(a, (place, isAbove) => (aboveMedian[place] = isAbove));
  forEachRow(b, (place, isAbove) => {
    const firstIsAbove = aboveMedian[place]!;
    if (firstIsAbove >= 0) table[2 * firstIsAbove + isAbove]!++;
  });
  const [n00 = 0, n01 = 0, n10 = 0, n11 = 0] = table;
  const spread = Math.sqrt((n00 + n01) * (n10 + n11) * (n00 + n10) * (n01 + n11));
  return spread > 0 ? (n00 * n11 - n01 * n10) / spread : 0;
}

const logarithm = ({ value, low, high }: Estimate): Estimate => ({
  value: Math.log(value),
  low: low === null ? null : Math.log(low),
  high: high === null ? null : Math.log(high),
});

/**
 * The difference of two medians with its 95 % interval, and the same as a share of the reference: that is taken from the
 * logarithms, for which intervals from order statistics hold as well.
 * @param reference at least 0
 * @param current at least 0
 * @param correlation correlation of the two medians; 0 for different rows
 */
export function medianDifference(reference: Estimate, current: Estimate, correlation: number): Difference {
  const value = current.value - reference.value;
  const limits = recovered(reference, current, correlation);
  const ratio = recovered(logarithm(reference), logarithm(current), correlation);
  const share = (limit: number | null): number | null => (limit === null ? null : Math.expm1(limit));
  return {
    value,
    ...limits,
    relative:
      reference.value > 0 ? { value: value / reference.value, low: share(ratio.low), high: share(ratio.high) } : null,
    beyondNoise: leavesOutZero(limits, Math.max(Math.abs(reference.value), Math.abs(current.value))),
  };
}
