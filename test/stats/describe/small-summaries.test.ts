import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  powerDeviations,
  smallMean,
  smallVariance,
  sortedQuantile,
} from '../../../src/stats/describe/small-summaries.ts';
import { quantiles } from '../../../src/stats/describe/quantiles.ts';
import { expectClose } from '../oracle.ts';
import { of } from '../samples.ts';

describe('summaries of few numbers', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });

  test('quantiles are of type 7, as those of whole columns', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, probability) => {
        const [whole = NaN] = quantiles(of(...list), [probability]);
        expectClose(sortedQuantile(Float64Array.from(list).sort(), probability), whole);
      }),
    );
    expect(sortedQuantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });

  test('mean and sample variance', () => {
    const far = Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 6);
    expect([smallMean(far), smallVariance(far)]).toEqual([1e9 + 3, 7]);
  });

  test('powers of deviations from the mean', () => {
    expect(powerDeviations(Float64Array.of(1, 2, 6), 2)).toBe(14);
    expect(powerDeviations([1, 2, 6], 3)).toBe(18);
  });
});
