import * as v from 'valibot';
import { numericDistribution, period } from '../distribution.ts';
import { count, counts, numberOrNull, numbers, optional, record } from '../record.ts';
import { perSide } from '../side.ts';
import { metric, rowsUsed } from './estimates.ts';

export const errorBin = record({
  count,
  mean: numberOrNull,
  q05: numberOrNull,
  q25: numberOrNull,
  q50: numberOrNull,
  q75: numberOrNull,
  q95: numberOrNull,
});
export type ErrorBin = v.InferOutput<typeof errorBin>;

/** Counts on a square grid, row by row from the lowest prediction up; the same edges on both axes. */
export const density = record({ edges: numbers, counts: perSide(counts) });

const errorGroup = record({ rows: count, mean: numberOrNull });

/** The 5 % of rows with the lowest errors (predicted too low), the 5 % with the highest, and those between. */
export const errorGroups = record({
  /** The errors that part them. */
  low: v.number(),
  high: v.number(),
  under: errorGroup,
  majority: errorGroup,
  over: errorGroup,
});
export type ErrorGroups = v.InferOutput<typeof errorGroups>;

const periods = perSide(v.array(period));

export const regressionResult = record({
  task: v.literal('regression'),
  rows: perSide(rowsUsed),
  /** Targets so near to zero that a percentage of them means nothing; left out of MAPE. */
  nearZeroTargets: perSide(count),
  metrics: v.array(metric),
  /** Mean absolute error of models without inputs: always the median of the targets; the target of the row before. */
  naive: perSide(record({ median: v.number(), last: numberOrNull })),
  /** Null where no row can be used. */
  density: v.nullable(density),
  overTime: v.nullable(
    record({
      unit: v.string(),
      timeColumn: v.string(),
      target: periods,
      prediction: periods,
      error: periods,
      absolutePercentageError: periods,
      /** Sizes of the errors; absent in documents of earlier versions. */
      absoluteError: optional(periods),
    }),
  ),
  /** Distribution of the error. */
  error: v.nullable(numericDistribution),
  /** Errors at the same probabilities as these quantiles of the standard normal distribution. */
  normalQuantiles: v.nullable(record({ theoretical: numbers, values: perSide(numbers) })),
  /** Errors by bin of the prediction. */
  byPrediction: v.nullable(record({ edges: numbers, bins: perSide(v.array(errorBin)) })),
  groups: perSide(errorGroups),
});
export type RegressionResult = v.InferOutput<typeof regressionResult>;
