import * as v from 'valibot';
import { amountSchema } from './effect-units.ts';
import { moveSchema } from './moves.ts';
import { notTestedValues } from './not-tested.ts';
import { stepSchema } from './since.ts';
import { statementIn, type StatementOf, type ValuesOf } from './statement.ts';
import { cycle } from '../document/comparison.ts';

const n = v.number();
const pair = v.object({ reference: n, current: n });

/** Beside it stands `samePhases`: whether it is against the same hours or days of the reference alone. */
const move = v.nullable(moveSchema);

/** What stretches of the reference that are as long as the current data differ by, beside what these do: in the column's own unit where `raw`. */
const yardstick = v.object({ effect: amountSchema, raw: v.nullable(n), time: v.boolean(), exceeded: v.boolean() });

/** Behind the sentence of a column that is compared within others. */
export const withinSentenceValues = {
  /** How far it moved within these columns, and over all rows: in the column's own unit, as a span of time, or in shares of rows. */
  within: v.object({
    columns: v.array(v.string()),
    ...{ effect: n, whole: n, unit: v.picklist(['own', 'time', 'share']) },
  }),
} as const;
export type WithinSentence = StatementOf<ValuesOf<typeof withinSentenceValues>>;

/** Behind the sentence of a column whose level steps over time: see `changePoints` of the document. */
export const stepValues = {
  step: stepSchema,
} as const;
export type StepSentence = StatementOf<ValuesOf<typeof stepValues>>;

/** What is said of a column's comparison: why it has its state. */
export const columnVerdictValues = {
  /** `move` is null where nothing tells in which way. */
  changed: v.object({ effect: amountSchema, minimum: amountSchema, qValue: n, move, samePhases: v.boolean() }),
  /** Large enough to matter, and chance is not excluded; `dependent` where rows count as fewer than there are. */
  moved: v.object({
    ...{ effect: amountSchema, move, samePhases: v.boolean(), yardstick: v.nullable(yardstick) },
    ...{ rows: pair, effectiveSize: pair, dependent: v.boolean(), tooFew: v.boolean() },
  }),
  /** Rows without a value came to be most, as shares of all rows. */
  emptied: v.object({ before: n, after: n }),
  identical: v.object({}),
  /** The clock decides the column: slots of the cycle that the reference has, and those that the current file lacks. */
  calendar: v.object({ cycle, slots: n, lacking: n }),
  /** There is a change, and it is too small to matter. */
  'too-small': v.object({ effect: amountSchema, minimum: amountSchema, qValue: n }),
  /** Large enough to matter, but within chance. */
  chance: v.object({ detectable: amountSchema, qValue: n }),
  unchanged: v.object({ effect: amountSchema, detectable: amountSchema, qValue: n }),
  /** `detectable` is null where these rows could show no change at all; `dependent` where they count as fewer. */
  insufficient: v.object({
    ...{ effect: amountSchema, effectiveSize: pair, dependent: v.boolean() },
    detectable: v.nullable(amountSchema),
    /** Whether the effect reaches the minimum, though no more than chance makes of so few rows. */
    reaches: v.boolean(),
  }),
  outliers: v.object({ effect: amountSchema, rows: n, effectWithout: amountSchema }),
  /** A score by Evidently's rule; `value` is null where it is not a number. */
  score: v.object({ method: v.string(), value: v.nullable(n), threshold: n, drifted: v.boolean() }),
  'not-tested': v.object({ reason: statementIn(notTestedValues) }),
} as const;

export type ColumnVerdictValues = ValuesOf<typeof columnVerdictValues>;
export type ColumnVerdict = StatementOf<ColumnVerdictValues>;
