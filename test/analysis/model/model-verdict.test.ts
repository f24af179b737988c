import { expect, test } from 'vitest';
import { modelCases, verdictShares } from '../../../tools/calibration/model/model-verdict.ts';
import { bound } from '../../../tools/calibration/simulate.ts';

const RUNS = 30;
const regressions = modelCases.filter(({ what }) => what.startsWith('regression'));

test.each(regressions.filter(({ truth }) => truth === 'same'))('$what: nothing is said of the model', (one) => {
  expect(verdictShares(one, RUNS).said).toBeLessThanOrEqual(bound(RUNS));
});

test.each(regressions.filter(({ truth, what }) => truth === 'worse' && !/400 rows, errors \+ 20|bad times/.test(what)))(
  '$what: it is worse',
  (one) => {
    expect(verdictShares(one, RUNS).worse).toBeGreaterThanOrEqual(0.75);
  },
);

const few = modelCases.filter(({ what }) => /1 % of the class$|6000 rows, a class that/.test(what));
test.each(few)('$what: nothing is said of the model', (one) => {
  expect(verdictShares(one, 10).said).toBeLessThanOrEqual(bound(10));
});
