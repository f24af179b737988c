import * as v from 'valibot';
import { amountSchema } from './effect-units.ts';
import { notTestedValues } from './not-tested.ts';
import { statementIn, type StatementOf, type ValuesOf } from './statement.ts';

const n = v.number();
const pair = v.object({ reference: n, current: n });

/** What is said of a column's comparison: why it has its state. */
export const columnVerdictValues = {
  changed: v.object({ effect: amountSchema, minimum: amountSchema, qValue: n }),
  /** There is a change, and it is too small to matter. */
  'too-small': v.object({ effect: amountSchema, minimum: amountSchema, qValue: n }),
  /** Large enough to matter, but within chance. */
  chance: v.object({ detectable: amountSchema, qValue: n }),
  unchanged: v.object({ effect: amountSchema, detectable: amountSchema, qValue: n }),
  /** `detectable` is null where these rows could show no change at all; `dependent` where they count as fewer. */
  insufficient: v.object({ effectiveSize: pair, dependent: v.boolean(), detectable: v.nullable(amountSchema) }),
  outliers: v.object({ effect: amountSchema, rows: n, effectWithout: amountSchema }),
  /** A score by Evidently's rule; `value` is null where it is not a number. */
  score: v.object({ method: v.string(), value: v.nullable(n), threshold: n, drifted: v.boolean() }),
  'not-tested': v.object({ reason: statementIn(notTestedValues) }),
} as const;

export type ColumnVerdictValues = ValuesOf<typeof columnVerdictValues>;
export type ColumnVerdict = StatementOf<ColumnVerdictValues>;
