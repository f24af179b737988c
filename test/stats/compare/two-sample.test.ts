import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/stats/adjust/benjamini-hochberg.ts';
import { chiSquareHomogeneity } from '../../../src/stats/compare/categorical/chi-square.ts';
import { tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';
import { ksExactPValue } from '../../../src/stats/compare/numeric/ks-exact.ts';
import { kolmogorovSmirnov, ksAsymptoticPValue, ksEffectivePValue } from '../../../src/stats/compare/numeric/ks.ts';
import { totalVariation } from '../../../src/stats/compare/binned/total-variation.ts';
import { effectScale, normalisedWasserstein, wasserstein } from '../../../src/stats/compare/numeric/wasserstein.ts';
import { cases, expectClose } from '../oracle.ts';
import { reasonOf } from '../reason-of.ts';
import { draw, normal, of } from '../samples.ts';

interface NumericCase {
  name: string;
  reference: number[];
  current: number[];
  expected: {
    ks: { statistic: number; pValue: number; pValueAsymptotic?: number };
    wasserstein: number;
  };
}

interface CategoricalCase {
  name: string;
  reference: Record<string, number>;
  current: Record<string, number>;
  expected: {
    chiSquareHomogeneity: { statistic: number; pValue: number; degreesOfFreedom: number };
    totalVariation: number;
  };
}

const table = (counts: Record<string, number>) => tableFromCounts(Object.keys(counts), Object.values(counts));
/** P-values are compared relatively, however small. */
const EXACTLY = 1e-300;

describe('numeric columns give the values of scipy', () => {
  test.each(cases<NumericCase>('two-sample-numeric'))('$name', ({ reference, current, expected }) => {
    const [r, c] = [of(...reference), of(...current)];
    const result = kolmogorovSmirnov(r, c);
    expectClose(result.statistic, expected.ks.statistic);
    expectClose(result.pValue, expected.ks.pValue, EXACTLY);
    expectClose(wasserstein(r, c), expected.wasserstein);
    if (expected.ks.pValueAsymptotic === undefined) return;
    expectClose(ksAsymptoticPValue(result.statistic, r.size, c.size), expected.ks.pValueAsymptotic, EXACTLY);
  });

  test.each(cases<{ n: number; m: number; scaled: number; pValue: number }>('ks-exact'))(
    'exact p-value for $n and $m rows, $scaled',
    ({ n, m, scaled, pValue }) => {
      expectClose(ksExactPValue(scaled, n, m), pValue, 1e-310);
      expectClose(ksExactPValue(scaled, m, n), pValue, 1e-310);
    },
  );
});

describe('categorical columns give the values of scipy', () => {
  test.each(cases<CategoricalCase>('two-sample-categorical'))('$name', ({ reference, current, expected }) => {
    const [r, c] = [table(reference), table(current)];
    const result = chiSquareHomogeneity(r, c);
    expectClose(result.statistic, expected.chiSquareHomogeneity.statistic);
    expectClose(result.pValue, expected.chiSquareHomogeneity.pValue, EXACTLY);
    expect(result.degreesOfFreedom).toBe(expected.chiSquareHomogeneity.degreesOfFreedom);
    expectClose(totalVariation(r, c), expected.totalVariation);
  });
});

test.each(cases<{ pValues: number[]; benjaminiHochberg: number[] }>('adjust'))(
  'Benjamini-Hochberg gives the values of statsmodels: $pValues.length p-values',
  ({ pValues, benjaminiHochberg: expected }) => {
    benjaminiHochberg(pValues).forEach((q, i) => expectClose(q, expected[i]!, EXACTLY));
    expect(benjaminiHochberg(pValues)).toHaveLength(pValues.length);
  },
);

test('Benjamini-Hochberg: none, ties, and order', () => {
  expect(benjaminiHochberg([])).toEqual([]);
  expect(benjaminiHochberg([0.04, 0.01, 0.06])).toEqual([0.06, 0.03, 0.06]);
  expect(benjaminiHochberg([0.2, 0.2, 1])).toEqual([0.30000000000000004, 0.30000000000000004, 1]);
});

const column = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });
const counts = fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }).filter((cells) => cells.some((n) => n > 0));

describe('Kolmogorov-Smirnov', () => {
  test('is symmetric, keeps under increasing maps and order of rows, and stays in its bounds', () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const result = kolmogorovSmirnov(of(...a), of(...b));
        const back = kolmogorovSmirnov(of(...b), of(...a));
        const bent = kolmogorovSmirnov(of(...a.map((x) => x ** 3)), of(...b.map((x) => x ** 3).reverse()));
        expect(back).toEqual(result);
        expect(bent).toEqual({ ...result, x: result.x ** 3 });
        expect(result.statistic).toBeGreaterThanOrEqual(0);
        expect(result.statistic).toBeLessThanOrEqual(1);
        expect(result.pValue).toBeGreaterThan(0);
        expect(result.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the exact p-value is the share of all orders with a gap at least as large', () => {
    for (const [n, m] of [
      [3, 4],
      [4, 4],
      [2, 6],
    ] as const) {
      // prettier-ignore
      const gaps = orders(n, m).map((order) => gapOf(order, n, m));
      for (const gap of new Set(gaps)) {
        const share = gaps.filter((other) => other >= gap).length / gaps.length;
        expectClose(ksExactPValue(gap, n, m), share);
      }
    }
  });

  test('is asymptotic beyond 10 000 rows on a side', () => {
    const [a, b] = [of(...draw(10_001, normal)), of(...draw(500, normal, 2))];
    const { statistic, pValue, pValueKind } = kolmogorovSmirnov(a, b);
    expect(pValueKind).toBe('asymptotic');
    expect(pValue).toBe(ksAsymptoticPValue(statistic, 10_001, 500));
    expect(kolmogorovSmirnov(b, b).pValueKind).toBe('exact');
  });

  test('a smaller effective size gives a larger p-value, near the exact one at full size', () => {
    expect(ksEffectivePValue(0.1, 100, 100)).toBeGreaterThan(ksEffectivePValue(0.1, 200, 200));
    expect(
      Math.abs(ksEffectivePValue(0.03, 5000, 4999) / ksExactPValue(0.03 * 5000 * 4999, 5000, 4999) - 1),
    ).toBeLessThan(0.05);
  });
});

