import * as v from 'valibot';
import type { ColumnQuality } from './columns.ts';
import type { Cumulative, Distribution, OverTime } from './distribution.ts';
import type { FindingKind } from '../statements/findings.ts';
import type { NotTested } from '../statements/not-tested.ts';
import { count, numberOrNull, optional, record } from './record.ts';
import type { NoDate } from '../statements/since.ts';
import { statementsOf, type Quote } from '../statements/statement.ts';
import { statisticReasonValues } from '../statements/statistic-reasons.ts';
import type { PerSide } from './side.ts';
import type { LevelStep } from './where.ts';
import type {
  Effect,
  Evidence,
  MinimumDetectableEffect,
  Within,
  Yardstick,
  Calendar,
  TestResult,
} from './comparison.ts';
import type { Outliers } from './outliers.ts';

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
  /** Present where numbers are known by bins alone: the least and the most that the largest gap of the curves can be. */
  gapBound?: { value: number; atMost: number };
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

/** Since when a level is another, or why no date is told. */
export type Since = LevelStep | NoDate;

export const isDated = (dating: Since): dating is LevelStep => !('cause' in dating);

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
  /** Since when, or why that is not known: of a column that may have changed. Added once all columns are done. */
  dating?: Since;
  /** Of categories: the one that it is told of, and its share of the rows with a value, by period. */
  levelOverTime?: OverTime & { level: Quote };
  /** The share of rows without a value by period, where that changed, and since when. */
  missingOverTime?: OverTime & { dating: Since };
}
