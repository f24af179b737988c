import { describe, expect, test } from 'vitest';
import { batchAt, batchCount, type Spread } from '../../../src/stats/depend/batch-spread.ts';
import {
  bartlettTime,
  correlationChange,
  largestByChance,
  type Correlated,
} from '../../../src/stats/depend/correlation-change.ts';
import { PearsonAccumulator } from '../../../src/stats/depend/pearson.ts';
import { spearmanMatrices } from '../../../src/stats/depend/spearman.ts';
import { cases, expectClose } from '../oracle.ts';
import { draw, normal } from '../samples.ts';

interface SideCase {
  x: number[];
  y: number[];
  times: [number, number];
  value: number;
  variance: number;
  batches: number;
}

interface Case {
  method: 'pearson' | 'spearman';
  reference: SideCase;
  current: SideCase;
  degreesOfFreedom: number;
  pValue: number;
}

function found(method: Case['method'], columns: Float64Array[]): { value: number; spread: Spread } {
  const rows = columns[0]!.length;
  if (method === 'spearman') {
    const { matrix, spreads } = spearmanMatrices(columns);
    return { value: matrix[1]![0]!, spread: spreads[1]![0]! };
  }
  const accumulator = new PearsonAccumulator(2, new Float64Array(2), rows);
  // In blocks that end within stretches.
  for (let start = 0; start < rows; start += 13) accumulator.add(columns.map((v) => v.subarray(start, start + 13)));
  return { value: accumulator.matrix()[1]![0]!, spread: accumulator.spreads()[1]![0]! };
}

const side = (method: Case['method'], { x, y, times }: SideCase): Correlated => ({
  ...found(method, [Float64Array.from(x), Float64Array.from(y)]),
  time: bartlettTime(...times),
});

test.each(cases<Case>('correlation-change'))('$method: p = $pValue, as by numpy and scipy', (one) => {
  const [reference, current] = [side(one.method, one.reference), side(one.method, one.current)];
  for (const [{ value, spread }, expected] of [
    [reference, one.reference],
    [current, one.current],
  ] as const) {
    expectClose(value, expected.value);
    expectClose(spread.variance, expected.variance);
    expect(spread.batches).toBe(expected.batches);
    expect(spread.rows).toBe(expected.x.length);
  }
  const change = correlationChange(one.method, reference, current)!;
  expectClose(change.degreesOfFreedom, one.degreesOfFreedom);
  expectClose(change.pValue, one.pValue);
});

describe('edges', () => {
  const correlated = (value: number, variance = 0, rows = 100, time = 1): Correlated => ({
    ...{ value, spread: { rows, variance, batches: 32 }, time },
  });

  test('the same coefficient has not changed, at 1 neither; from 1 to less it has', () => {
    expect(correlationChange('pearson', correlated(0.4), correlated(0.4))?.pValue).toBe(1);
    expect(correlationChange('pearson', correlated(1), correlated(1))?.pValue).toBe(1);
    expect(correlationChange('spearman', correlated(1), correlated(0.9))?.pValue).toBeLessThan(1e-9);
  });

  test('fewer than ten independent rows say nothing', () => {
    expect(correlationChange('pearson', correlated(0), correlated(0, 0, 100, 10.1))).toBeNull();
    expect(correlationChange('pearson', correlated(0), correlated(0, 0, 100, 9.9))).not.toBeNull();
  });

  test('stretches cover all rows, and few rows are one', () => {
    for (const rows of [0, 1, 15, 16, 17, 63, 64, 65, 1000, 123_457]) {
      const ends: number[] = [];
      for (let row = 0; row < rows && (ends.length === 0 || ends.at(-1) < rows); row = ends.at(-1)!)
        ends.push(Math.min(rows, batchAt(row, rows).end));
      expect(ends.length).toBe(rows === 0 ? 0 : batchCount(rows));
    }
    expect(spearmanMatrices([draw(15, normal, 1), draw(15, normal, 2)]).spreads[1]![0]).toBeNull();
  });

  test('a column that is constant or has hardly a row has no spread', () => {
    const accumulator = new PearsonAccumulator(2, new Float64Array(2), 40);
    accumulator.add([new Float64Array(40).fill(3), draw(40, normal, 1)]);
    expect(accumulator.spreads()).toEqual([
      [null, null],
      [null, null],
    ]);
    const few = draw(40, (_, row) => (row < 5 ? row : NaN), 1);
    expect(spearmanMatrices([few, draw(40, normal, 1)]).spreads[1]![0]).toBeNull();
  });

  test('what chance makes of the largest of 435 differences: the normal quantile of one, and more of many', () => {
    const one = correlationChange('pearson', correlated(0, 0, 103), correlated(0, 0, 103))!;
    expect(largestByChance([one], 0.05)).toBeCloseTo(1.96 * Math.sqrt(2 / 100), 2);
    // The two-sided quantile of 1 − 0.95^(1/435) is 3.85.
    expect(largestByChance(new Array(435).fill(one), 0.05)).toBeCloseTo(3.85 * Math.sqrt(2 / 100), 2);
    expect(largestByChance(new Array(20_000).fill(one), 0.05)).toBeCloseTo(4.69 * Math.sqrt(2 / 100), 2);
  });
});
