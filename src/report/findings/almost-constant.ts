import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { asNews, columnFinding, type RowFacts } from './finding.ts';
import type { ConditionOnCell } from '../../facts/slice.ts';
import { formOf } from './rows.ts';
import { mayVaryFreely, topValue } from './constant.ts';

/** One value in nearly every row of the current file, which was not so before. */
export const almostConstant = columnFinding('almost-constant', otherRows, ({ schema, result, config }) => {
  const { reference, current } = result.quality;
  if (mayVaryFreely(schema) || !current?.almostConstant || isNearlyAlone(reference)) return [];
  const share = (current.mostCommon[0]?.count ?? 0) / Math.max(1, current.count);
  const news =
    reference === undefined ? ({ severity: 'low' } as const) : asNews(result.findingTests?.constant, config, 'medium');
  return [{ ...news, side: 'current', value: share, values: { share, value: topValue(current) } }];
});

/** The few rows that hold another value. */
function otherRows({ column, values }: RowFacts<'almost-constant'>): RowsAsked[] {
  if (column === undefined) return [];
  const { name } = column;
  const text = String(values.value.quote);
  const value = { number: Number(text), time: Date.parse(text), text }[formOf(column)];
  const conditions: ConditionOnCell[] = [{ column: name, test: 'others', values: [value] }];
  return [{ side: 'current', test: { test: 'all', conditions }, columns: [name] }];
}

const isNearlyAlone = (quality: ColumnQuality | undefined): boolean =>
  quality !== undefined && (quality.almostConstant || quality.constant);
