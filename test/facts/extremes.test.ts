import { describe, expect, test } from 'vitest';
import { largest, smallest } from '../../src/facts/extremes.ts';

describe('extremes', () => {
  test('of a million numbers', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i));
    expect(largest(values)).toBeCloseTo(1, 9);
    expect(smallest(values)).toBeCloseTo(-1, 9);
  });

  test('of none, of what there is at least, and beside NaN', () => {
    expect([largest([]), smallest([])]).toEqual([-Infinity, Infinity]);
    expect([largest([-3, -2], 0), smallest([3, 2], 0)]).toEqual([0, 0]);
    expect([largest([1, NaN, 2]), smallest(new Set([1, NaN, 2]))]).toEqual([NaN, NaN]);
  });
});
