import { firstWhere } from '../../describe/ecdf.ts';

/** A cumulative curve of rows that count differently. */
export interface WeightedCurve {
  /** Distinct, ascending. */
  values: Float64Array;
  /** The share of all weight up to each of them; the last is 1. */
  upTo: Float64Array;
  /** Σ (weight / all weight)² over the rows: 1 / rows where all count alike. */
  spread: number;
}

/**
 * The curve of some rows. O(rows).
 * @param sorted their values, ascending
 * @param weightAt of the row at a place among them, > 0
 * @returns e.g. values (1, 3), shares (0.75, 1) for weights 3 and 1 of 1 and 3
 */
export function weightedCurve(sorted: Float64Array, weightAt: (place: number) => number): WeightedCurve {
  const [distinct, upTo] = [new Float64Array(sorted.length), new Float64Array(sorted.length)];
  let [count, sum, squares] = [0, 0, 0];
  for (let place = 0; place < sorted.length; place++) {
    const [value, weight] = [sorted[place]! + 0, weightAt(place)];
    sum += weight;
    squares += weight * weight;
    if (count === 0 || distinct[count - 1] !== value) distinct[count++] = value;
    upTo[count - 1] = sum;
  }
  const shares = upTo.slice(0, count);
  for (let i = 0; i < count; i++) shares[i]! /= sum;
  if (count > 0) shares[count - 1] = 1;
  return { values: distinct.slice(0, count), upTo: shares, spread: squares / sum ** 2 };
}

/** How two curves differ. */
export interface WeightedDifference {
  /** The largest distance, and the smallest value at which the curves are that far apart. */
  gap: number;
  gapAt: number;
  /** The area between them, in the values' unit. */
  area: number;
}

/**
 * Largest gap and area between two weighted curves. O(distinct values).
 * @param a with at least one value
 * @param b with at least one value
 */
export function compareWeighted(a: WeightedCurve, b: WeightedCurve): WeightedDifference {
  let [i, j, gap, gapAt, area, distance] = [0, 0, 0, NaN, 0, 0];
  let last = Math.min(a.values[0]!, b.values[0]!);
  while (i < a.values.length || j < b.values.length) {
    const value = Math.min(a.values[i] ?? Infinity, b.values[j] ?? Infinity);
    area += distance * (value - last);
    if (a.values[i] === value) i++;
    if (b.values[j] === value) j++;
    distance = Math.abs((i === 0 ? 0 : a.upTo[i - 1]!) - (j === 0 ? 0 : b.upTo[j - 1]!));
    if (distance > gap) [gap, gapAt] = [distance, value];
    last = value;
  }
  return { gap, gapAt, area };
}

/**
 * Mean and standard deviation; that of rows that count alike is the sample's (divisor n − 1), of others the same with
 * n the number of rows that tell as much: Σ w (x − x̄)² / (1 − Σ w²).
 * @param curve with at least one value
 */
export function weightedMoments({ values, upTo, spread }: WeightedCurve): { mean: number; std: number | null } {
  const weightAt = (i: number): number => upTo[i]! - (i === 0 ? 0 : upTo[i - 1]!);
  const shift = values[0]!;
  const mean = shift + values.reduce((sum, value, i) => sum + weightAt(i) * (value - shift), 0);
  const squares = values.reduce((sum, value, i) => sum + weightAt(i) * (value - mean) ** 2, 0);
  return { mean, std: spread < 1 ? Math.sqrt(squares / (1 - spread)) : null };
}

/**
 * The share of weight up to a value.
 * @param curve any
 * @param value any
 */
export function weightedShare({ values, upTo }: WeightedCurve, value: number): number {
  const place = firstWhere(values, (candidate) => candidate > value);
  return place === 0 ? 0 : upTo[place - 1]!;
}

/**
 * The part of a curve that lies in [low, high]; null where nothing does.
 * @param curve any
 * @param low lowest value kept
 * @param high highest value kept
 */
export function weightedPart({ values, upTo, spread }: WeightedCurve, low: number, high: number): WeightedCurve | null {
  const start = firstWhere(values, (value) => value >= low);
  const end = firstWhere(values, (value) => value > high);
  if (end <= start) return null;
  const lowerShare = start === 0 ? 0 : upTo[start - 1]!;
  const kept = upTo[end - 1]! - lowerShare;
  return {
    values: values.subarray(start, end),
    upTo: upTo.slice(start, end).map((share) => (share - lowerShare) / kept),
    spread: Math.min(1, spread / kept),
  };
}
