import type { Report } from '../../facts/document/document.ts';
import type { AdviceStatement } from '../../facts/statements/advice.ts';
import { avoidModel, chooseModel } from './which-model.ts';
import type { AdviceDescriptor } from './advising.ts';
import { checkData } from './check-data.ts';
import { collectRows } from './collect-rows.ts';
import { keep } from './keep.ts';
import { lookAtRows } from './look-at-rows.ts';
import { retrain } from './retrain.ts';
import { weighRows } from './weigh-rows.ts';

/** More is no advice but a list. */
const MOST = 3;

/** Every kind, in the order in which it matters: the data first, then the model, then its inputs, then what cannot be said. */
export const ADVICE: readonly AdviceDescriptor[] = [
  checkData,
  avoidModel,
  chooseModel,
  retrain,
  weighRows,
  lookAtRows,
  collectRows,
  keep,
];

/**
 * What to do now, as far as the facts of a finished report bear it. None of one file alone, which is held against nothing; under a filter, whose
 * rows were mostly chosen after looking; and by Evidently's rule, which does not say what is chance.
 */
export function adviceOf(report: Report): AdviceStatement[] {
  const { inputs, verdict, config } = report;
  if (!inputs.reference || !inputs.current || verdict.exploratory || config.profile === 'evidently') return [];
  const found: AdviceStatement[] = [];
  for (const { find } of ADVICE) {
    const next = find({ report, given: found });
    if (next !== null) found.push(next);
  }
  return found.slice(0, MOST);
}
