import { expect, test } from 'vitest';
import { bound } from '../../../tools/calibration/simulate.ts';
import {
  calmModelsWithin,
  changedModelsWithin,
  modelWithinShares,
} from '../../../tools/calibration/within/within-model.ts';

const RUNS = 60;

test.each(Object.entries(calmModelsWithin))(
  '%s: the model is called changed at most as often as α allows',
  (_, cell) => {
    expect(modelWithinShares(cell, RUNS).within.said).toBeLessThanOrEqual(bound(RUNS));
  },
);

test('over all rows another mix alone makes it worse', () => {
  const { whole } = modelWithinShares(calmModelsWithin['nights 20 % to 60 %, 1000 rows and 1000']!, RUNS);
  expect(whole.worse).toBeGreaterThan(0.95);
});

test.each(Object.entries(changedModelsWithin))('%s: called worse in nine of ten', (_, cell) => {
  expect(modelWithinShares(cell, RUNS).within.worse).toBeGreaterThanOrEqual(0.9);
});
