import type { DatasetQuality, PerSide } from '../../facts/results.ts';
import type { Finding } from '../../facts/document.ts';
import { counted, named, share } from '../words.ts';

const sides = ['reference', 'current'] as const;

/** What is noteworthy about whole files: repeated and empty rows, equal and empty columns. */
export function datasetFindings(quality: PerSide<DatasetQuality>): Finding[] {
  return sides.flatMap((side) => {
    const of = quality[side];
    return of === undefined ? [] : findings(of).map((finding): Finding => ({ ...finding, side }));
  });
}

function findings(of: DatasetQuality): Finding[] {
  const part = (rows: number): number => rows / Math.max(1, of.rows);
  const found: Finding[] = [];
  if (of.duplicateRows > 0) {
    const severity = part(of.duplicateRows) >= 0.1 ? 'high' : part(of.duplicateRows) >= 0.01 ? 'medium' : 'low';
    const text = `${counted(of.duplicateRows, 'row')} repeat an earlier one (${share(part(of.duplicateRows))}).`;
    found.push({ kind: 'duplicate-rows', severity, value: of.duplicateRows, text });
  }
  if (of.emptyRows > 0) {
    const text = `${counted(of.emptyRows, 'row')} hold no value at all.`;
    found.push({ kind: 'empty-rows', severity: 'medium', value: of.emptyRows, text });
  }
  if (of.emptyColumns.length > 0) {
    const text = `${counted(of.emptyColumns.length, 'column')} without any value: ${named(of.emptyColumns)}.`;
    found.push({ kind: 'empty-columns', severity: 'medium', value: of.emptyColumns.length, text });
  }
  for (const group of of.duplicateColumns) {
    const text = `${named(group, group.length, 4)} are equal in every row.`;
    found.push({ kind: 'duplicate-columns', severity: 'low', value: group.length, text });
  }
  return found;
}
