import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { RunResult } from '../../analysis/run/run-result.ts';
import { asNews, graded, type Found } from './finding.ts';

interface Limits {
  high: number;
  medium: number;
}

/** Cells of a kind that there should be none of: said once of both files, and no news where they are as frequent in the reference. */
export function cellsFound(
  kind: 'infinite' | 'unreadable',
  { quality: { reference, current }, findingTests }: ColumnResult,
  { config, limits: { high, medium } }: { config: RunResult['config']; limits: Limits },
): Found<typeof kind>[] {
  const cellsIn = (column: ColumnQuality | undefined): number =>
    column?.[kind === 'infinite' ? 'infinite' : 'coerced'] ?? 0;
  const [before, cells] = [cellsIn(reference), cellsIn(current)];
  if (cells === 0) {
    return before === 0
      ? []
      : [{ severity: 'low', side: 'reference', value: before, values: { side: 'reference', cells: before } }];
  }
  const severity = graded(cells / Math.max(1, current?.count ?? 0), high, medium);
  const news = reference === undefined ? { severity } : asNews(findingTests?.[kind], config, severity);
  const values = { side: 'current' as const, cells, ...(before > 0 && { before }) };
  return [{ ...news, side: 'current', value: cells, values }];
}
