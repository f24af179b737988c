import * as v from 'valibot';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const column = v.strictObject({
  type: v.optional(v.picklist(['numeric', 'categorical', 'datetime', 'boolean', 'text', 'identifier'])),
  role: v.optional(v.picklist(['feature', 'target', 'prediction', 'time', 'id', 'ignored'])),
  /** Smallest effect that matters, in the effect's unit. */
  floor: v.optional(v.pipe(v.number(), v.minValue(0))),
});

/** Everything a re-run needs to give the same numbers. */
export const configSchema = v.strictObject({
  profile: v.optional(v.picklist(['plumbline']), 'plumbline'),
  alpha: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1)), 0.05),
  /** Effects below the floor do not matter: σ of the reference for numbers, share of rows for categories. */
  floors: v.optional(
    v.strictObject({
      numeric: v.optional(v.pipe(v.number(), v.minValue(0)), 0.1),
      categorical: v.optional(share, 0.05),
    }),
    {},
  ),
  /** How coarse a look still is an answer. */
  resolution: v.optional(
    v.strictObject({
      numeric: v.optional(v.pipe(v.number(), v.minValue(0)), 0.3),
      categorical: v.optional(share, 0.15),
    }),
    {},
  ),
  correlations: v.optional(
    v.strictObject({
      maxColumns: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2)), 200),
      sampleRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100)), 200_000),
    }),
    {},
  ),
  seed: v.optional(v.pipe(v.number(), v.integer()), 20261123),
  /** Type, role and floor by column name. */
  columns: v.optional(v.record(v.string(), column), {}),
});

export type Config = v.InferOutput<typeof configSchema>;
export type ConfigInput = v.InferInput<typeof configSchema>;
