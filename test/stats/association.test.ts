import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlationRatio } from '../../src/stats/depend/correlation-ratio.ts';
import { kendall, kendallMatrix } from '../../src/stats/depend/kendall.ts';
import { cases, expectClose } from './oracle.ts';
import { draw, normal } from './samples.ts';

const column = (...values: number[]) => Float64Array.from(values);
const codes = (...values: number[]) => Int32Array.from(values);

test.each([
  ...cases<{ x: number[]; y: number[]; kendallTauB: number }>('correlation').map((one) => ({
    ...one,
    tauB: one.kendallTauB,
  })),
  ...cases<{ x: number[]; y: number[]; tauB: number }>('kendall'),
])('Kendall $tauB as in scipy', ({ x, y, tauB }) => {
  expectClose(kendall(column(...x), column(...y))!, tauB);
  expectClose(kendall(column(...y.map((v) => 1e-6 * v)), column(...x.map((v) => 5 * v)))!, tauB);
});

test.each(cases<{ codes: number[]; values: number[]; eta: number }>('correlation-ratio'))(
  "Correlation ratio $eta as from scipy's analysis of variance",
  ({ codes: groups, values, eta }) => {
    expectClose(correlationRatio(codes(...groups), column(...values))!, eta);
  },
);

const rows = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { maxLength: 40 });

/** The definition, pair by pair. */
function plainKendall(x: number[], y: number[]): number {
  let [sum, untiedX, untiedY] = [0, 0, 0];
  x.forEach((a, i) =>
    x.slice(0, i).forEach((b, j) => {
      sum += Math.sign(a - b) * Math.sign(y[i]! - y[j]!);
      untiedX += Number(a !== b);
      untiedY += Number(y[i] !== y[j]);
    }),
  );
  return sum / Math.sqrt(untiedX * untiedY);
}

describe('Kendall', () => {
  test('is its definition, symmetric, in bounds, and free of monotone maps and of the order of rows', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const tau = kendall(column(...x), column(...y));
        expect(tau === null).toBe(pairs.length < 3 || new Set(x).size < 2 || new Set(y).size < 2);
        if (tau === null) return;
        expectClose(tau, plainKendall(x, y));
        expect(Math.abs(tau)).toBeLessThanOrEqual(1);
        expectClose(kendall(column(...y), column(...x))!, tau);
        expectClose(kendall(column(...x.map((a) => -(a ** 3))), column(...y))!, -tau);
        expectClose(kendall(column(...x.toReversed()), column(...y.toReversed()))!, tau);
      }),
    );
  });

  test('takes the rows in which both have a value; −0 is 0, infinities are extremes', () => {
    expect(kendall(column(1, NaN, 2, 3, 9), column(1, 2, 3, 2, NaN))).toBe(kendall(column(1, 2, 3), column(1, 3, 2)));
    expectClose(kendall(column(1, 2, 3), column(1, 3, 2))!, 1 / 3);
    expect(kendall(column(-Infinity, -0, 0, Infinity), column(-5, 0, -0, 9))).toBe(1);
  });

  test('of 100 000 rows with one outlier of 10⁶', () => {
    const x = draw(100_000, normal);
    x[7] = 1e6;
    expect(kendall(x, x)).toBe(1);
    const y = draw(100_000, (random, row) => x[row]! + normal(random), 2);
    // Greiner's relation for normal columns: τ = 2/π arcsin ρ, ρ = 1/√2.
    expect(Math.abs(kendall(x, y)! - 0.5)).toBeLessThan(0.01);
  });

  test('the matrix is pairwise complete; null where a column does not vary', () => {
    const matrix = kendallMatrix([column(1, 2, 4), column(3, 3, 3), column(4, 2, 1)]);
    expect(matrix).toEqual([
      [1, null, -1],
      [null, null, null],
      [-1, null, 1],
    ]);
    expect(kendallMatrix([])).toEqual([]);
  });
});

describe('the correlation ratio', () => {
  test('is in bounds, free of shift, scale, order of rows and names of categories', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const groups = pairs.map(([a]) => (a < -6 ? -1 : (a + 9) % 4));
        const values = pairs.map(([, b]) => b);
        const eta = correlationRatio(codes(...groups), column(...values));
        const others = [
          correlationRatio(codes(...groups), column(...values.map((v) => -3 * v + 2 ** 30))),
          correlationRatio(codes(...groups), column(...values.map((v) => 2 ** -20 * v))),
          correlationRatio(codes(...groups.toReversed()), column(...values.toReversed())),
          correlationRatio(codes(...groups.map((g) => (g < 0 ? g : 9 - g))), column(...values)),
        ];
        for (const other of others) {
          if (eta === null) expect(other).toBeNull();
          else expectClose(other!, eta, 1e-7);
        }
        expect(eta ?? 0).toBeGreaterThanOrEqual(0);
        expect(eta ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    ['1 where the category tells the value', [0, 1, 0, 1], [3, 5, 3, 5], 1],
    ['0 where all categories have one mean', [0, 0, 1, 1], [1, 3, 0, 4], 0],
    ['the example', [0, 0, 1, 1], [1, 2, 3, 4], 0.8944271909999159],
    ['without missing cells', [0, -1, 0, 1, 1, 1], [1, 9, 2, 3, 4, NaN], 0.8944271909999159],
    ['null for a constant', [0, 0, 1, 1], [0.1, 0.1, 0.1, 0.1], null],
    ['null for one category', [2, 2, 2], [1, 2, 3], null],
    ['null for two rows', [0, 1], [1, 2], null],
    ['null for none', [], [], null],
  ])('is %s', (_, groups, values, eta) => {
    const result = correlationRatio(codes(...groups), column(...values));
    if (eta === null) expect(result).toBeNull();
    else expectClose(result!, eta);
  });
});
