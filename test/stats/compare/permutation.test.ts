import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareHomogeneity } from '../../../src/stats/compare/categorical/chi-square.ts';
import type { Ecdf } from '../../../src/stats/describe/ecdf.ts';
import { energyDistance } from '../../../src/stats/compare/numeric/energy.ts';
import { tableFromCounts, type FrequencyTable } from '../../../src/stats/describe/frequency-table.ts';
import { mmd } from '../../../src/stats/compare/numeric/mmd.ts';
import { permutationPValue, sequentialPValue } from '../../../src/stats/compare/categorical/permutation-p-value.ts';
import {
  permutationChiSquare,
  permutationTest,
  permutationTestOfTables,
} from '../../../src/stats/compare/categorical/permutation-test.ts';
import { forEachValue, pool } from '../../../src/stats/compare/numeric/pooled.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { drawFirst, sampleRows } from '../../../src/stats/compare/numeric/sample.ts';
import { StatisticError } from '../../../src/stats/statistic-error.ts';
import { totalVariation } from '../../../src/stats/compare/binned/total-variation.ts';
import { wasserstein } from '../../../src/stats/compare/numeric/wasserstein.ts';
import { cases, expectClose } from '../oracle.ts';
import { reasonOf } from '../reason-of.ts';
import { draw, normal, of } from '../samples.ts';

interface Case {
  name: string;
  reference: number[];
  current: number[];
  expected: { energy: number };
}

const column = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });

test.each(cases<Case>('two-sample-numeric'))(
  'energy distance as in scipy: $name',
  ({ reference, current, expected }) => {
    expectClose(energyDistance(of(...reference), of(...current)), expected.energy);
  },
);

describe('energy distance', () => {
  const meanDistance = (a: number[], b: number[]) =>
    a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + Math.abs(x - y), 0), 0) / a.length / b.length;

  test('is symmetric, moves with the root of the scale, and is what mean distances make of it', () => {
    fc.assert(
      fc.property(column, column, fc.integer({ min: -50, max: 50 }), (a, b, k) => {
        const distance = energyDistance(of(...a), of(...b));
        expectClose(energyDistance(of(...b), of(...a)), distance);
        const scaled = energyDistance(of(...a.map((x) => k * x + 7)), of(...b.map((x) => k * x + 7)));
        expectClose(scaled, Math.sqrt(Math.abs(k)) * distance);
        const square = 2 * meanDistance(a, b) - meanDistance(a, a) - meanDistance(b, b);
        expectClose(distance ** 2, square, 1e-9);
        expect(energyDistance(of(...a), of(...a.toReversed()))).toBe(0);
      }),
    );
  });
});

test('columns are walked through together, and pooled', () => {
  const visited: number[][] = [];
  forEachValue(of(3, 1, 1), of(2, 3), (...visit) => visited.push(visit));
  expect(visited).toEqual([[1, 2, 0], [2, 0, 1], [3, 1, 1]]); // prettier-ignore
  fc.assert(
    fc.property(column, column, (a, b) => {
      const { values, counts, size } = pool(of(...a), of(...b));
      const whole = of(...a, ...b);
      expect([[...values], [...counts], size]).toEqual([[...whole.values], [...whole.counts], whole.size]);
    }),
  );
});

describe('samples', () => {
  test('are rows of the column, each equally likely', () => {
    const times = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const drawn = sampleRows(of(1, 2, 2, 5), 2, seededRandom(seed));
      expect(drawn).toHaveLength(2);
      for (const value of drawn) times.set(value, (times.get(value) ?? 0) + 1);
    }
    // Expected 1000, 2000, 1000.
    expect([1, 2, 5].map((value) => Math.round(times.get(value)! / 100) / 10)).toEqual([1, 2, 1]);
    expect([...sampleRows(of(3, 1, 3), 10, seededRandom(1))]).toEqual([1, 3, 3]);
  });

  test('draws leave every number in place once', () => {
    const numbers = Uint32Array.of(0, 1, 2, 3, 4, 5);
    drawFirst(numbers, 4, seededRandom(3));
    expect([...numbers].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...numbers]).not.toEqual([0, 1, 2, 3, 4, 5]);
  });
});

test.each([
  [2, [1, 1, 2, 0], 0.4],
  [2, [2 - 1e-15], 1],
  [-1, [-2, -3, 4], 0.5],
  [1, [], 1],
])('the p-value of %d among %j', (observed, permuted, pValue) => {
  expect(permutationPValue(observed, permuted)).toBe(pValue);
});

