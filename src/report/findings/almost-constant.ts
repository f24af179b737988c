import { columnFinding } from './finding.ts';
import { mayVaryFreely, topValue } from './constant.ts';

/** One value in nearly every row of the current file, which was not so before. */
export const almostConstant = columnFinding('almost-constant', ({ schema, result: { quality } }) => {
  const { reference, current } = quality;
  if (mayVaryFreely(schema) || current === undefined || current.constant) return [];
  if (!current.almostConstant || reference?.almostConstant === true) return [];
  const share = (current.mostCommon[0]?.count ?? 0) / Math.max(1, current.count);
  const severity = reference === undefined ? 'low' : 'medium';
  return [{ severity, side: 'current', value: share, values: { share, value: topValue(current) } }];
});
