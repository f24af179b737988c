import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseBins } from '../../../src/stats/describe/bins.ts';
import { gridOf } from '../../../src/stats/describe/grid.ts';
import { countBins } from '../../../src/stats/describe/histogram.ts';
import { multiplesAround, niceStep, niceTimeStep } from '../../../src/stats/describe/nice-step.ts';
import { StatisticError } from '../../../src/stats/statistic-error.ts';
import { draw, normal, of } from '../samples.ts';

const anyColumn = fc.array(
  fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 80 },
); // prettier-ignore
const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
const DAY = 86_400_000;

describe('countBins', () => {
  test('left edges belong to a bin, the last edge too', () => {
    expect(countBins(of(0, 1, 2, 3, 3.5, NaN), [1, 2, 3])).toEqual({
      counts: [1, 2],
      underflow: 1,
      overflow: 1,
      total: 5,
    });
  });

  test('equals a count value by value, and every value is counted once', () => {
    const increasing = fc
      .uniqueArray(fc.integer({ min: -12, max: 12 }), { minLength: 2 })
      .map((e) => e.sort((a, b) => a - b));
    fc.assert(
      fc.property(anyColumn, increasing, (values, edges) => {
        const { counts, underflow, overflow, total } = countBins(of(...values), edges);
        const last = counts.length - 1;
        counts.forEach((count, i) => {
          const inside = (v: number) => v >= edges[i]! && (v < edges[i + 1]! || (i === last && v === edges[i + 1]));
          expect(count).toBe(values.filter(inside).length);
        });
        expect(sum(counts) + underflow + overflow).toBe(total);
        expect(total).toBe(values.length);
      }),
    );
  });
});

