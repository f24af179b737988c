import { METHOD_IDS } from '../../../facts/methods.ts';
import type { Side } from '../../../facts/document/side.ts';
import type {
  StatisticId,
  StatisticReason,
  StatisticReasonValues,
} from '../../../facts/statements/statistic-reasons.ts';
import { count } from '../../format.ts';
import { counted, verb } from '../grammar.ts';
import { methods } from '../methods.ts';
import type { SidesWords } from '../sides.ts';

type Reasons = {
  [Kind in keyof StatisticReasonValues]: (values: StatisticReasonValues[Kind], sides: SidesWords) => string;
};

/** What a statistic is called where a reason speaks of it. */
const names: Record<StatisticId, string> = {
  ...(Object.fromEntries(METHOD_IDS.map((id) => [id, methods[id].name])) as Record<keyof typeof methods, string>),
  anderson: 'Anderson–Darling test',
  cramer_von_mises: 'Cramér–von Mises test',
  epps_singleton: 'Epps–Singleton test',
  t_test: 'Student’s t test',
  energy: 'Energy distance',
  mmd: 'Maximum mean discrepancy',
  permutation: 'Permutation test',
  quantiles: 'Quantiles',
  bins: 'Bins',
  cumulative: 'Cumulative curves',
  evidently: 'Evidently',
  'evidently-cramer_von_mises': 'Evidently’s cramer_von_mises',
  'evidently-g_test': 'Evidently’s g_test',
  'evidently-fisher_exact': 'Evidently’s fisher_exact',
};

const nounOf = (side: Side | 'both', sides: SidesWords): string =>
  side === 'both' ? `${sides.reference.noun} and ${sides.current.noun}` : sides[side].noun;

const kinds = { numeric: 'numbers', categorical: 'categories' };

/** Why a statistic is not defined for a column, as what follows "Not tested:", without a full stop. */
const reasons: Reasons = {
  'no-values': ({ statistic, side }, sides) =>
    `${names[statistic]}: needs at least one value on each side; ${nounOf(side, sides)} ${side === 'both' ? 'have' : 'has'} none`,
  'empty-column': ({ statistic }) => `${names[statistic]}: at least one value is needed; the column has none`,
  'few-on-a-side': ({ statistic, needed, fewest }) =>
    `${names[statistic]}: needs ${counted(needed, 'value')} on each side, and one has ${count(fewest)}`,
  'few-in-all': ({ statistic, needed, found }) =>
    `${names[statistic]}: needs ${counted(needed, 'value')} in all, and there ${verb(found, 'is', 'are')} ${count(found)}`,
  'needs-rows': ({ statistic }) => `${names[statistic]}: needs the rows, and this is a summary of them`,
  'many-categories': ({ statistic, most: maxCategories, found }) =>
    `${names[statistic]}: is for ${counted(maxCategories, 'category', 'categories')}, and there are ${count(found)}`,
  'all-equal': ({ statistic }) => `${names[statistic]}: cannot be computed because all values are equal`,
  'no-variation': ({ statistic }) => `${names[statistic]}: cannot be computed because neither side varies`,
  'half-equal': ({ statistic }) =>
    `${names[statistic]}: cannot be computed because the middle half of all values is one value, which leaves no scale`,
  'too-far-apart': ({ statistic }) =>
    `${names[statistic]}: cannot be computed because the values are too far apart for doubles`,
  'unequal-sizes': ({ statistic, reference, current }) =>
    `${names[statistic]}: needs equally many rows, and has ${counted(reference, 'row')} and ${counted(current, 'row')}`,
  'wrong-kind': ({ method, is: kind }) => `Evidently’s ${method} does not compare ${kinds[kind]}`,
};

export const statisticText = ({ kind, values }: StatisticReason, sides: SidesWords): string =>
  (reasons[kind] as (values: StatisticReason['values'], sides: SidesWords) => string)(values, sides);

export const statistics = { names, reasons };
