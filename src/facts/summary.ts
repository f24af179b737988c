import * as v from 'valibot';
import { cycle } from './document/comparison.ts';
import { numberForm } from './slice.ts';

export const SUMMARY_VERSION = 'plumbline-summary/1';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const doubles = v.custom<Float64Array>((value) => value instanceof Float64Array);
const words = v.custom<Uint32Array>((value) => value instanceof Uint32Array);
/** Null where there are too few finite values. */
const moment = v.nullable(v.number());

const momentsSchema = v.object({
  mean: moment,
  /** Sample standard deviation (divisor n − 1); null of fewer than two values. */
  std: moment,
  min: moment,
  max: moment,
});
export type Moments = v.InferOutput<typeof momentsSchema>;

const countsSchema = v.object({
  /** All rows, those without a value included. */
  rows: count,
  missing: count,
  nan: count,
  positiveInfinity: count,
  negativeInfinity: count,
  /** Of the missing cells those that held something which the column's type cannot hold; null where that is not known for these rows. */
  coerced: v.nullable(count),
});

/** Sums over the periods of the time axis. Periods without a row between others are listed. */
const periodSumsSchema = v.object({
  timeColumn: v.string(),
  /** See `periodUnit`. */
  unit: v.string(),
  /** k + 1 starts in milliseconds since 1970, UTC: period i runs from starts[i] to starts[i + 1]. */
  starts: doubles,
  /** Finite values, their mean (NaN where there is none), and the sum of their squared deviations from it. */
  counts: doubles,
  means: doubles,
  squares: doubles,
});

const rowSchema = v.object({ row: count, value: v.number() });

/** A memory that does not end. */
const longMemorySchema = v.object({
  /** d of the spectrum's power law, frequency^(−2 d). */
  exponent: v.number(),
  /** Logarithm of the odds of the power law against a memory that ends, as the frequencies tell: > 0 speaks for a long one. */
  logOdds: v.number(),
  /** So many rows in a row tell as much of the mean as an independent one, if the power law goes on for ever. */
  time: v.number(),
});
export type LongMemory = v.InferOutput<typeof longMemorySchema>;

/** How long a series remembers. */
const memorySchema = v.object({
  /** Values. */
  rows: count,
  /** How many independent ones have a mean as exact, in [1, rows]; 0 where there is none. */
  effective: v.number(),
  /** rows / effective. */
  time: v.number(),
  /** Null for short series, and where a row tells next to nothing of the next. */
  long: v.nullable(longMemorySchema),
  /** The share of the variance that the longest cycle does not tell: 1 where there is none. */
  left: v.number(),
});
export type Memory = v.InferOutput<typeof memorySchema>;

/** How far stretches of the reference, as long as the other slice, differ from the rest of it: the yardstick for such stretches. */
const scaleSchema = v.object({
  stretches: count,
  /** What a gap is divided by to follow Kolmogorov's law. */
  gap: v.number(),
  /** Mean and standard deviation of the logarithm of the area of a stretch that was not seen before. */
  logMean: v.number(),
  logDeviation: v.number(),
  /** What one new stretch in twenty exceeds, by the areas themselves: of shares, whose logarithms reach too far up where some are nearly 0. */
  limit: v.exactOptional(v.number()),
});
export type OwnScale = v.InferOutput<typeof scaleSchema>;

/** Of whether cells have a value, with the stretches of rows that have none; absent where all cells have one. */
const gapsSchema = v.exactOptional(
  v.object({ rows: count, effective: v.number(), time: v.number(), bursts: v.number() }),
);

const calendarSchema = v.object({ cycle, slots: count, lacking: count });

