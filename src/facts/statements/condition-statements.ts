import * as v from 'valibot';
import type { StatementOf, ValuesOf } from './statement.ts';
import { sideOrBoth } from '../document/side.ts';

const n = v.number();
const limits = { min: v.exactOptional(n), max: v.exactOptional(n) };
const subject = {
  metric: v.string(),
  column: v.nullable(v.string()),
  class: v.nullable(v.string()),
};
const asked = { ...subject, file: v.nullable(sideOrBoth) };

/** What is said of a limit that a number must keep. */
export const conditionValues = {
  /** The value nearest to the limit, of how many. */
  kept: v.object({ ...subject, ...limits, value: n, of: n }),
  /** The value farthest beyond the limit, and how many others are beyond it. */
  broken: v.object({ ...subject, ...limits, value: n, more: n }),
  'not-computed': v.object(asked),
  /** The report has no such metric; `meant` is a name that is near. */
  'not-there': v.object({ ...asked, meant: v.nullable(v.string()) }),
} as const;

export type ConditionValues = ValuesOf<typeof conditionValues>;
export type ConditionStatement = StatementOf<ConditionValues>;
