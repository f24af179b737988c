import { SIDES } from '../../../facts/document/sides.ts';
import { modelFinding } from '../finding.ts';

/** Probabilities that are none. */
export const probabilityOutside = modelFinding('probability-outside', ({ model: { whole, probabilities } }) => {
  if (whole.task === 'regression') return [];
  const [first, second] = probabilities;
  const column = first !== undefined && second === undefined ? { column: first.column } : {};
  return SIDES.flatMap((side) => {
    const count = whole.scoreTrouble[side]?.outside ?? 0;
    return count === 0 ? [] : [{ severity: 'high', side, value: count, values: { side, count }, ...column }];
  });
});
