import { SIDES } from '../../../facts/document/sides.ts';
import type { RowsAsked } from '../../../facts/rows.ts';
import { modelFinding, type RowFacts } from '../finding.ts';
import { outsideOf } from '../rows.ts';
import { probabilityColumns } from './probability-columns.ts';

/** Probabilities that are none. */
export const probabilityOutside = modelFinding(
  'probability-outside',
  rowsOutside,
  ({ model: { whole, probabilities } }) => {
    if (whole.task === 'regression') return [];
    const [first, second] = probabilities;
    const column = first !== undefined && second === undefined ? { column: first.column } : {};
    return SIDES.flatMap((side) => {
      const count = whole.scoreTrouble[side]?.outside ?? 0;
      return count === 0 ? [] : [{ severity: 'high', side, value: count, values: { side, count }, ...column }];
    });
  },
);

function rowsOutside({ report, values: { side } }: RowFacts<'probability-outside'>): RowsAsked[] {
  const { names, total } = probabilityColumns(report);
  const conditions = names.flatMap((name) => outsideOf(name, { low: 0, high: total, form: 'number' }));
  return [{ side, test: { test: 'any', conditions }, columns: names }];
}
