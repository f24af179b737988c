import * as v from 'valibot';
import type { StatementOf, ValuesOf } from './statement.ts';

const n = v.number();

/** Since when the level of a series is another: starts of periods of `unit`, and the earliest and the latest that may be it. */
export const stepSchema = v.object({ at: n, low: n, high: n, unit: v.string() });

/**
 * Why no date is told. `no-time`: no column tells the time of the rows. `overlap`: the current rows do not follow those of the reference.
 * `few-periods`, `many-periods`: `limit` of them is the least, or the most. `chance`: no step is clearer than unchanged periods make.
 * `no-single-step`: the level changed in another way. `wide`: the date may be any of `within` periods.
 */
export const noDateSchema = v.variant('cause', [
  v.object({ cause: v.picklist(['no-time', 'overlap']) }),
  v.object({ cause: v.picklist(['few-periods', 'many-periods']), unit: v.string(), periods: n, limit: n }),
  v.object({ cause: v.picklist(['chance', 'no-single-step']), unit: v.string(), periods: n }),
  v.object({ cause: v.literal('wide'), unit: v.string(), periods: n, within: n }),
]);
export type NoDate = v.InferOutput<typeof noDateSchema>;

/** Since when, or why that is not known. */
export const sinceValues = { step: stepSchema, 'no-date': noDateSchema } as const;
export type SinceStatement = StatementOf<ValuesOf<typeof sinceValues>>;
