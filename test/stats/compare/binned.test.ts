import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  smoothed,
  total,
  type BinnedCounts,
  type BinnedDistance,
} from '../../../src/stats/compare/binned/binned-counts.ts';
import { commonLevels, tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';
import { hellinger } from '../../../src/stats/compare/binned/hellinger.ts';
import { jensenShannon } from '../../../src/stats/compare/binned/jensen-shannon.ts';
import { psi } from '../../../src/stats/compare/binned/psi.ts';
import { quantileEdges } from '../../../src/stats/describe/quantile-bins.ts';
import { binnedTotalVariation, totalVariation } from '../../../src/stats/compare/binned/total-variation.ts';
import { cases, expectClose } from '../oracle.ts';
import { reasonOf } from '../reason-of.ts';
import { of } from '../samples.ts';

interface Case {
  name: string;
  reference: Record<string, number>;
  current: Record<string, number>;
  expected: {
    totalVariation: number;
    jensenShannonDistanceNatural: number;
    hellinger: number;
    evidently: { psi: number };
  };
}

const table = (counts: Record<string, number>) => tableFromCounts(Object.keys(counts), Object.values(counts));
const counts = (reference: number[], current: number[]): BinnedCounts => {
  return { reference: Float64Array.from(reference), current: Float64Array.from(current) };
};
const emptyBin = ({ reference, current }: BinnedCounts) => reference.some((r, k) => r === 0 || current[k] === 0);

describe('distances of levels give the values of scipy, and where no level is empty those of Evidently', () => {
  test.each(cases<Case>('two-sample-categorical'))('$name', ({ reference, current, expected }) => {
    const both = commonLevels(table(reference), table(current));
    expectClose(binnedTotalVariation(both).value, expected.totalVariation);
    expectClose(jensenShannon(both).value, expected.jensenShannonDistanceNatural);
    expectClose(hellinger(both).value, expected.hellinger);
    if (!emptyBin(both)) expectClose(psi(both).value, expected.evidently.psi);
  });
});

const distances: [string, (counts: BinnedCounts) => BinnedDistance, most: number][] = [
  ['psi', psi, Infinity],
  ['jensen_shannon', jensenShannon, Math.sqrt(Math.LN2)],
  ['hellinger', hellinger, 1],
  ['total_variation', binnedTotalVariation, 1],
];

/** How the parts make up the value. */
const whole: Record<string, (parts: Float64Array) => number> = {
  jensen_shannon: (parts) => Math.sqrt(total(parts)),
  hellinger: (parts) => Math.sqrt(total(parts)),
};

const side = fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }).filter((bins) => bins.some((n) => n > 0));

describe.each(distances)('%s', (name, distance, most) => {
  test('is symmetric, free of order, of unused bins and of a common factor, and in bounds', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { value, parts } = distance(counts(a, b));
        expectClose(distance(counts(b, a)).value, value);
        expectClose(distance(counts([...a.toReversed(), 0], [...b.toReversed(), 0])).value, value);
        if (!emptyBin(counts(a, b))) {
          const scaled = distance(counts(a.map((n) => 7 * n), b.map((n) => 3 * n))); // prettier-ignore
          expectClose(scaled.value, value);
        }
        expectClose((whole[name] ?? total)(parts), value);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(most);
        expect(Number.isFinite(value)).toBe(true);
        a.forEach((r, k) => r + b[k]! === 0 && expect(parts[k]).toBe(0));
      }),
    );
  });

  test('is 0 for equal shares, and only for them', () => {
    expect(distance(counts([3, 0, 9], [1, 0, 3])).value).toBe(0);
    expect(distance(counts([3, 9], [9, 3])).value).toBeGreaterThan(0.1);
    expect(distance(counts([1e9, 1e9], [1e9 + 1, 1e9])).value).toBeGreaterThan(0);
  });

  test('of an empty side is an error that says so', () => {
    const reason = reasonOf(() => distance(counts([0, 0], [1, 2])));
    expect(reason).toEqual({ kind: 'no-values', values: { statistic: name, side: 'reference' } });
  });
});

test.each([
  ['psi', psi, 0.2746530721670274],
  ['jensenShannon', jensenShannon, 0.1839077909404743],
  ['hellinger', hellinger, 0.18459191128251454],
  ['totalVariation', binnedTotalVariation, 0.25],
])('the example of %s holds', (_, distance, value) => {
  expectClose(distance(counts([50, 50], [25, 75])).value, value);
});

test.each([jensenShannon, hellinger, binnedTotalVariation])(
  'columns without a common level are as far apart as can be: %#',
  (distance) => {
    const most = distances.find(([, other]) => other === distance)![2];
    expectClose(distance(counts([5, 0], [0, 9])).value, most);
  },
);

test('small differences keep their digits', () => {
  const near = counts([1e7, 1e7], [1e7 + 1, 1e7 - 1]);
  // To first order: shares differ by ±d, d = 5e-8.
  expectClose(psi(near).value, 4 * 5e-8 ** 2, 0);
  expectClose(jensenShannon(near).value, 5e-8 / Math.SQRT2, 0);
  expectClose(hellinger(near).value, 5e-8 / Math.SQRT2, 0);
});

describe('empty bins', () => {
  test.each([
    [
      [1, 0],
      [2, 3],
      [1.5, 0.5],
      [2, 3],
    ],
    [
      [1, 2],
      [3, 4],
      [1, 2],
      [3, 4],
    ],
    [
      [5, 0, 0],
      [0, 0, 5],
      [5.5, 0, 0.5],
      [0.5, 0, 5.5],
    ],
  ])('%j and %j become %j and %j', (reference, current, r, c) => {
    expect(smoothed(counts(reference, current))).toEqual(counts(r, c));
  });

  test('weigh the less the smaller the side is', () => {
    const value = (rows: number) => psi(counts([500, 500, 20], [rows, rows, 0])).value;
    expect(value(5)).toBeLessThan(value(500));
    expect(psi(counts([500, 500, 0], [500, 500, 1])).value).toBeLessThan(0.01);
  });
});

describe('quantile bins', () => {
  test.each([
    [3, [1, 2, 3, 4, 5, 6], [2, 4]],
    [2, [1, 2, 3], [2]],
    [1, [1, 2, 3], []],
    [10, [7, 7, 7], []],
    [4, [0, 0, 0, 0, 0, 1, 2, 3], [0, 1]],
    [10, [1, 1, 1, 2, 2, 2, 3, 3, 3], [1, 2]],
  ])('%d bins of %j have edges %j', (bins, values, edges) => {
    expect([...quantileEdges(of(...values), bins)]).toEqual(edges);
  });
});

test('total variation of tables is that of their common levels', () => {
  const [a, b] = [table({ x: 24, y: 6 }), table({ y: 3, z: 1, x: 22 })];
  expect(totalVariation(a, b)).toBe(binnedTotalVariation(commonLevels(a, b)).value);
});
