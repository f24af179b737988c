import * as v from 'valibot';
import type { ColumnQuality } from './columns.ts';
import type { Cumulative, Distribution, OverTime } from './distribution.ts';
import type { FindingKind } from '../statements/findings.ts';
import type { NotTested } from '../statements/not-tested.ts';
import { count, numberOrNull, optional, record } from './record.ts';
import { statementsOf } from '../statements/statement.ts';
import { statisticReasonValues } from '../statements/statistic-reasons.ts';
import { effectUnitSchema } from '../statements/effect-units.ts';
import { perSide, side, type PerSide } from './side.ts';

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

/** Where the cumulative curves of both sides are farthest apart, at a round value near there, and the shares of rows up to it. */
export interface CurveGap {
  value: number;
  reference: number;
  current: number;
}

/** The level whose share of rows differs most, and how many rows of both sides hold it. */
export interface LevelGap {
  level: string;
  rows: number;
  reference: number;
  current: number;
}

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
  /** The farthest out, at most ten a file. */
  rows: v.array(outlyingRow),
});
export type Outliers = v.InferOutput<typeof outliers>;

/** What another profile says of a column. */
export const score = record({
  method: v.string(),
  profile: v.literal('evidently'),
  /** A distance or a p-value; null where it is not a number or could not be computed. */
  value: numberOrNull,
  threshold: v.number(),
  drifted: v.boolean(),
  /** Why there is no value. */
  reason: optional(v.string()),
  statements: optional(record({ reason: statementsOf(statisticReasonValues) })),
});
export type Score = v.InferOutput<typeof score>;

/** A test of a column with its effective size, and with its rows counted in full; or why it cannot be made. */
export type TestResult = Pick<Evidence, 'method' | 'statistic' | 'degreesOfFreedom' | 'pValue' | 'pValueIndependent'>;

/** The level whose share changed most clearly among those that became at least twice, or at most half, as frequent. */
export const rateChange = record({
  level: v.string(),
  /** Rows of both sides that hold it. */
  rows: count,
  /** Its shares of the rows. */
  reference: v.number(),
  current: v.number(),
  /** Corrected for the number of levels. */
  pValue: v.number(),
  pValueIndependent: v.number(),
  /** Corrected for the number of columns too; absent until every column is done. */
  qValue: optional(v.number()),
  qValueIndependent: optional(v.number()),
});
export type RateChange = v.InferOutput<typeof rateChange>;

/** What the order of the rows tells of cells without a value: so many rows in a row tell as much as one; stretches of them in both files. */
export interface GapOrder {
  time: number;
  bursts: number;
}

/** A p-value with rows at what they are worth, and with each in full. */
export type Chance = Pick<TestResult, 'pValue' | 'pValueIndependent'>;

export interface ColumnDrift {
  effect: Effect;
  /** What the verdict goes by: the usual test until the config's is chosen (see `chooseEvidence`). */
  evidence: Evidence;
  /** What each test that may be chosen says, by name. */
  tests: Record<string, TestResult | { reason: NotTested }>;
  /** Null where no value lies outside, and for categories. */
  outliers: Outliers | null;
  /** Whether both sides hold the same values the same number of times, and lack as many. */
  identical: boolean;
  /** Absent for numbers, and where no level became twice or half as frequent. */
  rateChange?: RateChange;
  /** Current values below the smallest and above the largest of the reference; absent for categories. */
  beyond?: { below: number; above: number };
  /** How likely one as far out as the farthest current value is, by the tail of the reference; absent for categories. */
  farthestChance?: number;
  /** Present where the values of both sides have different decimals (null: more than nine), with the rows that need more than the coarser side has. */
  resolution?: { reference: number | null; current: number | null; finerRows: number };
  /** How likely as much is new, or gone, where nothing changed; absent for numbers. */
  unseen?: { appeared: Chance; vanished: Chance };
  /** Of whether cells have a value; absent where all have one or the rows have no order. */
  gaps?: GapOrder;
  /** Of the reference at the hours or days that the current data cover, where they cover a part of a cycle. */
  matchedMoments?: { mean: number | null; std: number | null };
  /** Absent for categories, and where no round value shows the gap. */
  curveGap?: CurveGap;
  /** Present for categories that differ. */
  levelGap?: LevelGap;
  /** Absent where the reference holds too few stretches as long as the current data. */
  yardstick?: Yardstick;
  /** Present where the clock decides the column. */
  calendar?: Calendar;
  /** Present where the column is compared within others. */
  within?: Within;
  /** Added once all columns are done. */
  minimumDetectableEffect?: MinimumDetectableEffect;
}

/** Whether the share of cells without a value changed. */
export interface MissingDrift {
  reference: number;
  current: number;
  pValue: number;
  /** Absent until every column has been tested. */
  qValue?: number;
}

/** How likely as much is where nothing changed. */
export interface FindingTest {
  pValue: number;
  /** Corrected for all kinds of findings of all columns; absent until every column is done. */
  qValue?: number;
}

type TestedFinding = Extract<
  FindingKind,
  | 'out-of-range'
  | 'outliers'
  | 'new-categories'
  | 'vanished-categories'
  | 'constant'
  | 'decimals'
  | 'infinite'
  | 'unreadable'
>;

/** Of the kinds of findings that the rows of both files can tell. */
export type FindingTests = Partial<Record<TestedFinding, FindingTest>>;

/** The same of whole files. */
export type FileTests = Partial<Record<Extract<FindingKind, 'duplicate-rows' | 'empty-rows'>, FindingTest>>;

/** What a run finds out about a column. */
export interface ColumnResult {
  name: string;
  quality: PerSide<ColumnQuality>;
  distribution: Distribution | null;
  cumulative: Cumulative | null;
  overTime: OverTime | null;
  /** The comparison, or why there is none. */
  drift: ColumnDrift | { notTested: NotTested } | null;
  /** Empty where nothing is compared. */
  scores: Score[];
  /** Null where no cell is missing on either side, or there is one file alone. Added once all columns are done. */
  missing?: MissingDrift | null;
  /** Added once all columns are done. */
  findingTests?: FindingTests;
}
