import * as v from 'valibot';
import { count, numberOrNull, optional, record } from './record.ts';
import { effectUnitSchema } from '../statements/effect-units.ts';

export const effect = record({
  method: v.string(),
  value: v.number(),
  unit: effectUnitSchema,
  /** The distance in the column's own unit (numeric columns). */
  raw: optional(v.number()),
  /** The reference's scale that `value` was divided by. */
  scale: optional(v.number()),
  /** Present where the current data cover a part of a cycle: what the effect is against the whole reference, not only against the same hours or days. */
  plain: optional(v.number()),
  /** Present where numbers are known by bins alone: `value` is the least that the effect can be, and this the most. */
  atMost: optional(v.number()),
  /** Categories: the distance as it is in the data, and about what chance alone makes of it, which is taken off in `value`. */
  observed: optional(v.number()),
  expectedByChance: optional(v.number()),
});
export type Effect = v.InferOutput<typeof effect>;

const bothSides = record({ reference: count, current: count });

export const evidence = record({
  method: v.string(),
  statistic: v.number(),
  degreesOfFreedom: optional(v.number()),
  pValue: v.number(),
  /** Absent until every column has been tested. */
  qValue: optional(v.number()),
  /** Rows with a value, and their effective size. */
  rows: bothSides,
  effectiveSize: bothSides,
  pValueIndependent: v.number(),
  /** Present where stretches of time tell roughly what rows are worth: with twice, and with half as many independent rows. */
  pValueBounds: optional(record({ doubled: v.number(), halved: v.number() })),
  /** The same corrected for the number of columns; absent until every column has been tested, and in documents of 0.1. */
  qValueIndependent: optional(v.number()),
});
export type Evidence = v.InferOutput<typeof evidence>;

/** The smallest change that these (effective) sizes detect with this power. */
export const minimumDetectableEffect = record({
  /** Null where these sizes could not detect any change. */
  value: numberOrNull,
  unit: effectUnitSchema,
  power: v.number(),
  /** Rows a side, as dependent on each other as these, from which on a change of the resolution's size is detected. */
  rowsNeeded: count,
});
export type MinimumDetectableEffect = v.InferOutput<typeof minimumDetectableEffect>;

/** A comparison within rows that are alike in some columns, with the reference as these rows are mixed now; `effect` and `evidence` are then of it. */
export const within = record({
  /** Names of the conditions. */
  columns: v.array(v.string()),
  /** The effect without regard to them, with the distance in the column's own unit (numeric columns). */
  whole: record({ value: v.number(), unit: effectUnitSchema, raw: optional(v.number()) }),
  /** Strata that are compared, and those of current rows that are left out, with the rows of both files in them. */
  strata: count,
  leftOut: record({ strata: count, reference: count, current: count }),
  /** How many unweighted independent rows would tell as much as these, if they were independent. */
  worth: bothSides,
});
export type Within = v.InferOutput<typeof within>;

/** How far stretches of the reference that are as long as the current data differ from the rest of it, where it holds enough of them. */
export const yardstick = record({
  windows: count,
  /** What one stretch in twenty exceeds, in the unit of `effect`. */
  effect: v.number(),
  /** The same in the column's own unit (numeric columns). */
  raw: optional(v.number()),
});
export type Yardstick = v.InferOutput<typeof yardstick>;

/** Cycles of the clock. */
export const cycle = v.picklist(['day', 'week']);
export type CycleName = v.InferOutput<typeof cycle>;

/** A column that the clock decides: which of its slots the current file lacks. */
export const calendar = record({
  cycle,
  /** Slots of the cycle that the reference has, and those of them that the current file lacks. */
  slots: count,
  lacking: count,
});
export type Calendar = v.InferOutput<typeof calendar>;

/** A test of a column with its effective size, and with its rows counted in full; or why it cannot be made. */
export type TestResult = Pick<
  Evidence,
  'method' | 'statistic' | 'degreesOfFreedom' | 'pValue' | 'pValueIndependent' | 'pValueBounds'
>;
