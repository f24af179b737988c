import type { OutlyingRow } from '../../facts/results.ts';
import type { Finding } from '../../facts/document.ts';
import type { Own } from '../verdict/evidently.ts';
import { onlyOutliers } from '../verdict/verdict.ts';
import { count, counted, number, share } from '../words.ts';

/** Current values outside the reference's fences: where they are the whole change, or where the reference has none. */
export function outlierFindings({ drift, rule, words }: Own, column: string): Finding[] {
  const { outliers } = drift;
  const rows = outliers?.counts.current ?? 0;
  if (outliers === null || rows === 0) return [];
  const alone = onlyOutliers(drift, rule);
  if (!alone && (outliers.counts.reference ?? 0) > 0) return [];
  const range = `${number(outliers.low)} to ${number(outliers.high)}`;
  const farthest = outliers.rows.find(({ side }) => side === 'current');
  const text = `${counted(rows, `${words.current.name} value`)} (${share(outliers.currentShare)}) outside the ordinary range of ${words.reference.noun}, ${range}${farthest === undefined ? '' : `; the farthest is ${place(farthest)}`}.`;
  const severity = alone ? 'high' : 'low';
  return [{ kind: 'outliers', severity, side: 'current', value: outliers.currentShare, rows, text, column }];
}

const place = ({ value, row, id }: OutlyingRow): string =>
  `${number(value)} in row ${count(row)}${id === undefined ? '' : ` (${id})`}`;
