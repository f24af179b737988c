import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { moments } from '../../../src/stats/describe/moments.ts';
import { of, relative } from '../samples.ts';

/** Mean and variance of whole numbers, in exact integers until the last division. */
function exact(integers: number[]) {
  const n = BigInt(integers.length);
  const big = integers.map(BigInt);
  const sum = big.reduce((a, b) => a + b, 0n);
  const squares = n * big.reduce((a, b) => a + b * b, 0n) - sum * sum;
  const mean = Number(sum / n) + Number(sum % n) / Number(n);
  return { mean, variance: Number(squares) / Number(n * (n - 1n)) };
}

const integers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 80 });

describe('moments', () => {
  test.each([0, 2 ** 30, -(2 ** 50)])('equal exact integer arithmetic at offset %d', (offset) => {
    fc.assert(
      fc.property(integers, (deviations) => {
        const values = deviations.map((value) => value + offset);
        const { mean, variance } = exact(values);
        const result = moments(of(...values));
        expect(Math.abs(result.mean! - mean)).toBeLessThanOrEqual(2 ** -52 * Math.abs(mean) + 1e-13);
        expect(Math.abs(result.std! - Math.sqrt(variance))).toBeLessThanOrEqual(4e-15 * Math.sqrt(variance));
      }),
    );
  });

  test.each([2 ** -1000, 2 ** -20, 2 ** 20, 2 ** 1000])('scale by %d scales them exactly', (scale) => {
    fc.assert(
      fc.property(integers, (values) => {
        const plain = moments(of(...values));
        const scaled = moments(of(...values.map((value) => value * scale)));
        expect(scaled.mean! / scale).toBeCloseTo(plain.mean!, 11);
        expect(scaled.std! / scale).toBeCloseTo(plain.std!, 11);
      }),
    );
  });

  test('10⁹ plus small noise', () => {
    const { mean, std } = moments(of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16));
    expect(mean).toBe(1e9 + 10);
    expect(relative(std!, Math.sqrt(30))).toBeLessThan(1e-15);
  });

  test('values that cancel leave their exact mean', () => {
    const large = [10 ** 16, -(10 ** 16) - 8, 10 ** 16 + 6, -(10 ** 16) + 14, 10 ** 16, -(10 ** 16)];
    const values = [...large, ...Array.from({ length: 9 }, (_, i) => i - 3), 1, 1, 1];
    expect(moments(of(...values)).mean).toBe(exact(values).mean);
    fc.assert(
      fc.property(integers, fc.integer({ min: 0, max: 4 }), (small, copies) => {
        const both = [...small, ...Array.from({ length: copies }, () => [2 ** 52 + 2, -(2 ** 52)]).flat()];
        const { mean } = exact(both);
        expect(Math.abs(moments(of(...both)).mean! - mean)).toBeLessThanOrEqual(1e-15 * Math.abs(mean) + 1e-12);
      }),
    );
  });

  test('the largest doubles do not overflow', () => {
    const max = Number.MAX_VALUE;
    expect(moments(of(-max, max, 0))).toMatchObject({ mean: 0, min: -max, max });
    expect(relative(moments(of(-max, max, 0)).std!, max)).toBeLessThan(1e-15);
  });

  test('a constant column has exactly its value and no spread', () => {
    expect(moments(ecdf(new Float64Array(1000).fill(0.1)))).toEqual({ mean: 0.1, std: 0, min: 0.1, max: 0.1 });
  });

  test('what too few values leave undefined is null', () => {
    expect(moments(of(NaN, Infinity))).toEqual({ mean: null, std: null, min: null, max: null });
    expect(moments(of(3))).toEqual({ mean: 3, std: null, min: 3, max: 3 });
  });
});
