import { cellsFound } from './cells.ts';
import { columnFinding, type RowFacts } from './finding.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { rowsWhere } from './rows.ts';

export const infinite = columnFinding('infinite', infiniteRows, ({ result, config }) =>
  cellsFound('infinite', result, { config, limits: { high: 0.05, medium: 0 } }),
);

function infiniteRows({ column }: RowFacts<'infinite'>): RowsAsked[] {
  return rowsWhere(
    column,
    ({ infinite: cells }) => cells,
    ({ name }) => ({ test: 'infinite', column: name }),
  );
}