describe('p-values that end early', () => {
  /** Statistics of splits, the same ones each time. */
  const splits = (values: readonly number[]) => {
    let at = 0;
    return () => values[at++]!;
  };
  const every = (n: number, length: number) => Array.from({ length }, (_, i) => (i % n === 0 ? 2 : 0));

  test('with the 50th split that is as far apart; in full before', () => {
    expect(sequentialPValue(1, splits(every(1, 999)), 999)).toBe(1);
    expect(sequentialPValue(1, splits(every(10, 999)), 999)).toBe(50 / 491);
    expect(sequentialPValue(1, splits(every(20, 999)), 999)).toBe(50 / 981);
    expect(sequentialPValue(1, splits(every(21, 999)), 999)).toBe(permutationPValue(1, every(21, 999)));
    expect(sequentialPValue(3, splits(every(1, 999)), 999)).toBe(0.001);
  });

  test('reject a true null hypothesis no more often than they should, at any level', () => {
    const random = seededRandom(5);
    const runs = 4000;
    const pValues = Array.from({ length: runs }, () => sequentialPValue(random(), random, 999));
    for (const level of [0.01, 0.05, 0.1, 0.3, 0.5, 0.8]) {
      const share = pValues.filter((p) => p <= level).length / runs;
      const deviation = Math.sqrt((level * (1 - level)) / runs);
      expect(Math.abs(share - level)).toBeLessThan(4 * deviation + 0.02 * level);
    }
  });
});

const table = (...counts: number[]) =>
  tableFromCounts(
    counts.map((_, k) => `level ${k}`),
    counts,
  );

