import * as v from 'valibot';
import { side } from './document/side.ts';

const column = v.string();
const cell = v.union([v.string(), v.number(), v.boolean()]);
/** Ascending, finite. */
const cuts = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1));
/** What the numbers of a column are. */
export const numberForm = v.picklist(['number', 'time']);
const limit = v.nullable(v.pipe(v.number(), v.finite()));

/** What the clock says of a time, UTC: hours from 0, weekdays from 0 for Monday, months from 0 for January. */
export const clockPart = v.picklist(['hour', 'weekday', 'month']);
export type ClockPart = v.InferOutput<typeof clockPart>;
const clockPosition = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));

/** A condition on one cell of a row. Numbers and times (milliseconds since 1970, UTC) are compared as numbers, all others as text. */
export const conditionOnCellSchema = v.variant('test', [
  v.strictObject({ column, test: v.literal('equals'), value: cell }),
  v.strictObject({ column, test: v.literal('in'), values: v.array(cell) }),
  /** Any text but these; missing is none of the others. */
  v.strictObject({ column, test: v.literal('others'), values: v.array(cell) }),
  /**
   * From `from` up to `to`; null for no limit. `from` itself is in it unless it says otherwise, `to` is not. NaN is in no range.
   * Texts are taken for numbers, unless they are to be times.
   */
  v.strictObject({
    ...{ column, test: v.literal('range'), from: limit, to: limit },
    withoutFrom: v.exactOptional(v.boolean()),
    withTo: v.exactOptional(v.boolean()),
    as: v.exactOptional(numberForm),
  }),
  /** Times from one part of the clock to another, both among them; past the end it begins anew. */
  v.strictObject({
    ...{ column, test: v.literal('clock'), part: clockPart },
    ...{ first: clockPosition, last: clockPosition },
  }),
  /** No cell; with `as`, what is no number or time (NaN, another text) counts as none. */
  v.strictObject({ column, test: v.literal('missing'), as: v.exactOptional(numberForm) }),
]);

/** A division of all rows by what one column holds: each row has the code of its part. */
export const partitionSchema = v.variant('by', [
  /** The position of the row's text in the list; other texts have the code after the last. Missing is −1. */
  v.object({ by: v.literal('levels'), column, levels: v.array(v.string()) }),
  /** The number of cuts at or below the row's number (or time); NaN and missing are −1. */
  v.object({ by: v.literal('cuts'), column, as: numberForm, cuts }),
]);

/** Which rows of a file a slice holds. */
export const sliceRowsSchema = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  /** Times from `from` up to, and without, `to`: milliseconds since 1970, UTC. */
  v.object({ kind: v.literal('period'), column, from: limit, to: limit }),
  /** Rows that meet every condition. */
  v.object({ kind: v.literal('predicate'), conditions: v.array(conditionOnCellSchema) }),
  /** One part of a partition. */
  v.object({ kind: v.literal('segment'), partition: partitionSchema, part: v.pipe(v.number(), v.integer()) }),
]);

/** Rows of one file that are described and compared together. The slice of all rows of a file has the file's id. */
export const sliceSchema = v.object({
  id: v.string(),
  file: side,
  rows: sliceRowsSchema,
});

export type ConditionOnCell = v.InferOutput<typeof conditionOnCellSchema>;
type CellsOf<Test> = Omit<Extract<ConditionOnCell, { test: Test }>, 'column'>;
/** Rows at a place of a figure, by the cells of a column that it knows: its own, or that of its times. */
export interface RowsAt {
  axis: 'column' | 'time';
  cells: CellsOf<'in'> | CellsOf<'range'>;
}
export type Partition = v.InferOutput<typeof partitionSchema>;
export type SliceRows = v.InferOutput<typeof sliceRowsSchema>;
export type Slice = v.InferOutput<typeof sliceSchema>;