describe('chooseBins', () => {
  test('edges are finite and increase; at most 40 bins (twice that for the widest ranges); the quartiles are inside', () => {
    fc.assert(
      fc.property(anyColumn, (values) => {
        const { edges } = chooseBins(of(...values));
        expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))).toBe(true);
        expect(edges.length).toBeGreaterThan(1);
        expect(edges.length).toBeLessThanOrEqual(81);
        const { counts } = countBins(of(...values), edges);
        expect(sum(counts)).toBeGreaterThanOrEqual(values.length / 2);
      }),
      {
        numRuns: 500,
        examples: [
          [[5e-324, 0]],
          [[1.2e308, 0]],
          [[1e280, 1, 5e-324]],
          [[-Number.MAX_VALUE, Number.MAX_VALUE, 0.1, 7]],
        ],
      },
    );
  });

  test('a normal column: 16 to 40 bins between round numbers that hold everything', () => {
    const column = of(...draw(5000, normal));
    const { edges, scale } = chooseBins(column);
    expect(scale).toBe('linear');
    expect(edges.length).toBeGreaterThan(16);
    expect(edges.length).toBeLessThanOrEqual(41);
    expect(edges.map((edge) => Number(edge.toFixed(1)))).toEqual(edges);
    expect(countBins(column, edges)).toMatchObject({ underflow: 0, overflow: 0 });
  });

  test('a few outliers do not stretch the bins: they are counted as above', () => {
    const { edges } = chooseBins(of(...draw(1000, (random, row) => (row === 500 ? 1e6 : normal(random)))));
    expect(edges.at(-1)).toBeLessThan(10);
  });

  test.each([
    ['of 0 and 1', [0, 1, 1], [-0.5, 0.5, 1.5]],
    ['of ratings', [5, 1, 2, 4, 4], [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]],
    ['of half points', [1, 1.5, 3], [0.75, 1.25, 1.75, 2.25, 2.75, 3.25]],
    ['constant and whole', [7, 7], [6.5, 7.5]],
    ['constant', [0.25], [0.225, 0.275]],
    ['constant 0', [0], [-0.5, 0.5]],
  ])('a column %s has one bin a value', (_, values, edges) => {
    expect(chooseBins(of(...values)).edges).toEqual(edges);
  });

  test('integers 0 … 199: every bin holds equally many integers', () => {
    const column = of(...Array(200).keys());
    const { edges } = chooseBins(column);
    expect(edges.every(Number.isInteger)).toBe(true);
    expect(new Set(countBins(column, edges).counts).size).toBe(1);
  });

  test('a log-normal column gets edges even in log₁₀, an exponential and a uniform one do not', () => {
    const column = of(...draw(5000, (random) => Math.exp(3 * normal(random))));
    const { edges, scale } = chooseBins(column);
    const steps = edges.slice(2, -1).map((edge, i) => Math.log10(edge / edges[i + 1]!));
    expect(scale).toBe('log');
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 12);
    expect(countBins(column, edges)).toMatchObject({ underflow: 0, overflow: 0 });
    expect(chooseBins(of(...draw(5000, (random) => -Math.log(1 - random())))).scale).toBe('linear');
    expect(chooseBins(of(...draw(5000, (random) => random()))).scale).toBe('linear');
  });

  test('times: whole days of UTC', () => {
    const start = Date.UTC(2024, 0, 1, 9);
    const { edges, scale } = chooseBins(of(...draw(500, (random) => start + random() * 30 * DAY)), { kind: 'time' });
    expect(scale).toBe('time');
    expect(edges[0]).toBe(Date.UTC(2024, 0, 1));
    expect(edges.every((edge) => edge % DAY === 0)).toBe(true);
    expect(chooseBins(of(start), { kind: 'time' }).edges).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2)]);
  });

  test('of one width: as many as asked for, from the least to the greatest value', () => {
    const column = of(...Array(101).keys());
    const { edges } = chooseBins(column, { rule: 'equal_width', count: 4 });
    expect(edges).toEqual([0, 25, 50, 75, 100]);
    expect(countBins(column, edges)).toMatchObject({ counts: [25, 25, 25, 26], underflow: 0, overflow: 0 });
  });

  test('by quantiles: equally many values of the reference in each; fewer bins where values are tied', () => {
    const column = of(...draw(1000, normal));
    const { edges } = chooseBins(column, { rule: 'quantiles', count: 8 });
    expect(countBins(column, edges).counts).toEqual(Array(8).fill(125));
    expect(chooseBins(of(1, 2), { rule: 'quantiles' }).edges).toEqual([1, 1.5, 2]);
    expect(chooseBins(of(0, 0, 0, 0, 1), { rule: 'quantiles', count: 4 }).edges).toEqual([0, 0.5, 1]);
  });

  test.each(['equal_width', 'quantiles'] as const)('%s: finite edges that increase, for any column', (rule) => {
    fc.assert(
      fc.property(anyColumn, fc.integer({ min: 1, max: 50 }), (values, count) => {
        const { edges } = chooseBins(of(...values), { rule, count });
        expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))).toBe(true);
        expect(edges.length).toBeGreaterThan(1);
        expect(edges.length).toBeLessThanOrEqual(count + 1);
      }),
      { numRuns: 500, examples: [[[5e-324, 4e-323], 9]] },
    );
  });

  test('need a finite value', () => {
    expect(() => chooseBins(of(NaN))).toThrow(StatisticError);
  });
});

describe('nice steps', () => {
  test.each([
    [10, 30, 0.4],
    [10, 40, 0.4],
    [10, 40.1, 0.4],
    [10, 10, 1],
    [0.3, 3, 0.1],
    [1e-320, 10, 1e-300],
  ])('width %f in %d steps: %f', (width, limit, step) => {
    expect(niceStep(width, limit)).toBe(step);
  });

  test.each([
    [DAY, 30, DAY / 24],
    [DAY * 90, 40, DAY * 7],
    [DAY * 36500, 40, DAY * 1000],
  ])('%d milliseconds in %d steps: %d', (width, limit, step) => {
    expect(niceTimeStep(width, limit)).toBe(step);
  });

  test('multiples are the decimals that were meant', () => {
    expect(multiplesAround(0.05, 0.45, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(multiplesAround(1e9, 1e9 + 0.3, 0.1)).toEqual([1e9, 1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.3]);
  });
});

test.each([
  ['half points', [1, 1.5, 3], { start: 1, spacing: 0.5, points: 5 }],
  ['decimals', [0.1, 0.2, 0.30000000000000004], { start: 0.1, spacing: 0.1, points: 3 }],
  ['no grid', [0, 1, 2.5], null],
  ['too fine a grid', [0, 1, 5000], null],
  ['finer than doubles can halve', [2 ** 53, 2 ** 53 + 2], null],
  ['one value', [3], null],
])('gridOf: %s', (_, values, grid) => {
  expect(gridOf(Float64Array.from(values), 1000)).toEqual(grid);
});
