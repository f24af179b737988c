import * as v from 'valibot';
import { perSide } from '../document/side.ts';
import { clockPart, numberForm } from '../slice.ts';
import { quoteSchema, type StatementOf, type ValuesOf } from './statement.ts';

const n = v.number();
const column = v.string();
const limit = v.nullable(n);
const values = v.array(quoteSchema);

/** A condition that rows were chosen by: as in `ConditionOnCell`, with cells as quotes, and numbers told from times. */
const shownCondition = v.variant('test', [
  v.object({ column, test: v.literal('in'), values }),
  v.object({ column, test: v.literal('others'), values }),
  v.object({
    ...{ column, test: v.literal('range'), from: limit, to: limit },
    ...{ withoutFrom: v.boolean(), withTo: v.boolean(), as: numberForm },
  }),
  v.object({ column, test: v.literal('clock'), part: clockPart, first: n, last: n }),
  v.object({ column, test: v.literal('missing') }),
]);
export type ShownCondition = v.InferOutput<typeof shownCondition>;

/** How many rows were taken, of how many. */
const rows = perSide(v.object({ kept: n, all: n }));

/** Which rows a report is made of, where they are not all. */
export const chosenRowsValues = {
  /** Those that meet every condition. */
  filter: v.object({ conditions: v.array(shownCondition), rows }),
  /** One file in two: each half has a condition. */
  split: v.object({ reference: shownCondition, current: shownCondition, rows }),
} as const;

export type ChosenRowsValues = ValuesOf<typeof chosenRowsValues>;
export type ChosenRows = StatementOf<ChosenRowsValues>;
