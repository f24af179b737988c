import { expect, test } from 'vitest';
import { seededRandom } from '../../src/stats/random.ts';

const draw = (seed: number, size: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: size }, () => random());
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(7, 5)).toEqual(draw(7, 5));
  expect(draw(7, 5)).not.toEqual(draw(8, 5));
});

test('20 000 numbers are uniform: mean, variance, tenths and lag-1 correlation within 4 standard errors', () => {
  const size = 20_000;
  const numbers = draw(20261123, size);
  const mean = numbers.reduce((a, b) => a + b) / size;
  const centred = numbers.map((x) => x - mean);
  const variance = centred.reduce((a, x) => a + x * x, 0) / size;
  const lagged = centred.slice(1).reduce((a, x, i) => a + x * centred[i]!, 0) / size / variance;
  const tenths = Array.from({ length: 10 }, (_, t) => numbers.filter((x) => Math.floor(10 * x) === t).length);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / size));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / size));
  expect(Math.abs(lagged)).toBeLessThan(4 / Math.sqrt(size));
  for (const count of tenths) expect(Math.abs(count - size / 10)).toBeLessThan(4 * Math.sqrt(size * 0.09));
});
