import type { ColumnDrift, ColumnResult } from '../../facts/document/drift.ts';
import { asNews, columnFinding } from './finding.ts';

const resolutionOf = ({ drift }: ColumnResult): ColumnDrift['resolution'] =>
  drift !== null && 'resolution' in drift ? drift.resolution : undefined;

/** Values with other decimals than before: fewer lose something, more do not. */
export const decimals = columnFinding('decimals', ({ result, config }) => {
  const found = resolutionOf(result);
  const test = result.findingTests?.decimals;
  if (found === undefined || (test?.qValue ?? 1) >= config.alpha) return [];
  const { reference, current } = found;
  const isCoarser = (current ?? Infinity) < (reference ?? Infinity);
  const news = asNews(test, config, isCoarser ? 'medium' : 'low');
  return [{ ...news, side: 'current', ...(current !== null && { value: current }), values: { reference, current } }];
});
