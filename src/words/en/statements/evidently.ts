import type { ColumnVerdictValues } from '../../../facts/statements/column-verdict.ts';
import { evidentlyRule, type EvidentlyMethod } from '../../../facts/methods.ts';
import { number } from '../../format.ts';
import { evidentlyMethods } from '../methods.ts';

/** What a score is called; the method's id where this version does not know it. */
const scoreName = (method: string): string =>
  evidentlyRule(method) === undefined ? method : evidentlyMethods[method as EvidentlyMethod];

/** "Evidently’s Jensen-Shannon distance is 0.13, above 0.1". */
export function scoreClause({ method, value, threshold }: ColumnVerdictValues['score']): string {
  const name = scoreName(method);
  if (value === null) return `Evidently’s ${name} is not a number`;
  const place = value < threshold ? 'below' : value > threshold ? 'above' : 'at';
  return `Evidently’s ${name} is ${number(value)}, ${place} ${number(threshold)}`;
}

/** The same as a sentence: "…: drift." */
export const scoreSentence = (score: ColumnVerdictValues['score']): string =>
  `${scoreClause(score)}: ${score.drifted ? 'drift' : 'no drift'}.`;
