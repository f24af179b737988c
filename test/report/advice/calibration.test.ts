import { expect, test } from 'vitest';
import { calmAdvice, checks, failingSensor } from '../../../tools/calibration/advice.ts';
import { bound } from '../../../tools/calibration/simulate.ts';

const RUNS = 20;

test.each(calmAdvice)('nothing changed, $row: a column is to be checked at most as often as α allows', (cell) => {
  expect(checks(cell, [300, 200], RUNS)).toBeLessThanOrEqual(bound(RUNS));
});

test('a sensor that failed in one stretch is named, slow as it is', () => {
  expect(checks(failingSensor, [1000, 1000], RUNS)).toBeGreaterThanOrEqual(0.8);
});