/** All orders of n reference (true) and m current values. */
function orders(n: number, m: number): boolean[][] {
  if (n === 0) return [new Array<boolean>(m).fill(false)];
  if (m === 0) return [new Array<boolean>(n).fill(true)];
  const after = (first: boolean) => (rest: boolean[]) => [first, ...rest];
  return [...orders(n - 1, m).map(after(true)), ...orders(n, m - 1).map(after(false))];
}

function gapOf(order: boolean[], n: number, m: number): number {
  let [r, c, gap] = [0, 0, 0];
  for (const isReference of order) {
    if (isReference) r++;
    else c++;
    gap = Math.max(gap, Math.abs(r * m - c * n));
  }
  return gap;
}

describe('Wasserstein', () => {
  test('is a metric that moves with shift and scale', () => {
    fc.assert(
      fc.property(column, column, fc.integer({ min: -50, max: 50 }), (a, b, k) => {
        const distance = wasserstein(of(...a), of(...b));
        expectClose(wasserstein(of(...b), of(...a)), distance);
        expectClose(
          wasserstein(of(...a.map((x) => k * x + 7)), of(...b.map((x) => k * x + 7))),
          Math.abs(k) * distance,
        );
        expectClose(wasserstein(of(...a), of(...a.map((x) => x + k))), Math.abs(k));
      }),
    );
  });

  test('of equal sizes is the mean distance of the sorted values', () => {
    const [a, b] = [draw(300, normal), draw(300, (random) => 3 * normal(random) + 1, 2)];
    const mean = a.toSorted().reduce((sum, x, i) => sum + Math.abs(x - b.toSorted()[i]!) / 300, 0);
    expectClose(wasserstein(of(...a), of(...b)), mean);
  });

  test.each([
    ['standard deviation', [1, 2, 3], [2, 3, 4], { distance: 1, scale: 1, value: 1 }],
    ['reference value', [-5, -5], [-4.5], { distance: 0.5, scale: 5, value: 0.1 }],
    ['reference value', [8], [8], { distance: 0, scale: 8, value: 0 }],
    ['mean size of current', [0, 0], [-3, 0], { distance: 1.5, scale: 1.5, value: 1 }],
    ['mean size of current', [0], [0], { distance: 0, scale: 0, value: 0 }],
  ])('scale: %s of %j to %j', (scaleKind, reference, current, expected) => {
    expect(normalisedWasserstein(of(...reference), of(...current))).toEqual({ ...expected, scaleKind });
  });

  test('the scale is the sample standard deviation', () => {
    expectClose(effectScale(of(1, 2, 3, 4), of(0)).scale, 1.2909944487358056);
  });
});

describe('tables', () => {
  const of4 = (cells: number[]) => tableFromCounts(['a', 'b', 'c', 'd'], cells);

  test('chi-square and total variation are symmetric and in bounds; equal shares give 0; unused levels do not matter', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1, max: 9 }), (a, b, k) => {
        const result = chiSquareHomogeneity(of4(a), of4(b));
        const distance = totalVariation(of4(a), of4(b));
        expectClose(chiSquareHomogeneity(of4(b), of4(a)).statistic, result.statistic);
        expectClose(totalVariation(of4(b), of4(a)), distance);
        expect(distance).toBeLessThanOrEqual(1);
        expect(result.pValue).toBeLessThanOrEqual(1);
        expect(totalVariation(of4(a), of4(a.map((n) => n * k)))).toBe(0);
        expect(chiSquareHomogeneity(of4(a), of4(a.map((n) => n * k)))).toMatchObject({ statistic: 0, pValue: 1 });
        expect(
          chiSquareHomogeneity(tableFromCounts(['x', 'd', 'c', 'b', 'a'], [0, ...a.toReversed()]), of4(b))
            .degreesOfFreedom,
        ).toBe(result.degreesOfFreedom);
      }),
    );
  });

  test('one level on both sides leaves nothing to test', () => {
    const only = tableFromCounts(['a', 'b'], [5, 0]);
    expect(chiSquareHomogeneity(only, only)).toEqual({
      statistic: 0,
      degreesOfFreedom: 0,
      pValue: 1,
      smallestExpected: 5,
    });
  });

  test('the smallest expected count', () => {
    expect(chiSquareHomogeneity(of4([8, 2, 0, 0]), of4([18, 0, 0, 2])).smallestExpected).toBeCloseTo(2 / 3, 15);
  });
});

test.each([
  ['ks', () => kolmogorovSmirnov(of(1), of(NaN))],
  ['wasserstein', () => wasserstein(of(1), of())],
  ['chi_square', () => chiSquareHomogeneity(table({ a: 1 }), table({}))],
  ['total_variation', () => totalVariation(table({ a: 1 }), table({}))],
])('%s of an empty column is an error that says so', (statistic, compute) => {
  expect(reasonOf(compute)).toEqual({ kind: 'no-values', values: { statistic, side: 'current' } });
});
