import type { CellKind } from '../../facts/document/columns.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { columnFinding, type RowFacts } from './finding.ts';

/** The files' cells read as something else. */
export const typeChange = columnFinding('type-change', unlikeRows, ({ schema: { readsAs } }) =>
  readsAs === undefined ? [] : [{ severity: 'high', side: 'current', values: readsAs }],
);

const FORMS: Partial<Record<CellKind, 'number' | 'time'>> = { numbers: 'number', times: 'time' };

/** Texts where the other file holds numbers or times; of other changes every row tells. */
function unlikeRows({ column, values }: RowFacts<'type-change'>): RowsAsked[] {
  if (column === undefined) return [];
  const { name } = column;
  return (['current', 'reference'] as const).flatMap((side): RowsAsked[] => {
    const form = FORMS[values[side === 'current' ? 'reference' : 'current']];
    return values[side] !== 'texts' || form === undefined
      ? []
      : [{ side, test: { test: 'unreadable', column: name, form }, columns: [name] }];
  });
}
