import { describe, expect, test } from 'vitest';
import { matchLabels } from '../../../src/analysis/model/labels.ts';
import { summarisedClassification } from '../../../src/analysis/summarised/classification.ts';
import { summarisedRegression } from '../../../src/analysis/summarised/regression.ts';
import type { SummarisedModel } from '../../../src/facts/summary-file.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { autoregressive, normal } from '../../../tools/calibration/draws.ts';
import { bound } from '../../../tools/calibration/simulate.ts';

const RUNS = 60;
const [HOUR, DAY] = [3_600_000, 86_400_000];
type Errors = NonNullable<SummarisedModel['errors']>;

/** Sums by hours of 20 rows; the errors of neighbouring rows depend on each other. */
function errorsOf(random: Random, hours: number, scale: number): Errors {
  const rows = 20 * hours;
  const error = autoregressive(0.8)(random, rows).map((value) => value * scale);
  const target = Float64Array.from({ length: rows }, () => 10 + normal(random));
  const series: Record<keyof Errors, Float64Array> = {
    ...{ error, target, prediction: target.map((value, i) => value + error[i]!) },
    ...{ 'absolute error': error.map(Math.abs), 'absolute target': target.map(Math.abs) },
    'relative error': error.map((value, i) => Math.abs(value / target[i]!)),
    'symmetric error': error.map(
      (value, i) => (2 * Math.abs(value)) / (Math.abs(target[i]!) + Math.abs(target[i]! + value)),
    ),
  };
  const summed = (values: Float64Array) => {
    const inHours = Array.from({ length: hours }, (_, hour) => values.subarray(20 * hour, 20 * hour + 20));
    return {
      starts: Float64Array.from(inHours, (_, hour) => hour * HOUR),
      n: Float64Array.from(inHours, () => 20),
      total: Float64Array.from(inHours, (part) => part.reduce((sum, value) => sum + value, 0)),
      squares: Float64Array.from(inHours, (part) => part.reduce((sum, value) => sum + value * value, 0)),
    };
  };
  return Object.fromEntries(Object.entries(series).map(([name, values]) => [name, summed(values)])) as Errors;
}

/** The share of runs in which all measures together say that the model changed. */
const shareOf = (stateIn: (random: Random, run: number) => string): number => {
  const random = seededRandom(5);
  const states = Array.from({ length: RUNS }, (_, run) => stateIn(random, run));
  return states.filter((state) => ['worse', 'better', 'mixed'].includes(state)).length / RUNS;
};

describe('a regression from sums by hour, errors AR .8', () => {
  const share = (scale: number): number =>
    shareOf((random, run) => {
      const errors = { reference: errorsOf(random, 150, 1), current: errorsOf(random, 150, scale) };
      const sides = {
        reference: { rows: 3000, missingTarget: 0, errors: errors.reference },
        current: { rows: 3000, missingTarget: 0, errors: errors.current },
      };
      return summarisedRegression(sides, run).overall.state;
    });

  test('nothing changed: something is said of the model at most as often as α allows', () => {
    expect(share(1)).toBeLessThanOrEqual(bound(RUNS));
  });

  test('errors + 40 %: it is seen', () => {
    expect(share(1.4)).toBeGreaterThanOrEqual(0.9);
  });
});

/** Counts by day of 100 rows; on some days (`spell`) more is wrong than on others. */
function countsOf(random: Random, days: number, wrong: number, spell: number): SummarisedModel['confusion'] {
  const level = autoregressive(0.7)(random, days);
  return Array.from({ length: days }, (_, day) => {
    const share = Math.min(0.9, Math.max(0.01, wrong * Math.exp(spell * level[day]!)));
    const cells = new Map<string, number>();
    for (let row = 0; row < 100; row++) {
      const truth = random() < 0.4 ? 'yes' : 'no';
      const predicted = random() < share ? (truth === 'yes' ? 'no' : 'yes') : truth;
      const key = `${truth} ${predicted}`;
      cells.set(key, (cells.get(key) ?? 0) + 1);
    }
    return [...cells].map(([key, n]) => {
      const [target = '', predicted = ''] = key.split(' ');
      return { day: day * DAY, target, predicted, n };
    });
  }).flat();
}

const counts = new Map([
  ['yes', 40],
  ['no', 60],
]);
const labels = matchLabels({ reference: counts, current: counts }, { reference: counts, current: counts });

describe.each([
  ['60 days that are alike', 60, 0],
  // Of 60 days that depend on each other so much there are too few blocks to say anything.
  ['240 days that depend on each other', 240, 0.5],
])('two classes from counts by day, %s', (_, days, spell) => {
  const share = (wrong: number): number =>
    shareOf((random, run) => {
      const sideOf = (share: number) => ({
        ...{ rows: 100 * days, missingTarget: 0 },
        counts: countsOf(random, days, share, spell),
      });
      return summarisedClassification(
        { reference: sideOf(0.1), current: sideOf(wrong) },
        { labels, scores: {}, threshold: null },
        run,
      ).overall.state;
    });

  test('nothing changed: something is said of the model at most as often as α allows', () => {
    expect(share(0.1)).toBeLessThanOrEqual(bound(RUNS));
  });

  test('twice as much is wrong: it is seen', () => {
    expect(share(0.2)).toBeGreaterThanOrEqual(0.9);
  });
});
