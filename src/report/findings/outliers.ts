import { quote } from '../../facts/statements/statement.ts';
import type { OutlyingRow } from '../../facts/document/drift.ts';
import { onlyOutliers } from '../verdict/verdict.ts';
import { columnFinding } from './finding.ts';

/** Current values outside the reference's fences: where they are the whole change, or where the reference has none. */
export const outliers = columnFinding('outliers', ({ tested }) => {
  const found = tested?.drift.outliers;
  if (!tested || !found) return [];
  const { reference: referenceRows = 0, current: rows = 0 } = found.counts;
  const outliersOnly = onlyOutliers(tested.drift, tested.rule);
  if (rows === 0 || (!outliersOnly && referenceRows > 0)) return [];
  const { low, high, currentShare: share } = found;
  const farthest = found.rows.find(({ side }) => side === 'current');
  const values = { rows, share, low, high, farthest: farthest === undefined ? null : placeOf(farthest) };
  return [{ severity: outliersOnly ? 'high' : 'low', side: 'current', value: share, rows, values }];
});

const placeOf = ({ value, row, id }: OutlyingRow) => ({
  value: quote(value, 1),
  row: quote(row, 1),
  ...(id !== undefined && { id: quote(id, 1) }),
});
