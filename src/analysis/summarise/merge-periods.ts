import type { PeriodSums } from '../../facts/summary.ts';
import { periodUnit } from './periods.ts';

/**
 * The sums of both, period by period; periods between the two are listed without a row.
 * @throws {Error} for periods of different lengths
 */
export function mergePeriods(a: PeriodSums, b: PeriodSums): PeriodSums {
  if (a.unit !== b.unit || a.timeColumn !== b.timeColumn) throw new Error(`periods of ${a.unit} and of ${b.unit}`);
  if (a.counts.length === 0) return b;
  if (b.counts.length === 0) return a;
  const starts = startsOf(a, b);
  const [first, second] = [atStarts(a), atStarts(b)];
  const merged = [...starts.subarray(0, -1)].map((start) => add(first.get(start), second.get(start)));
  return {
    ...{ timeColumn: a.timeColumn, unit: a.unit, starts },
    counts: Float64Array.from(merged, ({ count }) => count),
    means: Float64Array.from(merged, ({ mean }) => mean),
    squares: Float64Array.from(merged, ({ square }) => square),
  };
}

/** Every period from the first of both to the last. */
function startsOf(a: PeriodSums, b: PeriodSums): Float64Array {
  const known = [...new Set([...a.starts, ...b.starts])].sort((x, y) => x - y);
  const { next } = periodUnit(a.unit);
  const starts = known.flatMap((start, i) => {
    const gapStarts = [start];
    const end = known[i + 1] ?? -Infinity;
    for (let later = next(start); later < end; later = next(later)) gapStarts.push(later);
    return gapStarts;
  });
  return Float64Array.from(starts);
}

interface Sums {
  count: number;
  mean: number;
  square: number;
}

const NONE: Sums = { count: 0, mean: NaN, square: 0 };

const atStarts = ({ starts, counts, means, squares }: PeriodSums): Map<number, Sums> =>
  new Map(Array.from(counts, (count, i) => [starts[i]!, { count, mean: means[i]!, square: squares[i]! }]));

/** Chan, Golub & LeVeque (1979): means and squared deviations of two groups together. */
function add(a: Sums = NONE, b: Sums = NONE): Sums {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const difference = b.mean - a.mean;
  return {
    count,
    mean: a.mean + (difference * b.count) / count,
    square: a.square + b.square + (difference * difference * a.count * b.count) / count,
  };
}
