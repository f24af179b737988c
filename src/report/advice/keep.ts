import type { Report } from '../../facts/document/document.ts';
import { isModelMoved } from '../verdict/model-part.ts';
import { advising } from './advising.ts';

/** Nothing to do: no column changed or moved, none is unknown, nothing is to be looked at, and the model, where there is one, is as good as it was. */
export const keep = advising('keep', ({ report, given }) => {
  const { verdict, performance } = report;
  const isQuiet = verdict.state === 'stable' || verdict.state === 'identical';
  if (given.length > 0 || !isQuiet || verdict.counts.insufficient > 0 || isNoteworthy(report)) return null;
  if (performance !== null && !isAsGood(performance)) return null;
  const model = performance !== null;
  return {
    values: { model, identical: verdict.state === 'identical' },
    restsOn: [{ section: 'drift' }, ...(model ? [{ section: 'performance' } as const] : [])],
  };
});

/** What a column's state does not tell: a finding, a limit that is not kept, correlations that changed, or rows among which the error grew. */
const isNoteworthy = ({ dataset, conditions, correlations, where }: Report): boolean =>
  dataset.findings.some(({ severity }) => severity !== 'low') ||
  conditions.some(({ status }) => status !== 'pass') ||
  correlations.some(({ tested }) => (tested?.changed ?? 0) > 0) ||
  (where?.segments ?? []).some(({ kind }) => kind !== 'wasBad');

/** One model, measured in both files, that is no worse by more than noise. */
const isAsGood = (performance: NonNullable<Report['performance']>): boolean =>
  performance.state === 'measured' &&
  !performance.twoModels &&
  (performance.overall?.state === 'better' || performance.overall?.state === 'noMoreThanNoise') &&
  !isModelMoved(performance);
