import { cellsFound } from './cells.ts';
import { columnFinding, type RowFacts } from './finding.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { formOf, rowsWhere } from './rows.ts';

/** Cells that held something which the column's type cannot hold. */
export const unreadable = columnFinding('unreadable', unreadableRows, ({ result, config }) =>
  cellsFound('unreadable', result, { config, limits: { high: 0.1, medium: 0.001 } }),
);

function unreadableRows({ column }: RowFacts<'unreadable'>): RowsAsked[] {
  return rowsWhere(
    column,
    ({ coerced }) => coerced,
    (found) => ({ test: 'unreadable', column: found.name, form: formOf(found) }),
  );
}
