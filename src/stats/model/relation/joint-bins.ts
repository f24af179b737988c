import { smallest } from '../../../facts/extremes.ts';
import { firstIndex } from '../../bisect.ts';
import { extent } from '../../describe/code-sums.ts';
import { sortFloat64 } from '../../describe/sort.ts';

/** Rows of each file that the edges are taken from. */
const SAMPLE_ROWS = 10_000;
/** So many rows of a file's sample a bin has at least, on average. */
const FEWEST_A_BIN = 20;

/** The range that two files have in common, cut into bins. */
export interface JointBins {
  low: number;
  high: number;
  /** Inner edges, increasing; see `binEdges`. */
  edges: number[];
  /** The middle one of the values in each bin; none without edges. */
  middles: number[];
}

/**
 * Bins in which rows of two files can be compared: quantiles of both files' values within their common range, each file
 * counting alike, so that a file of few rows, or one that moved, still has rows in most of them. O(n).
 * @param reference NaN and ±∞ are left out
 * @param current the same
 * @param bins how many at most
 * @returns no edges where the files have no range in common
 */
export function jointBins(reference: Float64Array, current: Float64Array, bins: number): JointBins {
  const [a, b] = [extent(reference), extent(current)];
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  if (!(low <= high)) return { low, high, edges: [], middles: [] };
  const inRange = [reference, current].map((values) => sampleWithin(values, low, high));
  const rows = smallest(inRange.map(({ length }) => length));
  const sorted = sortFloat64(Float64Array.from(inRange.flatMap((values) => everyKth(values, rows))));
  const wanted = Math.min(bins, Math.max(2, Math.floor(rows / FEWEST_A_BIN)));
  const edges = new Set<number>();
  for (let k = 1; k < wanted && sorted.length > 0; k++) {
    const edge = sorted[Math.ceil((k * sorted.length) / wanted) - 1]!;
    if (edge < high) edges.add(edge);
  }
  return { low, high, edges: [...edges], middles: middlesOf(sorted, [...edges]) };
}

function middlesOf(sorted: Float64Array, edges: readonly number[]): number[] {
  if (sorted.length === 0) return [];
  const ends = [...edges.map((edge) => firstIndex(0, sorted.length, (i) => sorted[i]! > edge)), sorted.length];
  return ends.map((end, bin) => sorted[Math.max(0, ((bin === 0 ? 0 : ends[bin - 1]!) + end - 1) >> 1)]!);
}

function sampleWithin(values: Float64Array, low: number, high: number): number[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLE_ROWS));
  const sample: number[] = [];
  for (let row = 0; row < values.length; row += step) {
    const value = values[row]!;
    if (value >= low && value <= high) sample.push(value);
  }
  return sample;
}

const everyKth = (values: readonly number[], wanted: number): number[] =>
  Array.from({ length: wanted }, (_, i) => values[Math.floor((i * values.length) / wanted)]!);
