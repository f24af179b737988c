import * as v from 'valibot';
import type { RefusedCondition } from '../statements/config-problems.ts';
import { quoteSchema } from '../statements/statement.ts';
import { count, names, record } from './record.ts';

/** A stratum of current rows that is left out, since the reference has fewer than ten rows there. */
const leftOutStratum = record({
  /** Of each condition. */
  values: v.array(quoteSchema),
  /** Whether it is that the condition has no value. */
  missing: v.array(v.boolean()),
  reference: count,
  current: count,
});

/** By which columns rows are compared within others that are alike, and what cannot be compared so. */
export const reportWithin = record({
  columns: names,
  /** Strata that are compared, and those that only the reference has. */
  strata: count,
  absent: count,
  /** Strata of current rows that are left out, with the rows of both files in them; those of the most rows by name. */
  leftOut: record({ strata: count, reference: count, current: count, named: v.array(leftOutStratum) }),
  /** Columns that were asked for and cannot be conditions. */
  refused: v.array(
    record({
      column: v.string(),
      reason: v.picklist(['many-values', 'one-file']),
      values: count,
      most: count,
    }),
  ) as unknown as v.GenericSchema<RefusedCondition[]>,
});
export type ReportWithin = v.InferOutput<typeof reportWithin>;
