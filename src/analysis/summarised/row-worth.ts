import type { SummarisedColumn, SummarisedOrder } from '../../facts/summary-file.ts';
import type { ColumnSummary, Memory } from '../../facts/summary.ts';
import { hasCycle } from '../../stats/sequence/cycle.ts';
import { independent, memoryOf } from '../../stats/sequence/memory.ts';
import { chiSquaredCritical } from '../../stats/distributions/chi-squared.ts';
import { clocksOf } from '../sequence/clock.ts';

/** From so many stretches on their own memory can be told; with fewer, only how much they differ; with fewest, nothing: each counts as one row. */
const [LEAST_STRETCHES, FEWEST_STRETCHES] = [30, 8] as const;
/** Of few stretches the variance is taken to be as large as one time in ten it would be. */
const CAREFUL = 0.1;
/** A time of up to 1 + 4 / √stretches is taken for 1, as in a series of rows. */
const NOISE = 4;

/** Sums over stretches of one series: bins, or an indicator of a category. */
interface Series {
  starts: Float64Array;
  n: Float64Array;
  total: Float64Array;
  /** Sum of squares over all rows. */
  squares: number;
}

/**
 * How many independent rows the rows of a column are worth, by sums over stretches of time: where rows depend on each other, sums of stretches vary more than
 * those of as many independent rows, by the rows' own time and that of the sums. Without stretches each row counts in full; few stretches are counted carefully, since they
 * hardly tell.
 */
export function rowWorth({ summary, order }: Pick<SummarisedColumn, 'summary' | 'order'>): Memory {
  const { rows, missing, nan, positiveInfinity, negativeInfinity } = summary.counts;
  const filled = rows - missing - nan - positiveInfinity - negativeInfinity;
  if (order === null || filled === 0) return independent(filled);
  const count = order.stretches.starts.length;
  if (count < FEWEST_STRETCHES) return { ...independent(filled), effective: count, time: filled / count };
  const { stretches, levels } = order;
  const series =
    summary.values.kind === 'levels'
      ? levels.map(({ n }) => indicator(stretches, n))
      : [{ ...stretches, squares: squaresOf(summary) }];
  const memories = series.flatMap((one) => memoryIn(one, filled) ?? []);
  if (memories.length === 0) return independent(filled);
  const [longest] = memories.toSorted((a, b) => b.time - a.time);
  // Of categories the times are averaged, each weighted by its variance, as Cohen's kappa weighs them.
  const weights = memories.reduce((sum, { weight }) => sum + weight, 0);
  const time = memories.reduce((sum, { time, weight }) => sum + time * weight, 0) / weights;
  const effective = Math.max(1, Math.min(filled, filled / time));
  return {
    ...{ rows: filled, effective, time: filled / effective },
    long: longest?.long ?? null,
    left: memories[0]?.left ?? 1,
  };
}

/** Sum of the squares of the bins' places. */
const squaresOf = ({ values }: ColumnSummary): number =>
  values.kind === 'numbers' ? (values.bins?.counts.reduce((sum, count, bin) => sum + count * bin * bin, 0) ?? 0) : 0;

const indicator = ({ starts, n }: SummarisedOrder['stretches'], total: Float64Array): Series => ({
  ...{ starts, n, total },
  squares: total.reduce((sum, count) => sum + count, 0),
});

/** Null for a series without variance. */
function memoryIn(
  { starts, n, total, squares }: Series,
  rows: number,
): (Pick<Memory, 'time' | 'long' | 'left'> & { weight: number }) | null {
  const mean = total.reduce((sum, part) => sum + part, 0) / rows;
  const weight = squares - rows * mean * mean;
  if (!(weight > 1e-9 * squares)) return null;
  const sums = total.map((part, i) => part - (n[i] ?? 0) * mean);
  const ofSums = sums.reduce((sum, part) => sum + part * part, 0);
  const step = stepOf(starts);
  const span = { min: starts[0] ?? 0, max: starts.at(-1) ?? 0, step };
  const cycles = clocksOf(starts, span)
    .map(({ phases }) => phases)
    .filter((phases) => hasCycle(sums, phases));
  const perRow = ofSums / weight;
  if (starts.length < LEAST_STRETCHES) {
    const freedom = starts.length - 1;
    return {
      weight,
      time: Math.max(1, (perRow * freedom) / chiSquaredCritical(1 - CAREFUL, freedom)),
      long: null,
      left: 1,
    };
  }
  const { time, long, left } = memoryOf(sums, cycles);
  const whole = perRow * time;
  return {
    weight,
    time: whole > 1 + NOISE / Math.sqrt(starts.length) ? whole : 1,
    long: long && { ...long, time: long.time * perRow },
    left,
  };
}

/**
 * The usual distance of two stretches.
 * @param starts in order
 */
export function stepOf(starts: Float64Array): number {
  const steps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
  return steps.sort()[Math.floor(steps.length / 2)] ?? 1;
}
