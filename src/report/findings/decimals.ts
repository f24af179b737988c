import type { ColumnDrift, ColumnResult } from '../../facts/document/drift.ts';
import { asNews, columnFinding, NO_ROWS } from './finding.ts';

/** Of columns that vary: one value alone may have any decimals, and is a finding of its own. */
function resolutionOf({ drift, quality: { reference, current } }: ColumnResult): ColumnDrift['resolution'] {
  if (reference?.constant === true || current?.constant === true) return undefined;
  return drift !== null && 'resolution' in drift ? drift.resolution : undefined;
}

/** Values with other decimals than before: fewer lose something, more do not. */
export const decimals = columnFinding('decimals', NO_ROWS, ({ result, config }) => {
  const found = resolutionOf(result);
  const test = result.findingTests?.decimals;
  if (found === undefined || (test?.qValue ?? 1) >= config.alpha) return [];
  const { reference, current } = found;
  const isCoarser = (current ?? Infinity) < (reference ?? Infinity);
  const news = asNews(test, config, isCoarser ? 'medium' : 'low');
  return [{ ...news, side: 'current', ...(current !== null && { value: current }), values: { reference, current } }];
});
