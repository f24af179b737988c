import type { RowsAsked } from '../../../facts/rows.ts';
import { asNews, fileFinding, graded, type RowFacts } from '../finding.ts';
import { rowsOfFiles } from '../rows.ts';

/** Rows that repeat an earlier one: said once of both files. */
export const duplicateRows = fileFinding(
  'duplicate-rows',
  repeatedRows,
  ({ quality: { reference, current }, tests, config }) => {
    const of = (file: typeof current) => {
      const rows = file?.duplicateRows ?? 0;
      return { rows, share: rows / Math.max(1, file?.rows ?? 0) };
    };
    const [before, found] = [of(reference), of(current)];
    if (found.rows === 0) {
      return before.rows === 0 ? [] : [{ severity: 'low', side: 'reference', value: before.rows, values: before }];
    }
    const severity = graded(found.share, 0.1, 0.01);
    const news = reference === undefined ? { severity } : asNews(tests['duplicate-rows'], config, severity);
    const values = reference === undefined ? found : { ...found, before };
    return [{ ...news, side: 'current', value: found.rows, values }];
  },
);

function repeatedRows({ report: { dataset } }: RowFacts<'duplicate-rows'>): RowsAsked[] {
  return rowsOfFiles((side) => dataset.quality[side]?.duplicateRows ?? 0, { test: 'repeated' });
}
