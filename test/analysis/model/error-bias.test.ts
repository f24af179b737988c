import { expect, test } from 'vitest';
import { errorBias } from '../../../src/analysis/model/features/error-bias.ts';

/** Groups of the error: two rows under-estimated, three near, two over-estimated, one in none. */
const groups = Int32Array.of(0, 0, 1, 1, 1, 2, 2, -1);

test('a category’s usual value is the most frequent one, not the mean of its codes', () => {
  const codes = Int32Array.of(0, 0, 1, 1, 2, 2, 2, 0);
  const bins = { kind: 'categorical' as const, names: ['light', 'medium', 'maximum'], others: false };
  expect(errorBias(groups, { codes, values: null }, bins)).toEqual({
    under: 'light',
    majority: 'medium',
    over: 'maximum',
    rangePercent: 100,
  });
});

test('of the same category on both ends the range is nothing', () => {
  const codes = Int32Array.of(1, 1, 0, 0, 0, 1, 1, 0);
  const bins = { kind: 'categorical' as const, names: ['a', 'b'], others: false };
  expect(errorBias(groups, { codes, values: null }, bins)).toMatchObject({ under: 'b', over: 'b', rangePercent: 0 });
});

test('a number’s usual value is its mean, and the range a share of its own', () => {
  const values = Float64Array.of(1, 3, 4, 5, 6, 8, 10, 99);
  const bins = { kind: 'numeric' as const, edges: [0, 5, 10] };
  expect(errorBias(groups, { codes: new Int32Array(8), values }, bins)).toEqual({
    under: 2,
    majority: 5,
    over: 9,
    rangePercent: (100 * 7) / 9,
  });
});
