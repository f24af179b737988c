import { expect, test } from 'vitest';
import { levelSteps } from '../../src/analysis/where/level-step.ts';
import type { Period } from '../../src/facts/document/distribution.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { CALLED, changePointFinder } from '../../src/stats/sequence/change-point/change-point.ts';
import { words } from '../../src/words/words.ts';
import { autoregressive } from '../../tools/calibration/draws.ts';

const DAY = 86_400_000;
const november = Date.UTC(2018, 10, 1);

const days = (first: number, count: number, mean: (day: number) => number): Period[] =>
  Array.from({ length: count }, (_, i) => {
    const start = november + (first + i) * DAY;
    return { start, end: start + DAY, count: 100, mean: mean(first + i), std: 1 };
  });

/** Noise that is the same in every run. */
const level = (day: number): number => Math.sin(7 * day) + (day < 11 ? 0 : 20);
const series = (reference: Period[], current: Period[]) => ({
  ...{ timeColumn: 'date', unit: 'day' },
  periods: { reference, current },
});

test('the reference is followed by the current file, and the words name the day', () => {
  const [found] = levelSteps([series(days(-30, 35, level), days(5, 20, level))], 1);
  expect(found?.at).toBe(november + 11 * DAY);
  expect(
    words.verdict.step.step({ at: found?.at ?? 0, low: found?.low ?? 0, high: found?.high ?? 0, unit: 'day' }),
  ).toBe('It has been so since Nov 12, 2018.');
});

test('nothing is said where the files overlap in time, or hold too few periods', () => {
  expect(levelSteps([series(days(-30, 45, level), days(5, 20, level))], 1)).toEqual([null]);
  expect(levelSteps([series(days(5, 6, level), days(11, 5, level))], 1)).toEqual([null]);
});

test('a step is not dated where it may be in any of more than a quarter of the periods', () => {
  const noise = autoregressive(0.3)(seededRandom(85), 60);
  const values = noise.map((value, period) => value + (period < 30 ? 0 : 1));
  const { pValue, low, high } = changePointFinder(1)({ values, weights: new Float64Array(60).fill(1), slots: null });
  expect(pValue).toBeLessThan(CALLED);
  expect(high - low).toBeGreaterThan(15);
  const mean = (period: number): number => values[period] ?? 0;
  const weeks = { ...series(days(0, 40, mean), days(40, 20, mean)), unit: 'week' };
  expect(levelSteps([weeks], 1)).toEqual([null]);
});
