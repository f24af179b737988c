import { quantileSorted } from 'd3-array';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fences } from '../../../src/stats/describe/fences.ts';
import { mostCommonValues } from '../../../src/stats/describe/most-common.ts';
import { quantiles } from '../../../src/stats/describe/quantiles.ts';
import { StatisticError } from '../../../src/stats/statistic-error.ts';
import { draw, normal, of } from '../samples.ts';

describe('quantiles', () => {
  test('equal d3-array (type 7) at any probabilities, in the order asked', () => {
    const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })), {
      minLength: 1,
      maxLength: 50,
    });
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(cells, probabilities, (values, ps) => {
        const sorted = values.toSorted((a, b) => a - b);
        const result = quantiles(of(...values), [...ps, 0, 1, 0.5]);
        for (const [i, p] of [...ps, 0, 1, 0.5].entries()) {
          const expected = quantileSorted(sorted, p)!;
          expect(Math.abs(result[i]! - expected)).toBeLessThanOrEqual(1e-14 * Math.max(...sorted.map(Math.abs)));
        }
      }),
    );
  });

  test('between the largest doubles of either sign', () => {
    expect(quantiles(of(-Number.MAX_VALUE, Number.MAX_VALUE), [0.5, 1])).toEqual([0, Number.MAX_VALUE]);
  });

  test('need a finite value', () => {
    expect(() => quantiles(of(NaN), [0.5])).toThrow(StatisticError);
  });
});

test.each([
  [2, [{ value: 2, count: 2 }, { value: 1, count: 1 }]], // prettier-ignore
  [9, [{ value: 2, count: 2 }, { value: 1, count: 1 }, { value: 5, count: 1 }]], // prettier-ignore
  [0, []],
])('the %d most common values', (limit, expected) => {
  expect(mostCommonValues(of(5, 2, 1, 2), limit)).toEqual(expected);
});

test('a value that is common only late still comes first', () => {
  expect(mostCommonValues(of(1, 2, 3, 3, 4, 5, 5, 5), 2).map(({ value }) => value)).toEqual([5, 3]);
});

describe('fences', () => {
  test('the example of the documentation', () => {
    expect(fences(of(1, 2, 2, 3, 1000))).toEqual({ low: -1, high: 6 });
  });

  test('of a normal column lie near ±4.7 σ', () => {
    const { low, high } = fences(of(...draw(5000, normal)));
    expect(low).toBeCloseTo(-4.72, 0);
    expect(high).toBeCloseTo(4.72, 0);
  });

  test('of a column of zeros and a few others do not collapse onto zero', () => {
    expect(fences(of(...draw(1000, (random, row) => (row % 10 === 0 ? random() : 0)))).high).toBeGreaterThan(0.9);
  });
});
