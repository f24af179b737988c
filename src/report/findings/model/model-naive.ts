import { naiveGuess } from '../../verdict/model-part.ts';
import { modelFinding, NO_ROWS } from '../finding.ts';

/** A model that is worse than a guess without any column. */
export const modelNaive = modelFinding('model-naive', NO_ROWS, ({ model }) => {
  const found = naiveGuess(model);
  return found === null ? [] : [{ severity: 'high', side: found.side, value: found.value, values: found }];
});
