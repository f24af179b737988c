import * as v from 'valibot';
import type { ConfigRule } from '../statements/config-problems.ts';
import { conditionOnCellSchema, numberForm } from '../slice.ts';

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** Milliseconds since 1970; UTC where the text names no zone. NaN for what is no time. */
export function readMoment(text: string): number {
  const zone = MOMENT.exec(text.trim());
  if (zone === null) return NaN;
  const iso = text.trim().replace(' ', 'T');
  return Date.parse(zone[1] !== undefined || !iso.includes('T') ? iso : `${iso}Z`);
}

/** A number; a time is milliseconds since 1970 (UTC), or written as 2026-01-31 or 2026-01-31T06:00. */
const place = v.union([
  v.pipe(v.number(), v.finite()),
  v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(readMoment(text)), 'a-time' satisfies ConfigRule),
    v.transform(readMoment),
  ),
]);
const column = v.string();
const cells = v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1));

const range = v.strictObject({
  ...{ column, test: v.literal('range') },
  ...{ from: v.optional(v.nullable(place), null), to: v.optional(v.nullable(place), null) },
  withoutFrom: v.exactOptional(v.boolean()),
  withTo: v.exactOptional(v.boolean()),
  as: v.exactOptional(numberForm),
});

const otherTests = conditionOnCellSchema.options.filter((option) => option.entries.test.literal !== 'range');

/** Rows that a report is made of: those that meet every condition. */
export const filterSchema = v.array(v.variant('test', [range, ...otherTests]));

/** One file in two: by a place in the order of a column, whose rows from there on are current, or by what a column holds. */
export const splitSchema = v.union([
  v.strictObject({ column, at: place }),
  v.strictObject({ column, reference: cells, current: cells }),
]);
