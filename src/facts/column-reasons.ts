import * as v from 'valibot';
import type { StatementOf, ValuesOf } from './statement.ts';

const none = v.object({});

/** Why a column has its type. */
export const typeReasonValues = {
  'set-by-hand': none,
  'no-values': none,
  'stored-times': none,
  'yes-and-no': none,
  codes: none,
  'different-codes': none,
  /** `others`: sampled cells that are no numbers. */
  numbers: v.object({ others: v.number() }),
  'zero-and-one': none,
  'few-whole-numbers': v.object({ distinct: v.number() }),
  'named-like-an-id': none,
  'counts-the-rows': none,
  'read-as-times': none,
  'different-short-texts': none,
  'long-texts': none,
  texts: v.object({ distinct: v.number() }),
} as const;

/** Why a column has its role. */
export const roleReasonValues = {
  'set-by-hand': none,
  'named-like-a-target': none,
  /** Its name goes with that of a probability. */
  'goes-with': v.object({ column: v.string() }),
  /** Classes in the reference alone, as of a target that comes late. */
  'comes-late': none,
  'named-like-a-prediction': none,
  'named-like-a-probability': none,
  /** It holds numbers from 0 to 1 and is named like a class. */
  'named-like-a-class': v.object({ class: v.string() }),
  'first-times': none,
  'tells-rows-apart': none,
  'nothing-else': none,
} as const;

export type TypeReasonValues = ValuesOf<typeof typeReasonValues>;
export type TypeReason = StatementOf<TypeReasonValues>;
export type RoleReasonValues = ValuesOf<typeof roleReasonValues>;
export type RoleReason = StatementOf<RoleReasonValues>;
