import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalVariation } from '../../../src/stats/compare/binned/total-variation.ts';
import { withRareTogether } from '../../../src/stats/compare/categorical/rare-levels.ts';
import { chanceOfTotalVariation } from '../../../src/stats/compare/categorical/total-variation-chance.ts';
import { tableFromCodes, tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';
import { hypergeometric } from '../../../src/stats/distributions/hypergeometric.ts';
import { drawHypergeometric } from '../../../src/stats/random-hypergeometric.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { skewedCodes } from '../../../tools/calibration/file-draws.ts';

const named = (counts: Record<string, number>) => tableFromCounts(Object.keys(counts), Object.values(counts));

describe('rare levels are put together', () => {
  test('neighbours by frequency, whichever file holds them', () => {
    const { reference, current } = withRareTogether(named({ a: 3, b: 3, c: 9 }), named({ a: 1, b: 1, c: 9 }), 5);
    expect([[...reference.counts], [...current.counts]]).toEqual([
      [6, 9],
      [2, 9],
    ]);
    expect(reference.levels).toEqual(['b', 'c']);
  });

  test('no row is lost, each group is large enough but the last, and the files may be exchanged', () => {
    const counts = fc.array(fc.nat(20), { minLength: 3, maxLength: 12 }).filter((all) => all.some((one) => one > 0));
    const table = (all: number[]) =>
      tableFromCounts(
        all.map((_, i) => `__proto__${String(i)}`),
        all,
      );
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1, max: 40 }), (a, b, least) => {
        const { reference, current } = withRareTogether(table(a), table(b), least);
        const swapped = withRareTogether(table(b), table(a), least);
        const sum = (all: ArrayLike<number>): number => Array.from(all).reduce((total, one) => total + one, 0);
        expect([sum(reference.counts), sum(current.counts)]).toEqual([sum(a), sum(b)]);
        const pooled = Array.from(reference.counts, (count, i) => count + (current.counts[i] ?? 0));
        expect(pooled.slice(0, -1).every((rows) => rows >= least)).toBe(true);
        expect([[...swapped.current.counts], [...swapped.reference.counts]]).toEqual([
          [...reference.counts],
          [...current.counts],
        ]);
      }),
    );
  });
});

describe('draws from the hypergeometric law', () => {
  test.each([
    [10, 6, 30],
    [40, 30, 70],
    [3, 1, 1000],
  ])('%i of %i marked and %i others: shares as the law has them', (n, marked, unmarked) => {
    const random = seededRandom(n);
    const draws = 20_000;
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const drawn = drawHypergeometric(random, n, marked, unmarked);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    for (const [k, count] of counts) {
      const p = hypergeometric(k, n, marked, unmarked);
      expect(Math.abs(count / draws - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / draws) + 1e-9);
    }
  });

  test('what has to be is drawn', () => {
    const random = seededRandom(1);
    expect([drawHypergeometric(random, 5, 5, 0), drawHypergeometric(random, 0, 5, 9)]).toEqual([5, 0]);
    expect(drawHypergeometric(random, 9, 4, 5)).toBe(4);
  });
});

test.each([
  [2, 300, 300],
  [500, 6000, 100],
  [40, 1000, 1000],
])('%i skewed levels, %i and %i rows: chance makes about this of the total variation distance', (levels, n, m) => {
  const random = seededRandom(levels);
  const names = Array.from({ length: levels }, (_, i) => String(i));
  const column = (rows: number) => tableFromCodes(skewedCodes(random, rows, levels), names);
  let [observed, expected] = [0, 0];
  for (let run = 0; run < 60; run++) {
    const [reference, current] = [column(n), column(m)];
    observed += totalVariation(reference, current) / 60;
    expected += chanceOfTotalVariation(reference, current, { n, m }) / 60;
  }
  expect(Math.abs(observed / expected - 1)).toBeLessThan(levels === 2 ? 0.25 : 0.1);
});
