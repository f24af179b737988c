import * as v from 'valibot';
import type { ConfigRule } from '../statements/config-problems.ts';
import { sideOrBoth } from '../document/side.ts';

/** A limit that a number of the report must keep. */
export const conditionSchema = v.pipe(
  v.strictObject({
    metric: v.pipe(
      v.string(),
      v.description('Name of the metric, as in the long table: drift_share, mae, missing_share.'),
    ),
    column: v.optional(v.pipe(v.string(), v.description('Of this column alone; of every column, if left out.'))),
    file: v.optional(
      v.pipe(sideOrBoth, v.description('Of which file; of the current one, or of both together, if left out.')),
    ),
    class: v.optional(v.pipe(v.string(), v.description('Of this class alone.'))),
    min: v.optional(v.pipe(v.number(), v.description('The least value that passes.'))),
    max: v.optional(v.pipe(v.number(), v.description('The largest value that passes.'))),
    id: v.optional(v.pipe(v.string(), v.description('What the condition is called in the report.'))),
  }),
  v.check(({ min, max }) => min !== undefined || max !== undefined, 'a-limit' satisfies ConfigRule),
);

export type ConditionConfig = v.InferOutput<typeof conditionSchema>;
