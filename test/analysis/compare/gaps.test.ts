import { expect, test } from 'vitest';
import { curveGap, levelGap } from '../../../src/analysis/compare/gaps.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { frequencyTable } from '../../../src/stats/describe/frequency-table.ts';

const curves = (reference: number[], current: number[]) => ({
  reference: ecdf(Float64Array.from(reference)),
  current: ecdf(Float64Array.from(current)),
});

/** Evenly spread values, none of them round. */
const spread = (count: number, offset: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.sqrt(2) * (i / count) + offset + 1e-7);

test('the gap is told at a round value adjacent the largest one, with the exact shares there', () => {
  const pair = curves(spread(1000, 70), spread(1000, 70.5));
  const gap = curveGap(pair, 0.4);
  expect(gap).not.toBeNull();
  const { value = 0, reference = 0, current = 0 } = gap ?? {};
  expect(Number((value / 0.04).toFixed(9)) % 1).toBe(0);
  const shareUpTo = (values: number[]): number => values.filter((x) => x <= value).length / values.length;
  expect([reference, current]).toEqual([shareUpTo(spread(1000, 70)), shareUpTo(spread(1000, 70.5))]);
  expect(reference - current).toBeGreaterThan(0.9 * (0.5 / Math.sqrt(2)));
});

test('whole numbers keep theirs; a mass that no round value shows, and equal columns, have none', () => {
  expect(curveGap(curves([0, 0, 0, 1], [0, 1, 1, 1]), 0.5)).toEqual({ value: 0, reference: 0.75, current: 0.25 });
  expect(curveGap(curves([1, 2, 3], [1, 2, 3]), 1)).toBeNull();
  const hair = [Math.PI, Math.PI + 1e-9];
  expect(curveGap(curves([hair[0] ?? 0], [hair[1] ?? 0]), 1)).toBeNull();
});

test('the level whose share differs most', () => {
  const table = (...counts: [string, number][]) =>
    frequencyTable(counts.flatMap(([level, count]) => Array<string>(count).fill(level)));
  expect(levelGap(table(['a', 6], ['b', 4]), table(['a', 3], ['__proto__', 3], ['b', 4]))).toEqual({
    ...{ level: 'a', rows: 9, reference: 0.6, current: 0.3 },
  });
  // Two shares differ as much as each other.
  const rates = levelGap(table(['0', 94], ['1', 6]), table(['0', 98], ['1', 2]));
  expect(rates).toEqual({ level: '1', rows: 8, reference: 0.06, current: 0.02 });
  expect(levelGap(table(['a', 6]), table(['a', 3]))).toBeNull();
});
