import type { ColumnQuality } from '../../facts/document/columns.ts';
import { asNews, columnFinding } from './finding.ts';
import { mayVaryFreely, topValue } from './constant.ts';

/** One value in nearly every row of the current file, which was not so before. */
export const almostConstant = columnFinding('almost-constant', ({ schema, result, config }) => {
  const { reference, current } = result.quality;
  if (mayVaryFreely(schema) || !current?.almostConstant || isNearlyAlone(reference)) return [];
  const share = (current.mostCommon[0]?.count ?? 0) / Math.max(1, current.count);
  const news =
    reference === undefined ? ({ severity: 'low' } as const) : asNews(result.findingTests?.constant, config, 'medium');
  return [{ ...news, side: 'current', value: share, values: { share, value: topValue(current) } }];
});

const isNearlyAlone = (quality: ColumnQuality | undefined): boolean =>
  quality !== undefined && (quality.almostConstant || quality.constant);
