import { describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../../src/facts/settings/settings.ts';
import { isModelWorse } from '../../../src/report/verdict/model-part.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { normal } from '../../../tools/calibration/draws.ts';
import { analyze } from '../../inputs/analyze.ts';
import { measured, model } from '../../inputs/read-report.ts';

/** A model that errs by 1 by day and by 3 at night, times `worse`. */
function errors(seed: number, nights: number, worse = 1): string {
  const random = seededRandom(seed);
  const lines = Array.from({ length: 1200 }, () => {
    const shift = random() < nights ? 'night' : 'day';
    const target = 50 + 10 * normal(random);
    const error = normal(random) * (shift === 'night' ? 3 : 1) * worse;
    return [shift, target.toFixed(4), (target + error).toFixed(4)].join(',');
  });
  return ['shift,target,prediction', ...lines].join('\n');
}

/** A classifier that is wrong in 5 % by day and 30 % at night, and says so. */
function classes(seed: number, nights: number, worse = 0): string {
  const random = seededRandom(seed);
  const lines = Array.from({ length: 1200 }, () => {
    const shift = random() < nights ? 'night' : 'day';
    const wrong = (shift === 'night' ? 0.3 : 0.05) + worse;
    const guess = random() < 0.5;
    const truth = random() < wrong ? !guess : guess;
    return [shift, truth ? 'yes' : 'no', guess ? 'yes' : 'no'].join(',');
  });
  return ['shift,target,prediction', ...lines].join('\n');
}

const within: ConfigInput = { compareWithin: ['shift'] };
const meanSize = (text: string, shift: string): number => {
  const sizes = text
    .split('\n')
    .map((line) => line.split(','))
    .filter(([name]) => name === shift)
    .map(([, target, prediction]) => Math.abs(Number(prediction) - Number(target)));
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
};

describe('a regression whose errors depend on the shift', () => {
  const [reference, mixed, worse] = [errors(1, 0.2), errors(2, 0.6), errors(3, 0.6, 1.3)];

  test('another mix of shifts makes the errors larger, and the model no worse', async () => {
    const whole = await analyze({ reference, current: mixed }, {});
    expect(model(whole).overall?.state).toBe('worse');
    expect(isModelWorse(whole.performance)).toBe(true);
    const report = await analyze({ reference, current: mixed }, within);
    expect(measured(report, 'mae')).toEqual(measured(whole, 'mae'));
    expect(model(report).within?.state).toBe('noMoreThanNoise');
    expect(isModelWorse(report.performance)).toBe(false);
    expect(report.verdict.headline).toMatch(
      /^The model is about as good as before: mean absolute error 1\.\d+ → 1\.\d+, \+[\d.]+%; within the same “shift” 1\.\d+ → 1\.\d+, .*, no more than noise\./,
    );
    expect(report.performance?.summary).toMatch(
      /Within the same “shift”: mean absolute error .* no more than noise\.$/,
    );
  });

  test('MAE_w is Σ w_h MAE_h', async () => {
    const report = await analyze({ reference, current: mixed }, within);
    const nights = mixed.split('\n').filter((line) => line.startsWith('night')).length / 1200;
    const mae = model(report).within?.measures.find(({ id }) => id === 'mae');
    expect(mae?.reference).toBeCloseTo(
      nights * meanSize(reference, 'night') + (1 - nights) * meanSize(reference, 'day'),
      9,
    );
    expect(mae?.current).toBeCloseTo(measured(report, 'mae')[1] ?? NaN, 9);
  });

  test('a model that is worse within shifts is said to be, with both numbers', async () => {
    const report = await analyze({ reference, current: worse }, within);
    expect(model(report).within?.state).toBe('worse');
    expect(isModelWorse(report.performance)).toBe(true);
    expect(report.verdict.headline).toMatch(/^The model got worse: .*; within the same “shift” /);
  });

  test('measures that are no means over rows say so', async () => {
    const report = await analyze({ reference, current: mixed }, within);
    expect(model(report).within?.others).toEqual(['wape', 'r2', 'error_std', 'median_absolute_error', 'max_error']);
    expect(model(report).notes.join(' ')).toContain('Over all rows alone, not within the same “shift”: ');
  });
});

describe('a classifier whose errors depend on the shift', () => {
  const reference = classes(4, 0.2);

  test('accuracy is no worse within shifts, where the mix alone is another', async () => {
    const report = await analyze({ reference, current: classes(5, 0.6) }, within);
    const accuracy = model(report).within?.measures.find(({ id }) => id === 'accuracy');
    expect(accuracy?.beyondNoise).toBe(false);
    expect(model(report).within?.state).toBe('noMoreThanNoise');
    expect(model(report).overall?.state).toBe('worse');
  });

  test('and is found to be worse where it is', async () => {
    const report = await analyze({ reference, current: classes(6, 0.6, 0.1) }, within);
    expect(model(report).within?.state).toBe('worse');
  });
});

test('two models on the same rows have the same mix', async () => {
  const report = await analyze({ reference: errors(7, 0.3), current: errors(7, 0.3, 1.2) }, within);
  expect(model(report).twoModels).toBe(true);
  expect(model(report).within).toBeUndefined();
});

test('and so has one model on the same rows', async () => {
  const file = errors(7, 0.3);
  const report = await analyze({ reference: file, current: file }, within);
  expect(model(report).twoModels).toBe(false);
  expect(model(report).within).toBeUndefined();
});
