import * as v from 'valibot';
import type { StatementOf, ValuesOf } from './statement.ts';

const noValues = v.object({});

/** A distance in time: from `since` to `of`, in days or hours. */
const lag = v.object({ of: v.string(), since: v.string() });
export type Lag = v.InferOutput<typeof lag>;

/** Why a column has its type. */
export const typeReasonValues = {
  'set-by-hand': noValues,
  /** The summary that was read says so. */
  'in-summary': noValues,
  'no-values': noValues,
  /** It was worked out from two columns of times. */
  lag,
  'stored-times': noValues,
  'yes-and-no': noValues,
  codes: noValues,
  'different-codes': noValues,
  /** `others`: sampled cells that are no numbers. */
  numbers: v.object({ others: v.number() }),
  'zero-and-one': noValues,
  'few-whole-numbers': v.object({ distinct: v.number() }),
  'named-like-an-id': noValues,
  'counts-the-rows': noValues,
  'read-as-times': noValues,
  'different-short-texts': noValues,
  'long-texts': noValues,
  texts: v.object({ distinct: v.number() }),
} as const;

/** Why a column has its role. */
export const roleReasonValues = {
  'set-by-hand': noValues,
  /** The summary that was read says so. */
  'in-summary': noValues,
  'named-like-a-target': noValues,
  /** Its name goes with that of a probability. */
  'goes-with': v.object({ column: v.string() }),
  /** Classes in the reference alone, as of a target that comes late. */
  'comes-late': noValues,
  'named-like-a-prediction': noValues,
  'named-like-a-probability': noValues,
  /** It holds numbers from 0 to 1 and is named like a class. */
  'named-like-a-class': v.object({ class: v.string() }),
  /** It holds labels and is named like predicted ones, beside probabilities that are named like a prediction. */
  'labels-beside-probabilities': noValues,
  /** The numbers that stand beside such labels. */
  'numbers-beside-labels': noValues,
  'first-times': noValues,
  'tells-rows-apart': noValues,
  'nothing-else': noValues,
} as const;

export type TypeReasonValues = ValuesOf<typeof typeReasonValues>;
export type TypeReason = StatementOf<TypeReasonValues>;
export type RoleReasonValues = ValuesOf<typeof roleReasonValues>;
export type RoleReason = StatementOf<RoleReasonValues>;
