import type { RowsAsked } from '../../../facts/rows.ts';
import { asNews, fileFinding, type RowFacts } from '../finding.ts';
import { rowsOfFiles } from '../rows.ts';

/** Rows without any value: said once of both files. */
export const emptyRows = fileFinding(
  'empty-rows',
  rowsOfNothing,
  ({ quality: { reference, current }, tests, config }) => {
    const [before, rows] = [reference?.emptyRows ?? 0, current?.emptyRows ?? 0];
    if (rows === 0) {
      return before === 0 ? [] : [{ severity: 'low', side: 'reference', value: before, values: { rows: before } }];
    }
    const news =
      reference === undefined ? ({ severity: 'medium' } as const) : asNews(tests['empty-rows'], config, 'medium');
    return [{ ...news, side: 'current', value: rows, values: { rows, ...(reference !== undefined && { before }) } }];
  },
);

function rowsOfNothing({ report: { dataset } }: RowFacts<'empty-rows'>): RowsAsked[] {
  return rowsOfFiles((side) => dataset.quality[side]?.emptyRows ?? 0, { test: 'empty' });
}
