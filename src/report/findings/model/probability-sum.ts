import { SIDES } from '../../../facts/document/sides.ts';
import { modelFinding } from '../finding.ts';

/** Probabilities of the classes that do not add up to 1. */
export const probabilitySum = modelFinding('probability-sum', ({ model: { whole } }) =>
  whole.task === 'regression'
    ? []
    : SIDES.flatMap((side) => {
        const rows = whole.scoreTrouble[side]?.sumsOff ?? 0;
        return rows === 0 ? [] : [{ severity: 'medium', side, value: rows, values: { side, rows } }];
      }),
);
