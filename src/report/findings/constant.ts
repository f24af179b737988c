import { quote, type Quote } from '../../facts/statements/statement.ts';
import type { ColumnQuality, ColumnSchema } from '../../facts/document/columns.ts';
import { asNews, columnFinding, NO_ROWS } from './finding.ts';

/** Columns whose values may all be the same or all differ without that saying anything. */
export const mayVaryFreely = ({ type, role }: ColumnSchema): boolean => type === 'text' || role === 'id';

/** The most common value, with the rows that hold it. */
export function topValue({ mostCommon: [top] }: ColumnQuality): Quote {
  return top === undefined ? quote('') : quote(top.value, top.count);
}

/** One value in every row. */
export const constant = columnFinding('constant', NO_ROWS, ({ schema, result, config }) => {
  const { reference, current } = result.quality;
  if (mayVaryFreely(schema) || current?.constant !== true) return [];
  const value = topValue(current);
  if (reference === undefined) return [{ severity: 'low', values: { value, before: null } }];
  if (reference.constant) return [{ severity: 'low', values: { value, before: 'constant' } }];
  const news = asNews(result.findingTests?.constant, config, 'high');
  return [{ ...news, side: 'current', values: { value, before: 'varies' } }];
});
