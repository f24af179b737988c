import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareHomogeneity } from '../../../src/stats/compare/categorical/chi-square.ts';
import { hypergeometric } from '../../../src/stats/distributions/hypergeometric.ts';
import { fisherExact } from '../../../src/stats/compare/categorical/fisher-exact.ts';
import { tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';
import { gTest } from '../../../src/stats/compare/categorical/g-test.ts';
import { cases, expectClose } from '../oracle.ts';
import { reasonOf } from '../reason-of.ts';

interface Case {
  name: string;
  reference: Record<string, number>;
  current: Record<string, number>;
  expected: {
    chiSquareHomogeneity: { degreesOfFreedom: number };
    gTestHomogeneity: { statistic: number; pValue: number };
    fisherExact?: { oddsRatio: number; pValue: number };
  };
}

/** P-values are compared relatively, however small. */
const EXACTLY = 1e-300;

const named = (counts: Record<string, number>) => tableFromCounts(Object.keys(counts), Object.values(counts));
const table = (...counts: number[]) => tableFromCounts(['a', 'b', 'c', 'd'].slice(0, counts.length), counts);

describe('tests of tables give the values of scipy', () => {
  test.each(cases<Case>('two-sample-categorical'))('$name', ({ reference, current, expected }) => {
    const [r, c] = [named(reference), named(current)];
    const result = gTest(r, c);
    expectClose(result.statistic, expected.gTestHomogeneity.statistic);
    expectClose(result.pValue, expected.gTestHomogeneity.pValue, EXACTLY);
    expect(result.degreesOfFreedom).toBe(expected.chiSquareHomogeneity.degreesOfFreedom);
    if (!expected.fisherExact) return;
    const fisher = fisherExact(r, c);
    expectClose(fisher.oddsRatio, expected.fisherExact.oddsRatio);
    expectClose(fisher.pValue, expected.fisherExact.pValue, EXACTLY);
  });

  test.each(cases<{ reference: number[]; current: number[]; pValue: number }>('fisher'))(
    "Fisher's exact test of $reference and $current",
    ({ reference, current, pValue }) => {
      expectClose(fisherExact(table(...reference), table(...current)).pValue, pValue, EXACTLY);
    },
  );
});

const cells = (levels: number) =>
  fc.array(fc.nat(30), { minLength: levels, maxLength: levels }).filter((counts) => counts.some((n) => n > 0));

describe.each([
  ['g_test', gTest, 4],
  ['fisher_exact', fisherExact, 2],
] as const)('%s', (name, compute, levels) => {
  test('is symmetric, free of the order of levels, and has a p-value in (0, 1]', () => {
    fc.assert(
      fc.property(cells(levels), cells(levels), (a, b) => {
        const { pValue } = compute(table(...a), table(...b));
        expectClose(compute(table(...b), table(...a)).pValue, pValue);
        const [back, names] = [b.toReversed(), ['a', 'b', 'c', 'd'].slice(0, levels).reverse()];
        expectClose(compute(table(...a), tableFromCounts(names, back)).pValue, pValue);
        expect(pValue).toBeGreaterThan(0);
        expect(pValue).toBeLessThanOrEqual(1);
        expectClose(compute(table(...a), table(...a)).pValue, 1);
      }),
    );
  });

  test('of one level has nothing to test', () => {
    expect(compute(table(5, 0), table(3, 0)).pValue).toBe(1);
    expect(compute(table(5), table(3)).pValue).toBe(1);
  });

  test('needs rows on both sides', () => {
    const reason = reasonOf(() => compute(table(5), table(0)));
    expect(reason).toEqual({ kind: 'no-values', values: { statistic: name, side: 'current' } });
  });
});

test("Fisher's exact test needs two levels at most", () => {
  const reason = reasonOf(() => fisherExact(table(5, 1), table(1, 1, 1)));
  expect(reason).toEqual({ kind: 'many-categories', values: { statistic: 'fisher_exact', most: 2, found: 3 } });
  expect(fisherExact(table(5, 0, 1), table(1, 0, 1)).pValue).toBe(fisherExact(table(5, 1), table(1, 1)).pValue);
});

test("Fisher's exact test adds up all tables that are at most as likely", () => {
  fc.assert(
    fc.property(cells(2), cells(2), ([a = 0, b = 0], [c = 0, d = 0]) => {
      const [n, first, other] = [a + b, a + c, b + d];
      const tables = Array.from({ length: n + 1 }, (_, k) => k).filter((k) => k <= first && n - k <= other);
      const weights = tables.map((k) => hypergeometric(k, n, first, other));
      expectClose(weights.reduce((sum, weight) => sum + weight, 0), 1); // prettier-ignore
      const limit = hypergeometric(a, n, first, other) * (1 + 1e-9);
      const share = weights.reduce((sum, weight) => sum + (weight <= limit ? weight : 0), 0);
      expectClose(fisherExact(table(a, b), table(c, d)).pValue, share);
    }),
  );
});

test('G of nearly equal shares keeps its digits', () => {
  const [r, c] = [table(1e7, 1e7), table(1e7 + 1, 1e7 - 1)];
  expectClose(gTest(r, c).statistic, chiSquareHomogeneity(r, c).statistic, 0);
});

test.each([
  [[2, 0], [5, 5], Infinity],
  [[0, 2], [5, 5], 0],
  [[2, 0], [5, 0], NaN],
  [[24, 6], [22, 3], 0.5454545454545454],
])('the odds ratio of %j and %j is %d', (reference, current, oddsRatio) => {
  expect(fisherExact(table(...reference), table(...current)).oddsRatio).toBe(oddsRatio);
});

test('the example of hypergeometric holds', () => {
  expectClose(hypergeometric(1, 1, 2, 2), 0.5);
});
