import * as v from 'valibot';
import { statisticReasonValues } from './statistic-reasons.ts';
import { quoteSchema, statementIn, type StatementOf, type ValuesOf } from './statement.ts';
import { side } from '../document/side.ts';

const noValues = v.object({});

/** Why a column is not tested. */
export const notTestedValues = {
  'only-in-one-file': v.object({ side }),
  ignored: noValues,
  /** It orders the rows in time. */
  'time-axis': noValues,
  /** It holds times beside those that order the rows. */
  'second-times': noValues,
  /** It tells rows apart. */
  identifier: noValues,
  'free-text': noValues,
  /** The test that is set compares the other kind of column. */
  'wrong-test': v.object({ test: v.string(), compares: v.picklist(['numbers', 'categories']) }),
  /** A statistic is not defined for columns like these. */
  statistic: v.object({ reason: statementIn(statisticReasonValues) }),
  /** It is compared within these columns, and the reference has too few rows that are like any of the current ones in all of them. */
  'no-common-stratum': v.object({ columns: v.array(v.string()) }),
  /** Working it out failed; what the engine says may quote cells. */
  failed: v.object({ message: quoteSchema }),
} as const;

export type NotTestedValues = ValuesOf<typeof notTestedValues>;
export type NotTested = StatementOf<NotTestedValues>;
