import { quote } from '../../facts/statements/statement.ts';
import type { Outliers, OutlyingRow } from '../../facts/document/outliers.ts';
import { onlyOutliers } from '../verdict/verdict.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { asNews, columnFinding, type RowFacts } from './finding.ts';
import { rowsBeyond } from './rows.ts';

/** Current values outside the reference's fences: where they are the whole change or became more, or where the reference has none. */
export const outliers = columnFinding('outliers', outlyingRows, ({ tested, result, config }) => {
  const found = tested?.drift.outliers;
  if (!tested || !found) return [];
  const rows = found.counts.current ?? 0;
  const outliersOnly = onlyOutliers(tested.drift, tested.rule);
  const news = asNews(result.findingTests?.outliers, config, outliersOnly ? 'high' : 'medium');
  const ordinary = !outliersOnly && news.severity === 'low' && (found.counts.reference ?? 0) > 0;
  if (rows === 0 || ordinary) return [];
  const { low, high, currentShare: share } = found;
  const values = { rows, share, low, high, farthest: farthestOf(found) };
  return [{ ...news, side: 'current', value: share, rows, values }];
});

function outlyingRows({ column, values }: RowFacts<'outliers'>): RowsAsked[] {
  return rowsBeyond(column, values);
}

function farthestOf({ rows }: Outliers): ReturnType<typeof placeOf> | null {
  const farthest = rows.find(({ side }) => side === 'current');
  return farthest === undefined ? null : placeOf(farthest);
}

const placeOf = ({ value, row, id }: OutlyingRow) => ({
  value: quote(value, 1),
  row: quote(row, 1),
  ...(id !== undefined && { id: quote(id, 1) }),
});
