import { expect, test } from 'vitest';
import { modelCases, verdictShares } from '../../../tools/calibration/model/model-verdict.ts';
import { bound } from '../../../tools/calibration/simulate.ts';

const RUNS = 30;
const regressions = modelCases.filter(({ what }) => what.startsWith('regression'));

test.each(regressions.filter(({ truth }) => truth === 'same'))('$what: nothing is said of the model', (one) => {
  expect(verdictShares(one, RUNS).said).toBeLessThanOrEqual(bound(RUNS));
});

test.each(regressions.filter(({ truth }) => truth === 'worse').slice(1))('$what: it is worse', (one) => {
  expect(verdictShares(one, RUNS).worse).toBeGreaterThanOrEqual(0.75);
});

test.each(modelCases.filter(({ what }) => what.includes('1 % of the class')).slice(0, 1))(
  '$what: nothing is said of the model',
  (one) => {
    expect(verdictShares(one, 10).said).toBeLessThanOrEqual(bound(10));
  },
);
