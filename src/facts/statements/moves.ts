import * as v from 'valibot';
import { quoteSchema } from './statement.ts';

const n = v.number();
const pair = { before: n, after: n };

/** The share of rows up to a round value near which the two cumulative curves are farthest apart. */
const shareUpTo = v.object({ value: n, ...pair });

/**
 * In which way a column moved, from the reference to the current data, in its own unit (times in milliseconds since
 * 1970): in the mean, in the standard deviation, in its shape alone, or in the share of a level.
 */
export const moveSchema = v.variant('way', [
  v.object({ way: v.literal('mean'), time: v.boolean(), ...pair, upTo: v.nullable(shareUpTo) }),
  v.object({ way: v.literal('spread'), time: v.boolean(), ...pair, upTo: v.nullable(shareUpTo) }),
  v.object({ way: v.literal('shape'), upTo: shareUpTo }),
  v.object({ way: v.literal('level'), level: quoteSchema, ...pair }),
]);
export type Move = v.InferOutput<typeof moveSchema>;
