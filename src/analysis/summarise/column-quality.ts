import { mostCommonValues } from '../../stats/describe/most-common.ts';
import { quantiles } from '../../stats/describe/quantiles.ts';
import { mostFrequent } from '../../stats/describe/frequency-table.ts';
import type { ColumnQuality, ColumnType } from '../../facts/document/columns.ts';
import type { ColumnSummary, LevelValues, NumberValues, TextValues } from '../../facts/summary.ts';
import { inCalendarOrder } from './calendar-order.ts';
import { curveOf, tableOf } from './curve.ts';

/** Of the quantiles that are told. */
export const PROBABILITIES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
export const MOST_COMMON = 10;
/** One value in at least this share of the cells: almost constant. */
export const ALMOST = 0.95;
/** Below this many values, "all different" says nothing. */
const ENOUGH = 50;

function flags(filled: number, distinct: number, mostCommon: ColumnQuality['mostCommon']): Flags {
  const top = mostCommon[0]?.count ?? 0;
  return {
    constant: filled > 0 && distinct === 1,
    almostConstant: distinct > 1 && top >= ALMOST * filled,
    identifierLike: filled >= ENOUGH && distinct === filled,
  };
}

type Flags = Pick<ColumnQuality, 'constant' | 'almostConstant' | 'identifierLike'>;

const noNumbers = { nan: 0, infinite: 0, min: null, max: null, mean: null, std: null, quantiles: {} };

/** Quality of a numeric or time column. `coerced` cells are among the missing. */
export function numericQuality(summary: ColumnSummary<NumberValues>, type: ColumnType): ColumnQuality {
  const { counts, values } = summary;
  const curve = curveOf(summary);
  const show = (value: number): string => (type === 'datetime' ? new Date(value).toISOString() : String(value));
  const common = mostCommonValues(curve, MOST_COMMON).map(({ value, count }) => ({ value: show(value), count }));
  const probable = curve.size === 0 ? [] : quantiles(curve, PROBABILITIES);
  const whole = curve.values.every((value) => Number.isInteger(value));
  const found = flags(curve.size, curve.values.length, common);
  return {
    count: counts.rows,
    missing: counts.missing,
    nan: counts.nan,
    infinite: counts.positiveInfinity + counts.negativeInfinity,
    coerced: counts.coerced ?? 0,
    distinct: curve.values.length,
    ...found,
    identifierLike: found.identifierLike && whole && type === 'numeric',
    ...values.moments,
    quantiles: Object.fromEntries(probable.map((value, i) => [String(PROBABILITIES[i]), value])),
    mostCommon: common,
  };
}

/** Days of the week and months that occur equally often, as the calendar has them. */
const tiesByCalendar = (common: ColumnQuality['mostCommon']): ColumnQuality['mostCommon'] =>
  inCalendarOrder(common, ({ value }) => value).sort((a, b) => b.count - a.count);

/** Quality of a column of categories. */
export function categoricalQuality(summary: ColumnSummary<LevelValues>): ColumnQuality {
  const { counts } = summary;
  const table = tableOf(summary);
  const common = tiesByCalendar(mostFrequent(table, MOST_COMMON));
  const distinct = table.levels.length;
  return {
    ...noNumbers,
    count: counts.rows,
    missing: counts.missing,
    coerced: counts.coerced ?? 0,
    distinct,
    ...flags(table.size, distinct, common),
    mostCommon: common,
  };
}

/** Quality of a column of texts or identifiers; of merged summaries may be known how many cells are filled, and no more. */
export function textQuality({ counts, values }: ColumnSummary<TextValues>): ColumnQuality {
  const [distinct, mostCommon] = [values.distinct ?? 0, values.mostCommon ?? []];
  return {
    ...noNumbers,
    count: counts.rows,
    missing: counts.missing,
    coerced: counts.coerced ?? 0,
    distinct,
    ...flags(counts.rows - counts.missing, distinct, mostCommon),
    mostCommon,
  };
}
