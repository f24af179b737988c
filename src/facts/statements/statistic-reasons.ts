import * as v from 'valibot';
import { COLUMN_KINDS, METHOD_IDS } from '../methods.ts';
import type { StatementOf, ValuesOf } from './statement.ts';
import { sideOrBoth } from '../document/side.ts';

/** Statistics that may not be defined for a column: Plumbline's own methods, and what they and Evidently's rest on. */
export const STATISTIC_IDS = [
  ...METHOD_IDS,
  ...(['anderson', 'cramer_von_mises', 'epps_singleton', 't_test', 'energy', 'mmd', 'permutation'] as const),
  ...(['quantiles', 'bins', 'cumulative'] as const),
  ...(['evidently', 'evidently-cramer_von_mises', 'evidently-g_test', 'evidently-fisher_exact'] as const),
] as const;
export type StatisticId = (typeof STATISTIC_IDS)[number];

const n = v.number();
const statistic = v.picklist(STATISTIC_IDS);
const statisticOnly = v.object({ statistic });
const kind = v.picklist(COLUMN_KINDS);

/** Why a statistic is not defined for what it got. */
export const statisticReasonValues = {
  /** A side (or both) has no usable value. */
  'no-values': v.object({ statistic, side: sideOrBoth }),
  /** The only column has none. */
  'empty-column': statisticOnly,
  /** The shorter side has too few. */
  'few-on-a-side': v.object({ statistic, needed: n, fewest: n }),
  'few-in-all': v.object({ statistic, needed: n, found: n }),
  /** Bins alone do not tell it. */
  'needs-rows': statisticOnly,
  'many-categories': v.object({ statistic, most: n, found: n }),
  'all-equal': statisticOnly,
  /** Each side is a constant. */
  'no-variation': statisticOnly,
  /** The middle half of all values is one value, which leaves no scale. */
  'half-equal': statisticOnly,
  /** Differences of values overflow. */
  'too-far-apart': statisticOnly,
  'unequal-sizes': v.object({ statistic, reference: n, current: n }),
  /** A method of Evidently's that is for the other kind of column. */
  'wrong-kind': v.object({ method: v.string(), is: kind }),
} as const;

export type StatisticReasonValues = ValuesOf<typeof statisticReasonValues>;
export type StatisticReason = StatementOf<StatisticReasonValues>;
