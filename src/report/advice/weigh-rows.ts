import { advising, checkedFirst } from './advising.ts';
import { grownError, isMix, splitFigures } from './grown-error.ts';

/** The inputs moved: most of what the error grew by comes from more rows of a kind on which it is large. */
export const weighRows = advising('weigh-rows', ({ report, given }) => {
  const grown = grownError(report);
  if (!grown?.split || !isMix(grown.split)) return null;
  const { metric, reference, current, split } = grown;
  return {
    values: { metric, reference, current, split: splitFigures(split), later: checkedFirst(given) },
    restsOn: [{ section: 'performance' }, { section: 'where' }, { section: 'drift', column: split.column }],
  };
});
