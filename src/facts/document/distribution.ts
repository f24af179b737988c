import * as v from 'valibot';
import { BIN_SCORE_METHODS, CORRELATIONS } from '../methods.ts';
import { count, counts, names, numberOrNull, numbers, optional, record } from './record.ts';
import { perSide } from './side.ts';

/** A distance over what a picture shows. */
export const binScore = record({
  method: v.picklist(BIN_SCORE_METHODS),
  value: v.number(),
  /**
   * What each bin adds: below the first edge, each bin, above the last edge; or each category, then the others together.
   * `psi` is the sum of its parts, the other two are the square root of theirs.
   */
  parts: numbers,
});
export type BinScore = v.InferOutput<typeof binScore>;

/** "log" where the values are positive and span decades: then edges are evenly spaced in log₁₀. */
export const scale = v.picklist(['linear', 'log', 'time']);
export type ScaleKind = v.InferOutput<typeof scale>;

/** Counts on bins frozen from the reference (from the only file, when there is one); the last bin is closed on the right. */
export const numericDistribution = record({
  kind: v.literal('numeric'),
  /** k + 1 increasing edges. */
  edges: numbers,
  scale,
  counts: perSide(counts),
  below: perSide(count),
  above: perSide(count),
  /** Finite values counted, outside ones included. */
  total: perSide(count),
  /** Empty where a file has no values. */
  scores: v.optional(v.array(binScore), []),
});
export type NumericDistribution = v.InferOutput<typeof numericDistribution>;

export const categoryCount = record({
  name: v.string(),
  counts: perSide(count),
  status: v.picklist(['both', 'new', 'vanished']),
});
export type CategoryCount = v.InferOutput<typeof categoryCount>;

const nameList = record({ count, names });

export const categoricalDistribution = record({
  kind: v.literal('categorical'),
  /** The most frequent ones, at most 12. */
  categories: v.array(categoryCount),
  /** What the list leaves out. */
  other: v.nullable(record({ levels: count, counts: perSide(count) })),
  total: perSide(count),
  /** Names of all new and vanished categories (at most 50 each) and how many there are. */
  appeared: nameList,
  vanished: nameList,
  /** Empty where a file has no values. */
  scores: v.optional(v.array(binScore), []),
});
export type CategoricalDistribution = v.InferOutput<typeof categoricalDistribution>;

export const distribution = v.variant('kind', [numericDistribution, categoricalDistribution]);
export type Distribution = v.InferOutput<typeof distribution>;

/** Both cumulative curves, thinned to what a screen can show; the largest gap is exact. */
export const cumulative = record({
  x: numbers,
  reference: numbers,
  current: numbers,
  gap: record({ x: v.number(), reference: v.number(), current: v.number() }),
});
export type Cumulative = v.InferOutput<typeof cumulative>;

export const period = record({
  /** Milliseconds since 1970, UTC. */
  start: v.number(),
  end: v.number(),
  count,
  /** Mean and sample standard deviation of the period's finite values; null where there are too few. */
  mean: numberOrNull,
  std: numberOrNull,
});
export type Period = v.InferOutput<typeof period>;

export const overTime = record({ timeColumn: v.string(), unit: v.string(), periods: perSide(v.array(period)) });
export type OverTime = v.InferOutput<typeof overTime>;

/** Row-major; null where it cannot be computed (a constant column, too few common rows). */
export const matrix = v.array(v.array(numberOrNull));

export const correlationMatrix = record({
  method: v.picklist(CORRELATIONS),
  columns: names,
  values: perSide(matrix),
  rowsUsed: perSide(count),
  /** Set where the rows are a sample. */
  sampled: v.boolean(),
  /** Columns left out to keep the matrix readable. */
  columnsLeftOut: count,
  /** The pairs that changed most: changed ones first, and of these and the others the largest difference (at most 20). */
  changedMost: v.array(
    record({
      a: v.string(),
      b: v.string(),
      reference: v.number(),
      current: v.number(),
      difference: v.number(),
      /** Absent where the pair was not tested; corrected for the number of pairs, of all methods. */
      pValue: optional(v.number()),
      qValue: optional(v.number()),
      /** q is below α, and the difference at least the least that matters. */
      changed: optional(v.boolean()),
    }),
  ),
  /** Absent where no pair was tested. */
  tested: optional(
    record({
      pairs: count,
      changed: count,
      /** The largest difference of all pairs, and what chance alone exceeds in a share α of reports in which nothing changed. */
      largest: v.number(),
      largestByChance: v.number(),
      /** The least difference that matters. */
      minimum: v.number(),
    }),
  ),
});
export type CorrelationMatrix = v.InferOutput<typeof correlationMatrix>;
