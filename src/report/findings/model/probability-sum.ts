import { SIDES } from '../../../facts/document/sides.ts';
import { SUM_TOLERANCE } from '../../../analysis/model/probability-scale.ts';
import type { RowsAsked } from '../../../facts/rows.ts';
import { modelFinding, type RowFacts } from '../finding.ts';
import { probabilityColumns } from './probability-columns.ts';

/** Probabilities of the classes that do not add up to 1. */
export const probabilitySum = modelFinding('probability-sum', rowsOff, ({ model: { whole } }) =>
  whole.task === 'regression'
    ? []
    : SIDES.flatMap((side) => {
        const rows = whole.scoreTrouble[side]?.sumsOff ?? 0;
        return rows === 0 ? [] : [{ severity: 'medium', side, value: rows, values: { side, rows } }];
      }),
);

function rowsOff({ report, values: { side } }: RowFacts<'probability-sum'>): RowsAsked[] {
  const { names, total } = probabilityColumns(report);
  return [{ side, test: { test: 'sum-off', columns: names, total, tolerance: SUM_TOLERANCE * total }, columns: names }];
}
