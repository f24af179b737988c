import * as v from 'valibot';
import { quoteSchema } from '../statements/statement.ts';
import { count, names, numberOrNull, optional, record } from './record.ts';
import { estimate } from './model/estimates.ts';
import { overTime } from './distribution.ts';
import { perSide } from './side.ts';
import { clockPart } from '../slice.ts';

/** Which values of a column the rows of a segment have. */
const segmentCondition = v.variant('kind', [
  /** Numbers above one limit and up to another; null for none. */
  record({ kind: v.literal('range'), column: v.string(), above: numberOrNull, upTo: numberOrNull }),
  /** Categories; with `others` those that are not among the most frequent too. */
  record({ kind: v.literal('values'), column: v.string(), values: v.array(quoteSchema), others: v.boolean() }),
  /** Rows without a value. */
  record({ kind: v.literal('missing'), column: v.string() }),
  /** From one hour (0 to 23), weekday (0 is Monday) or month (0 is January) to another, both inclusive; past the end it begins anew. UTC. */
  record({ kind: v.literal('clock'), column: v.string(), part: clockPart, first: count, last: count }),
]);
export type SegmentCondition = v.InferOutput<typeof segmentCondition>;

/** A step of the level over time. Moments are starts of periods, in milliseconds since 1970, UTC. */
const levelStep = record({
  timeColumn: v.string(),
  /** The length of a period. */
  unit: v.string(),
  /** The first period of the second level; the earliest moment that may be it (the end of the period before) and the latest, in 95 of 100 cases. */
  at: v.number(),
  low: v.number(),
  high: v.number(),
  /** Both levels, as means (or shares) of the periods. */
  before: v.number(),
  after: v.number(),
  /** The F of the step, and how likely as clear a one is where nothing changed. */
  statistic: v.number(),
  pValue: v.number(),
});
export type LevelStep = v.InferOutput<typeof levelStep>;

/** Rows that meet all conditions, and what is so of them. */
export const segment = record({
  conditions: v.array(segmentCondition),
  /**
   * `isBad`: the error is larger than elsewhere, of one file alone. `wasBad`: it was and is. `becameBad`: it was not, and is. `grew`: it grew by more
   * than elsewhere. `differs`: the current file has another share of rows here. `rare`: it has many rows here, the reference few.
   */
  kind: v.picklist(['isBad', 'wasBad', 'becameBad', 'grew', 'differs', 'rare']),
  /** Of all rows that were searched. */
  rows: perSide(count),
  /** Of the rows that the segment was confirmed on, as all below. */
  share: perSide(estimate),
  /** Means of the error here; absent where files are compared without a model. */
  measure: perSide(estimate),
  /** Which part of the whole file's error lies here. */
  coverage: perSide(v.number()),
  /** Which part of the current file's error goes beyond what these rows would have at the mean of all; null without a model. */
  excess: numberOrNull,
  /** Which part of what the error grew by came from here; null where it did not grow. */
  growth: numberOrNull,
  /** Present where errors have a cost: of a row here in each file, and what the current rows here cost more than as many at the mean of all. */
  cost: optional(record({ perRow: perSide(v.number()), excess: v.number() })),
  /** How likely as much is where nothing stands out, corrected for all that was tested. */
  qValue: v.number(),
  /** Since when what these rows give to the mean error of all has another level; absent where no date is told. */
  since: optional(record(levelStep.entries)),
  /** The same by period; present where it steps. */
  overTime: optional(overTime),
});
export type Segment = v.InferOutput<typeof segment>;

export const searchBasis = v.picklist(['mae', 'error_rate', 'membership']);
export type SearchBasis = v.InferOutput<typeof searchBasis>;

/** What was searched, and how. */
const segmentSearch = v.variant('state', [
  record({
    state: v.literal('searched'),
    /** What is larger in a segment: the absolute error, the share of wrong rows, or the share of a file's rows. */
    basis: searchBasis,
    columns: count,
    /** Rows that segments were found on, and others that they were confirmed on. */
    found: perSide(count),
    confirmed: perSide(count),
    /** The mean of all rows. */
    whole: perSide(v.number()),
    /** Segments that were held against the other rows. */
    tested: count,
    /** Segments that hold, and tell of the same rows as others that are listed. */
    nested: count,
  }),
  record({
    state: v.literal('notSearched'),
    reason: v.picklist(['few-rows', 'no-column', 'same-rows', 'stopped', 'failed']),
    /** What went wrong; it may quote cells. */
    detail: optional(quoteSchema),
  }),
]);
export type SegmentSearch = v.InferOutput<typeof segmentSearch>;

/** How much of a measure's difference comes from another mix of a column's bins, and how much happened within them: both add up to it. */
const mixOfColumn = record({
  column: v.string(),
  /** Present where it is a part of the clock. */
  part: optional(clockPart),
  mix: estimate,
  within: estimate,
  /** How far from zero the mix of a column that means nothing may be, in one of twenty. */
  byChance: v.number(),
});
export type MixOfColumn = v.InferOutput<typeof mixOfColumn>;

/** Why measures moved: for each that is a mean over rows the columns whose mix explains more than chance would; none where no column's does. */
const mixWithin = record({
  measures: v.array(
    record({ id: v.string(), reference: v.number(), current: v.number(), columns: v.array(mixOfColumn) }),
  ),
  /** Ids of the model's other measures, which are not split: most are no means over rows. */
  refused: names,
});
export type MixWithin = v.InferOutput<typeof mixWithin>;

/** Since when a column or a measure of the model has another level. */
const changePoint = record({
  /** Either is present. */
  column: optional(v.string()),
  measure: optional(v.string()),
  /** Of a column: its mean (where absent), the share of one category, or the share of rows without a value. */
  part: optional(v.picklist(['mean', 'level', 'missing'])),
  /** The category. */
  level: optional(quoteSchema),
  ...levelStep.entries,
});
export type ChangePoint = v.InferOutput<typeof changePoint>;

/** Where rows stand out. Parts that were not looked for are absent. */
export const where = record({
  search: optional(segmentSearch),
  /** Those that most of the error lies in first; none where nothing stands out. */
  segments: optional(v.array(segment)),
  /** Present where both files measure the model. */
  mix: optional(mixWithin),
  /** Of columns that changed or moved, and of the model's error where it did, where the level steps by more than chance. */
  changePoints: optional(v.array(changePoint)),
});
export type Where = v.InferOutput<typeof where>;
