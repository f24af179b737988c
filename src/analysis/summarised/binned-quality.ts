import type { ColumnQuality, ColumnType } from '../../facts/document/columns.ts';
import type { BinSums, ColumnSummary } from '../../facts/summary.ts';
import { binQuantiles } from '../../stats/describe/bin-quantiles.ts';
import { sizeOf } from '../../stats/compare/bins/shares.ts';
import type { BinnedValues } from './compare-bins.ts';
import { ALMOST, MOST_COMMON, PROBABILITIES } from '../summarise/column-quality.ts';

/** Quality of a column of numbers or times that is known by bins: its values one by one where each bin holds one value, else what bins tell. */
export function binnedQuality(
  { counts, values: { bins, moments } }: ColumnSummary<BinnedValues>,
  type: ColumnType,
): ColumnQuality {
  const filled = sizeOf(bins);
  const single = valuesOf(bins);
  const show = (value: number): string => (type === 'datetime' ? new Date(value).toISOString() : String(value));
  const common = (single ?? []).toSorted((a, b) => b.count - a.count || a.value - b.value).slice(0, MOST_COMMON);
  const constant = filled > 0 && moments.min === moments.max;
  const probable = filled === 0 ? [] : binQuantiles(bins, PROBABILITIES);
  return {
    count: counts.rows,
    missing: counts.missing,
    nan: counts.nan,
    infinite: counts.positiveInfinity + counts.negativeInfinity,
    coerced: counts.coerced ?? 0,
    distinct: single?.length ?? null,
    constant,
    almostConstant: !constant && (common[0]?.count ?? 0) >= ALMOST * filled && filled > 0,
    identifierLike: false,
    ...moments,
    quantiles: Object.fromEntries(probable.map((value, i) => [String(PROBABILITIES[i]), value])),
    mostCommon: common.map(({ value, count }) => ({ value: show(value), count })),
  };
}

/** The different values with their counts; null where a bin holds several. */
function valuesOf({ counts, least, greatest }: BinSums): { value: number; count: number }[] | null {
  const values: { value: number; count: number }[] = [];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue;
    if (least[i] !== greatest[i]) return null;
    values.push({ value: least[i]!, count: counts[i]! });
  }
  return values;
}
