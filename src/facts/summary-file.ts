import type { Role, ColumnType } from './document/columns.ts';
import type { ColumnSummary } from './summary.ts';

/** What the first row of a summary file says; files of another version are refused. */
export const SUMMARY_FILE_VERSION = 'plumbline-summary-file/1';

/**
 * The columns of a summary file, in this order: one long table, which any engine can select and any format of tables can carry.
 * A row is of one kind; cells that its kind does not use are empty.
 */
export const SUMMARY_COLUMNS = [
  /** See `SUMMARY_KINDS`. Text. */
  'kind',
  /** Where the rows that are counted begin, as "2024-01-31" (a day) or "2024-01-31 13:00:00" (a stretch); empty where they have no time. Text. */
  'period',
  /** The segment that the rows are of (a line, a product); empty where there is none. Text. */
  'segment',
  /** The column that is counted. Text. */
  'name',
  /** Another column, or a predicted label. Text. */
  'other',
  /** A category, a label, a type. Text. */
  'label',
  /** Bin i holds edge[i − 1] < x ≤ edge[i]; bin 0 starts at −∞, the last ends at +∞. Whole number. */
  'bin',
  /** Rows. Whole number, never negative. */
  'n',
  /** Sum and sum of squares of x − origin (see `column`). Double. */
  'total',
  'squares',
  /** The least and the greatest x. Double. */
  'least',
  'greatest',
] as const;

/**
 * Kinds of rows. "By day" means one row for each day (`period`) and segment that holds any, which add up to the whole; "whole" means period and segment empty.
 * * `summary` (one): name the version, other the engine, n all rows, bin the bins that were asked for.
 * * `column`: name, label its type ("number", "time", "category", "boolean", "text"), other its role (a `Role`), bin its place from 0, total the origin
 *   of its sums (numbers and times; the middle edge, so that sums keep their digits far from 0). Times are milliseconds since 1970, UTC.
 * * `probability`: name a column of probabilities, label its class.
 * * `edge`: name, bin = i, least = greatest = edge[i]; ascending, frozen: two files compare where they have the same.
 * * `telling`: name, label one of the categories whose stretches are counted, bin its place from 0.
 * * `rows`, by day: n rows.
 * * `missing`, `nan`, `positive-infinity`, `negative-infinity`, by day: name, n; left out where 0.
 * * `bin`, whole: name, bin, n, total, squares, least, greatest of the finite values of numbers and times.
 * * `day-bin`, by day: name, bin, n of them: counts alone, which take little room.
 * * `day`, by day: name, n, total, squares, least, greatest of them.
 * * `level`, by day: name, label, n of categories and booleans ("true", "false"), missing ones left out.
 * * `rest`, by day: name, n of the cells whose category is not listed, bin how many different ones (at most, over days).
 * * `distinct`, whole: name, n different values of a text column (may be approximate).
 * * `stretch`, by stretch (an hour, or what was asked for): name, n and total = Σ bin of numbers; of categories n alone, and
 *   `level-stretch`: name, label, n. What rows are worth is worked out from these: rows have no order in a warehouse.
 * * `product`, whole: name, other (a later column of numbers), n rows that have both as finite values, total = Σ (x − origin)(y − origin).
 * * `paired`, whole: name, other (either order), n as there, total and squares of name's x − origin over those rows.
 * * `confusion`, by day: label the target's class, other the predicted one, n.
 * * `score`, by day: name a column of probabilities, label the target's class, bin = ⌊1000 p⌋ (999 for 1), n, total = Σ p.
 * * `error`, by stretch (empty without time): name one of `SUMMED_ERRORS`: "error" (prediction − target), "absolute error", "target", "absolute target", "prediction", "relative error"
 *   (absolute error / |target|, where the target is not 0), "symmetric error" (2 · absolute error / (|target| + |prediction|), 0 where both are 0), over rows that have both; n, total, squares (no origin), least, greatest.
 */
export const SUMMARY_KINDS = [
  'summary',
  'column',
  'probability',
  'edge',
  'telling',
  'rows',
  'missing',
  'nan',
  'positive-infinity',
  'negative-infinity',
  'bin',
  'day-bin',
  'day',
  'level',
  'rest',
  'distinct',
  'stretch',
  'level-stretch',
  'product',
  'paired',
  'confusion',
  'score',
  'error',
] as const;
export type SummaryKind = (typeof SUMMARY_KINDS)[number];

/** Types of columns in a summary file, and what they are here. */
export const SUMMARY_TYPES = {
  number: 'numeric',
  time: 'datetime',
  category: 'categorical',
  boolean: 'boolean',
  text: 'text',
} as const satisfies Record<string, ColumnType>;
export type SummaryType = keyof typeof SUMMARY_TYPES;

/** What errors of a regression are summed: see `error` in `SUMMARY_KINDS`. */
export const SUMMED_ERRORS = [
  'error',
  'absolute error',
  'target',
  'absolute target',
  'prediction',
  'relative error',
  'symmetric error',
] as const;
export type SummedError = (typeof SUMMED_ERRORS)[number];

/** Cells of `score` rows. */
export const SCORE_BINS = 1000;

/** Sums over the rows of stretches of time, in the order of time; one place a stretch in every array. */
export interface StretchSums {
  /** Milliseconds since 1970, UTC. */
  starts: Float64Array;
  n: Float64Array;
  total: Float64Array;
  squares: Float64Array;
}

/** What the order of the rows is told by: hours, say, instead of rows. */
export interface SummarisedOrder {
  /** Of numbers the sums of the bins' places. */
  stretches: Omit<StretchSums, 'squares'>;
  /** Of categories: rows of each telling one in each stretch. */
  levels: { level: string; n: Float64Array }[];
}

export interface SummarisedColumn {
  name: string;
  type: ColumnType;
  role: Role;
  /** Numbers and times have `values.bins`. */
  summary: ColumnSummary;
  order: SummarisedOrder | null;
}

/** Sums over the rows in which two columns are both finite; of x − origin and y − origin. */
export interface ProductSums {
  x: string;
  y: string;
  n: number;
  xy: number;
  sumX: number;
  squaresX: number;
  sumY: number;
  squaresY: number;
}

/** Rows of one class, by day and thousandth of a probability: one place a cell that holds any, in the order of time, then of the thousandths. */
export interface CountedScores {
  column: string;
  /** The class that it is the probability of. */
  label: string;
  /** The class of the rows. */
  target: string;
  /** Milliseconds since 1970, UTC; NaN without time. */
  days: Float64Array;
  bins: Float64Array;
  n: Float64Array;
  total: Float64Array;
}

export interface SummarisedModel {
  /** Rows by the target's class and the predicted one, by day: its start in milliseconds since 1970, UTC; NaN without time. */
  confusion: { day: number; target: string; predicted: string; n: number }[];
  /** Probabilities of a class (`label`) in the rows of one. */
  scores: CountedScores[];
  /** Of a regression, by stretch; without time there is one stretch, whose start is NaN. */
  errors: Record<SummedError, StretchSums> | null;
}

/** What is told of the rows of a segment. */
export interface SummarisedSegment {
  /** Empty for rows without one. */
  segment: string;
  rows: number;
  confusion: SummarisedModel['confusion'];
  /** Absolute errors of a regression, by stretch. */
  errors: StretchSums | null;
}

/** A summary file, read and held against its own rules. */
export interface SummaryFile {
  /** Which engine counted. */
  engine: string;
  rows: number;
  columns: SummarisedColumn[];
  products: ProductSums[];
  model: SummarisedModel;
  /** By code point of their names; none where rows were not counted by segment. */
  segments: SummarisedSegment[];
}
