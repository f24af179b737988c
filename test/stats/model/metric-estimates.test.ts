import { expect, test } from 'vitest';
import { normalQuantile } from '../../../src/stats/distributions/normal.ts';
import { freedomOf, reachOf } from '../../../src/stats/model/metric-estimates.ts';

test('blocks that are alike leave all degrees of freedom; the reach is Student’s', () => {
  const alike = Float64Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  expect(freedomOf(alike, 20)).toBe(19);
  // scipy.stats.t.ppf(0.975, 19) * sqrt(20 / 19)
  expect(reachOf(alike, 20)).toBeCloseTo(2.1474, 5);
  expect(freedomOf(new Float64Array(20), 20)).toBe(19);
});

test('a block that makes the variance alone leaves two', () => {
  const one = Float64Array.from({ length: 400 }, (_, i) => Number(i === 7));
  expect(freedomOf(one, 400)).toBeCloseTo(2, 1);
});

test('parts of a normal distribution leave a degree each, squares of one a seventh', () => {
  // Kurtosis 3 and 15: quantiles stand for a sample.
  const quantiles = Float64Array.from({ length: 20_001 }, (_, i) => normalQuantile((i + 0.5) / 20_001));
  expect(freedomOf(quantiles, 20_001) / 20_001).toBeCloseTo(1, 1);
  expect(
    freedomOf(
      quantiles.map((z) => z * z),
      20_001,
    ) / 20_001,
  ).toBeCloseTo(1 / 7, 1);
});
