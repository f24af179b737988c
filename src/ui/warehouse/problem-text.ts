import { summarySheetWords } from '../../words/summary-sheet-words.ts';
import type { AskedProblem } from './asked.ts';

type Texts = { [Kind in AskedProblem['kind']]: (values: Extract<AskedProblem, { kind: Kind }>) => string };

const texts: Texts = summarySheetWords.problems;

/** Why there is no statement yet, as a person reads it. */
export const problemText = (problem: AskedProblem): string =>
  (texts[problem.kind] as (values: AskedProblem) => string)(problem);

/** Beside which field a problem is said. */
export function fieldOf({ kind }: AskedProblem): 'place' | 'columns' | 'grain' {
  if (kind === 'no-source' || kind === 'not-a-table') return 'place';
  return kind === 'not-a-number-of' ? 'grain' : 'columns';
}
