import * as v from 'valibot';
import { count, numberOrNull, optional, record } from './record.ts';
import { perSide, side } from './side.ts';

/** A row to review: it lies outside the reference's fences. */
export const outlyingRow = record({
  side,
  /** Counted from 1, the first row of data, in the file's order. */
  row: count,
  value: v.number(),
  /** What the column with the role "id" holds in the row. */
  id: optional(v.string()),
});
export type OutlyingRow = v.InferOutput<typeof outlyingRow>;

/** Values outside the reference's fences, and what is left of the change without them. */
export const outliers = record({
  /** The fences: what lies between is ordinary. */
  low: v.number(),
  high: v.number(),
  counts: perSide(count),
  /** Share of the current values that lie outside. */
  currentShare: v.number(),
  /** The effect among the values between the fences, in the unit of `effect`; null where it cannot be computed. */
  effectWithout: numberOrNull,
  /** Present where values are counted in bins, of which one reaches across a fence: the most that it can be, with all values of that bin. */
  effectWithoutAtMost: optional(v.number()),
  /** The farthest out, at most ten a file. */
  rows: v.array(outlyingRow),
});
export type Outliers = v.InferOutput<typeof outliers>;