describe('permutation tests', () => {
  test('come near the share of all splits, whichever side is larger', () => {
    for (const [a, b] of [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [1, 2],
        [9, 9, 3, 4],
      ],
      [
        [9, 9, 3, 4],
        [1, 2],
      ],
    ] as const) {
      // prettier-ignore
      const { statistic, pValue } = permutationTest(of(...a), of(...b), wasserstein, { seed: 7, permutations: 4000 });
      expect(statistic).toBe(wasserstein(of(...a), of(...b)));
      const pooled = [...a, ...b];
      const splits = subsets(pooled.length, a.length).map((chosen) => {
        const side = (inside: boolean) => of(...pooled.filter((_, k) => chosen.includes(k) === inside));
        return wasserstein(side(true), side(false));
      });
      const share = splits.filter((distance) => distance >= statistic - 1e-12).length / splits.length;
      expect(Math.abs(pValue - share)).toBeLessThan(0.03);
    }
  });

  test('of tables agree with the chi-square law where counts are large', () => {
    const [r, c] = [table(60, 80, 60), table(85, 70, 45)];
    const statistic = (x: FrequencyTable, y: FrequencyTable) => chiSquareHomogeneity(x, y).statistic;
    const { pValue } = permutationTestOfTables(r, c, statistic, { seed: 1, permutations: 2000 });
    expect(Math.abs(pValue - chiSquareHomogeneity(r, c).pValue)).toBeLessThan(0.012);
  });

  test('tell new levels on either side from none', () => {
    const result = permutationTestOfTables(table(30, 30), table(0, 0, 60), totalVariation, { seed: 1 });
    expect(result).toEqual({ statistic: 1, pValue: 0.001, permutations: 999 });
    expect(permutationTestOfTables(table(5, 5), table(5, 5), totalVariation, { seed: 1 }).pValue).toBe(1);
  });

  test('give the same for the same seed and another for another one', () => {
    const [a, b] = [of(...draw(40, normal)), of(...draw(60, normal, 2))];
    const run = (seed: number) => permutationTest(a, b, wasserstein, { seed }).pValue;
    expect(run(1)).toBe(run(1));
    expect(new Set([1, 2, 3, 4, 5].map(run)).size).toBeGreaterThan(1);
  });

  test('reject a true null hypothesis as rarely as they should, for unequal sizes and ties', () => {
    const runs = 300;
    const rounded = (size: number, seed: number) => of(...draw(size, (random) => Math.round(2 * normal(random)), seed));
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const [a, b] = [rounded(60, 2 * run + 1), rounded(12, 2 * run + 2)];
      if (permutationTest(a, b, energyDistance, { seed: run, permutations: 99 }).pValue <= 0.05) rejected++;
    }
    // 15 expected, standard deviation 3.8
    expect(rejected).toBeLessThanOrEqual(27);
    expect(rejected).toBeGreaterThanOrEqual(4);
  });

  test('of the chi-square statistic is that of any distance, within the noise of the deals', () => {
    const levels = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 2, maxLength: 12 });
    const statistic = (r: FrequencyTable, c: FrequencyTable) => chiSquareHomogeneity(r, c).statistic;
    fc.assert(
      fc.property(levels, fc.nat(1000), (counts, seed) => {
        const [r, c] = [table(...counts.map(([a]) => a)), table(...counts.map(([, b]) => b))];
        fc.pre(r.size > 0 && c.size > 0);
        const options = { seed, permutations: 999 };
        const whole = permutationTestOfTables(r, c, statistic, options).pValue;
        const found = permutationChiSquare(r, c, options);
        // Five standard errors: of 50 deals that are as far apart, or of 999 in all; and of the other's 999.
        expect(Math.abs(found - whole)).toBeLessThan(5 * whole * Math.sqrt(1 / 50 + 1 / (999 * whole)) + 0.005);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test.each([
    ['numbers', () => permutationTest(of(1), of(), wasserstein, { seed: 1 })],
    ['chi-square', () => permutationChiSquare(table(1), table(0), { seed: 1 })],
    ['tables', () => permutationTestOfTables(table(1), table(0), totalVariation, { seed: 1 })],
  ])('need both sides: %s', (_, compute) => {
    expect(compute).toThrow(StatisticError);
  });
});

function subsets(size: number, chosen: number, from = 0): number[][] {
  if (chosen === 0) return [[]];
  if (from === size) return [];
  return [...subsets(size, chosen - 1, from + 1).map((rest) => [from, ...rest]), ...subsets(size, chosen, from + 1)];
}

/** The definition, pair by pair. */
function plainMmd(a: Float64Array, b: Float64Array, bandwidth: number): number {
  const mean = (x: Float64Array, y: Float64Array) => {
    let [sum, pairs] = [0, 0];
    x.forEach((u, i) =>
      y.forEach((v, j) => {
        if (x === y && i === j) return;
        sum += Math.exp(-((u - v) ** 2) / 2 / bandwidth ** 2);
        pairs++;
      }),
    );
    return sum / pairs;
  };
  return mean(a, a) + mean(b, b) - 2 * mean(a, b);
}

describe('maximum mean discrepancy', () => {
  const [a, b] = [draw(40, normal), draw(60, (random) => normal(random) + 1, 2)];

  test('is its definition, with the median distance', () => {
    const { statistic, bandwidth, rows, permutations } = mmd(of(...a), of(...b), { seed: 1 });
    const pooled = [...a, ...b];
    const distances = pooled.flatMap((x, i) => pooled.slice(i + 1).map((y) => Math.abs(x - y)));
    const sorted = distances.toSorted((x, y) => x - y);
    expectClose(bandwidth, sorted[Math.ceil(sorted.length / 2) - 1]!);
    expectClose(statistic, plainMmd(a, b, bandwidth));
    expect([rows, permutations]).toEqual([[40, 60], 199]);
  });

  test('is symmetric, and free of shift and scale', () => {
    const { statistic, bandwidth } = mmd(of(...a), of(...b), { seed: 1, permutations: 9 });
    expectClose(mmd(of(...b), of(...a), { seed: 1, permutations: 9 }).statistic, statistic);
    const map = (x: number) => 2 ** 20 * x - 5;
    const mapped = mmd(of(...a.map(map)), of(...b.map(map)), { seed: 1, permutations: 9 });
    expectClose(mapped.statistic, statistic);
    expectClose(mapped.bandwidth, 2 ** 20 * bandwidth);
  });

  test('sees a shift and a change of spread, not a repetition', () => {
    const p = (x: Ecdf, y: Ecdf) => mmd(x, y, { seed: 3, permutations: 99 }).pValue;
    expect(p(of(...a), of(...b))).toBeLessThan(0.03);
    expect(p(of(...draw(200, normal)), of(...draw(200, (random) => 2 * normal(random), 2)))).toBe(0.01);
    expect(p(of(...a), of(...a))).toBe(1);
  });

  test('takes a sample of large columns, and says so', () => {
    const large = of(...draw(5000, normal));
    const result = mmd(large, of(...b), { seed: 3, permutations: 19, rows: 100 });
    expect(result.rows).toEqual([100, 60]);
    expect(mmd(large, of(...b), { seed: 3, permutations: 19, rows: 100 })).toEqual(result);
    expect(mmd(large, of(...b), { seed: 4, permutations: 19, rows: 100 }).statistic).not.toBe(result.statistic);
  });

  test('of tied columns takes the distances of rows that differ', () => {
    expect(mmd(of(0, 0, 0, 0, 3), of(0, 0, 0, 3), { seed: 1, permutations: 9 }).bandwidth).toBe(3);
  });

  test('rejects a true null hypothesis as rarely as it should', () => {
    let rejected = 0;
    for (let run = 0; run < 300; run++) {
      const [x, y] = [draw(30, normal, 2 * run + 1), draw(15, normal, 2 * run + 2)];
      if (mmd(of(...x), of(...y), { seed: run, permutations: 99 }).pValue <= 0.05) rejected++;
    }
    expect(rejected).toBeLessThanOrEqual(27);
    expect(rejected).toBeGreaterThanOrEqual(4);
  });

  test.each([
    [{ kind: 'all-equal', values: { statistic: 'mmd' } }, of(5, 5), of(5, 5, 5)],
    [{ kind: 'few-on-a-side', values: { statistic: 'mmd', needed: 2, fewest: 1 } }, of(5, 5), of(4)],
    [{ kind: 'no-values', values: { statistic: 'mmd', side: 'current' } }, of(5, 5), of()],
  ])('is not defined: %j', (reason, reference, current) => {
    expect(reasonOf(() => mmd(reference, current, { seed: 1 }))).toEqual(reason);
  });
});
