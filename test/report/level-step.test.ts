import { expect, test } from 'vitest';
import { levelSteps, type DatedSeries } from '../../src/analysis/where/level-step.ts';
import { isDated } from '../../src/facts/document/drift.ts';
import type { NoDate } from '../../src/facts/statements/since.ts';
import type { Period } from '../../src/facts/document/distribution.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { CALLED, changePointFinder } from '../../src/stats/sequence/change-point/change-point.ts';
import { noDateSentence } from '../../src/words/en/statements/step.ts';
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
  const at = november + 11 * DAY;
  expect(levelSteps([series(days(-30, 35, level), days(5, 20, level))], 1)).toMatchObject([{ at, low: at, high: at }]);
  expect(words.verdict.step.step({ at, low: at, high: at, unit: 'day' })).toBe('It has been so since Nov 12, 2018.');
});

test('a step between two files that lie apart may be anywhere between them', () => {
  const apart = (day: number): number => Math.sin(7 * day) + (day < 0 ? 0 : 20);
  const found = levelSteps([series(days(-40, 20, apart), days(0, 20, apart))], 1);
  expect(found).toMatchObject([{ at: november, low: november - 20 * DAY, high: november }]);
});

test('no date is told where the files overlap in time, hold too few periods, or nothing steps', () => {
  const why = (one: DatedSeries) => levelSteps([one], 1);
  expect(why(series(days(-30, 45, level), days(5, 20, level)))).toEqual([{ cause: 'overlap' }]);
  const few = { cause: 'few-periods', unit: 'day', periods: 11, limit: 12 };
  expect(why(series(days(5, 6, level), days(11, 5, level)))).toEqual([few]);
  const quiet = (day: number): number => Math.sin(7 * day);
  expect(why(series(days(-30, 35, quiet), days(5, 20, quiet)))).toEqual([
    { cause: 'chance', unit: 'day', periods: 55 },
  ]);
});

test('what rises little by little, or steps back, has no date', () => {
  const none = [{ cause: 'no-single-step', unit: 'day', periods: 60 }];
  const slope = (day: number): number => Math.sin(7 * day) + day / 3;
  expect(levelSteps([series(days(0, 40, slope), days(40, 20, slope))], 1)).toEqual(none);
  // The one step goes up, and the current file lies lower than the reference.
  const back = (day: number): number => 5 * Math.sin(1.7 * day) + (day < 14 ? 0 : day < 40 ? 20 : 12.9);
  expect(levelSteps([series(days(0, 40, back), days(40, 20, back))], 1)).toEqual(none);
});

test('a part of a period at an end of a file is left out', () => {
  const odd = days(-31, 1, () => 900).map((day) => ({ ...day, count: 12 }));
  const whole = series(days(-30, 35, level), days(5, 20, level));
  const cut = series([...odd, ...days(-30, 35, level)], days(5, 20, level));
  expect(levelSteps([cut], 1)).toEqual(levelSteps([whole], 1));
});

test('shares and sizes are told as they are', () => {
  const share = (day: number): number => 0.05 + 0.01 * Math.sin(7 * day) + (day < 11 ? 0 : 0.2);
  const size = (day: number): number => 10 * share(day);
  const both = (['share', 'size'] as const).map((form) => ({
    ...series(days(-30, 35, form === 'share' ? share : size), days(5, 20, form === 'share' ? share : size)),
    form,
  }));
  const [shares, sizes] = levelSteps(both, 1).map((dating) => {
    if (!isDated(dating)) throw new Error('no date');
    return dating;
  });
  expect([shares?.at, sizes?.at]).toEqual([november + 11 * DAY, november + 11 * DAY]);
  expect(shares?.before).toBeCloseTo(0.05, 2);
  expect(shares?.after).toBeCloseTo(0.25, 2);
  expect(sizes?.before).toBeCloseTo(0.5, 1);
});

test('why there is no date is said in words', () => {
  const said = (why: NoDate) => noDateSentence(why, words.sides.periods);
  const of = { unit: 'day', periods: 60 };
  expect(said({ cause: 'wide', ...of, within: 22 })).toBe('No date: it may be any of 22 of 60 days.');
  expect(said({ cause: 'few-periods', unit: 'week', periods: 7, limit: 12 })).toBe(
    'No date: there are 7 weeks, and it takes 12.',
  );
  expect(said({ cause: 'chance', ...of })).toBe('No date: in 60 days no step is larger than chance makes.');
  expect(said({ cause: 'no-time' })).toBe('No date: no column holds the time of the rows.');
});

test('a step is not dated where it may be in any of more than a quarter of the periods', () => {
  const noise = autoregressive(0.3)(seededRandom(73), 60);
  const values = noise.map((value, period) => value + (period < 30 ? 0 : 1));
  const { pValue, low, high } = changePointFinder(1)({ values, weights: new Float64Array(60).fill(1), slots: null });
  expect(pValue).toBeLessThan(CALLED);
  expect(high - low).toBeGreaterThan(15);
  const mean = (period: number): number => values[period] ?? 0;
  const weeks = { ...series(days(0, 40, mean), days(40, 20, mean)), unit: 'week' };
  expect(levelSteps([weeks], 1)).toEqual([{ cause: 'wide', unit: 'week', periods: 60, within: high - low + 1 }]);
});