/** What the order of the rows tells. Two slices' do not add up: it is null after merging. */
const numberSequenceSchema = v.object({
  memory: memorySchema,
  gaps: gapsSchema,
  /** Of the reference; null where it holds too few such stretches. */
  scale: v.nullable(scaleSchema),
  /** Of the reference: the values at the phases that the other slice has, where that covers a part of a cycle. */
  matched: v.nullable(v.object({ values: doubles, upTo: words })),
  /** Of the current slice: present where the clock decides the column in both. */
  calendar: v.nullable(calendarSchema),
  /** The rows with the smallest and the largest finite values, farthest first, of equal ones the earlier; rows count from 0. */
  lowest: v.array(rowSchema),
  highest: v.array(rowSchema),
});

const levelsSchema = v.object({
  /** Distinct; most frequent first, of equally frequent ones by code point. */
  levels: v.array(v.string()),
  counts: doubles,
});

/** What is known of the values in each bin of a column whose rows stayed elsewhere; bin i holds edges[i − 1] < x ≤ edges[i], and there is one bin more than edges. */
const binsSchema = v.object({
  edges: doubles,
  /** What was taken off each value before it was summed. */
  origin: v.number(),
  counts: doubles,
  totals: doubles,
  squares: doubles,
  /** NaN where a bin is empty. */
  least: doubles,
  greatest: doubles,
});
export type BinSums = v.InferOutput<typeof binsSchema>;

/** The finite values of a column of numbers or times, as their empirical distribution. */
const numberValuesSchema = v.object({
  kind: v.literal('numbers'),
  as: numberForm,
  /** Distinct, ascending, no −0. */
  values: doubles,
  /** How many values are at most the one at the same place. */
  upTo: words,
  moments: momentsSchema,
  periods: v.nullable(periodSumsSchema),
  sequence: v.nullable(numberSequenceSchema),
  /** Present where values are known by bins alone: then `values` are the edges (and the greatest value), and moments are exact. */
  bins: v.exactOptional(binsSchema),
});

const levelValuesSchema = v.object({
  kind: v.literal('levels'),
  ...levelsSchema.entries,
  /** Present where some categories are known by their number alone: the rows that hold one of them, and how many there are at least. */
  rest: v.exactOptional(v.object({ rows: count, levels: count })),
  /** See `numberSequenceSchema`. */
  sequence: v.nullable(
    v.object({
      memory: memorySchema,
      gaps: gapsSchema,
      scale: v.nullable(scaleSchema),
      matched: v.nullable(levelsSchema),
      calendar: v.nullable(calendarSchema),
    }),
  ),
});

const textValuesSchema = v.object({
  kind: v.literal('texts'),
  /** Null after merging summaries without `levels`: slices may share texts. */
  distinct: v.nullable(count),
  mostCommon: v.nullable(v.array(v.object({ value: v.string(), count }))),
  /** Every text with its count, where it was asked for: what makes summaries of texts add up. */
  levels: v.nullable(levelsSchema),
});

/** What is known of a column in a slice: enough for every comparison of distributions, without the rows. */
export const columnSummarySchema = v.object({
  version: v.literal(SUMMARY_VERSION),
  column: v.string(),
  /** Ids of the slices whose rows are counted. */
  slices: v.array(v.string()),
  counts: countsSchema,
  values: v.variant('kind', [numberValuesSchema, levelValuesSchema, textValuesSchema]),
});

export type SummaryCounts = v.InferOutput<typeof countsSchema>;
export type PeriodSums = v.InferOutput<typeof periodSumsSchema>;
export type NumberSequence = v.InferOutput<typeof numberSequenceSchema>;
export type LevelSequence = NonNullable<v.InferOutput<typeof levelValuesSchema>['sequence']>;
export type CountedLevels = v.InferOutput<typeof levelsSchema>;
export type NumberValues = v.InferOutput<typeof numberValuesSchema>;
export type LevelValues = v.InferOutput<typeof levelValuesSchema>;
export type TextValues = v.InferOutput<typeof textValuesSchema>;
export type SummaryValues = NumberValues | LevelValues | TextValues;
/** A summary, of one kind of column where that is known. */
export type ColumnSummary<Values extends SummaryValues = SummaryValues> = Omit<
  v.InferOutput<typeof columnSummarySchema>,
  'values'
> & { values: Values };
