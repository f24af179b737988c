import { naiveGuess } from '../verdict/model-part.ts';
import { advising } from './advising.ts';

/** A model that a guess without any column beats: of one model now, of two models either. */
export const avoidModel = advising('avoid-model', ({ report: { performance } }) => {
  if (performance?.state !== 'measured') return null;
  const values = naiveGuess(performance);
  if (values === null || (values.side === 'reference' && !values.twoModels)) return null;
  return { values, restsOn: [{ section: 'performance', finding: 'model-naive' }] };
});

/** The better of two models, where it is so by more than noise and none of its measures says otherwise; not one that is to be avoided. */
export const chooseModel = advising('choose-model', ({ report: { performance }, given }) => {
  if (performance?.state !== 'measured' || !performance.twoModels || performance.overall === undefined) return null;
  const { state, measure: metric, reference, current } = performance.overall;
  if ((state !== 'better' && state !== 'worse') || metric === null || reference === null || current === null)
    return null;
  const better = state === 'better' ? 'current' : 'reference';
  if (given.some(({ kind, values }) => kind === 'avoid-model' && values.side === better)) return null;
  return { values: { better, metric, reference, current }, restsOn: [{ section: 'performance' }] };
});
