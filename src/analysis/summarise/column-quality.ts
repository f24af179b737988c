import { mostCommonValues } from '../../stats/describe/most-common.ts';
import { moments } from '../../stats/describe/moments.ts';
import { quantiles } from '../../stats/describe/quantiles.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { mostFrequent, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import type { TextSummary } from '../../engine/columns/columns.ts';
import type { ColumnQuality, ColumnType } from '../../facts/results.ts';

const PROBABILITIES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const MOST_COMMON = 10;
/** One value in at least this share of the cells: almost constant. */
const ALMOST = 0.95;
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
export function numericQuality(column: Ecdf, type: ColumnType, coerced: number): ColumnQuality {
  const infinite = column.positiveInfinity + column.negativeInfinity;
  const filled = column.size + column.nan + infinite;
  const show = (value: number): string => (type === 'datetime' ? new Date(value).toISOString() : String(value));
  const common = mostCommonValues(column, MOST_COMMON).map(({ value, count }) => ({ value: show(value), count }));
  const at = column.size === 0 ? [] : quantiles(column, PROBABILITIES);
  const whole = column.values.every((value) => Number.isInteger(value));
  const found = flags(column.size, column.values.length, common);
  return {
    count: filled + column.missing,
    missing: column.missing,
    nan: column.nan,
    infinite,
    coerced,
    distinct: column.values.length,
    ...found,
    identifierLike: found.identifierLike && whole && type === 'numeric',
    ...moments(column),
    quantiles: Object.fromEntries(at.map((value, i) => [String(PROBABILITIES[i]), value])),
    mostCommon: common,
  };
}

/** Quality of a column of categories. */
export function categoricalQuality(table: FrequencyTable, coerced: number): ColumnQuality {
  const common = mostFrequent(table, MOST_COMMON);
  const distinct = table.levels.length;
  return {
    ...noNumbers,
    count: table.size + table.missing,
    missing: table.missing,
    coerced,
    distinct,
    ...flags(table.size, distinct, common),
    mostCommon: common,
  };
}

/** Quality of a column of texts or identifiers, of which only counts left the engine. */
export function textQuality(summary: TextSummary, coerced: number): ColumnQuality {
  return {
    ...noNumbers,
    count: summary.rows,
    missing: summary.rows - summary.filled,
    coerced,
    distinct: summary.distinct,
    ...flags(summary.filled, summary.distinct, summary.mostCommon),
    mostCommon: summary.mostCommon,
  };
}
