import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeCounts, cumulativeShare, ecdf, truncated } from '../../../src/stats/describe/ecdf.ts';

const of = (...values: number[]) => ecdf(Float64Array.from(values));
const tied = fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double()), { maxLength: 60 });

describe('ecdf', () => {
  test('counts ties, and counts what is no finite value apart', () => {
    const column = ecdf(
      Float64Array.of(2, -0, NaN, 2, Infinity, -Infinity, 0, 7, NaN, Infinity),
      Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 0),
    );
    expect(column).toEqual({
      values: Float64Array.of(0, 2),
      counts: Uint32Array.of(2, 2),
      size: 4,
      missing: 2,
      nan: 1,
      positiveInfinity: 2,
      negativeInfinity: 1,
    });
  });

  test('an empty column', () => {
    expect(of()).toMatchObject({ values: new Float64Array(), counts: new Uint32Array(), size: 0 });
  });

  test('leaves its input alone', () => {
    const values = Float64Array.of(3, NaN, 1);
    ecdf(values);
    expect(values).toEqual(Float64Array.of(3, NaN, 1));
  });

  test('every cell is counted once; values ascend strictly; the order of rows does not matter', () => {
    fc.assert(
      fc.property(tied, (cells) => {
        const column = of(...cells);
        const { size, nan, positiveInfinity, negativeInfinity } = column;
        expect(size + nan + positiveInfinity + negativeInfinity).toBe(cells.length);
        expect(column.counts.reduce((a, b) => a + b, 0)).toBe(size);
        expect(column.values.every((value, i) => i === 0 || column.values[i - 1]! < value)).toBe(true);
        expect(of(...cells.reverse())).toEqual(column);
      }),
    );
  });
});

test('cumulativeShare is the share of values ≤ x', () => {
  fc.assert(
    fc.property(tied, fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true })), (cells, x) => {
      const finite = [0, ...cells.filter(Number.isFinite)];
      const share = finite.filter((value) => value <= x).length / finite.length;
      expect(cumulativeShare(of(...finite))(x)).toBe(share);
    }),
  );
});

test('cumulativeCounts ends at the size', () => {
  expect(cumulativeCounts(of(5, 1, 5, 2))).toEqual(Uint32Array.of(1, 2, 4));
});

test.each([
  [2, 3, [2, 3, 3]],
  [-9, 2.5, [1, 2]],
  [4, 9, []],
  [2.1, 2.9, []],
  [3, 2, []],
])('within [%f, %f]', (low, high, kept) => {
  expect(truncated(of(1, 2, 3, 3, NaN), low, high)).toEqual({ ...of(...kept), nan: 1 });
});
