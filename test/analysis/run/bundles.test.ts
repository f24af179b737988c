import { expect, it } from 'vitest';
import { bundlesOf } from '../../../src/analysis/run/bundles.ts';

const columns = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const sizes = (n: number, rows: number, kindOf: (i: number) => unknown = () => 0): number[] =>
  bundlesOf(columns(n), { rows, kindOf }).map((bundle) => bundle.length);

it('puts many short columns into bundles', () => {
  expect(sizes(1000, 5000)).toEqual([...Array.from({ length: 62 }, () => 16), 8]);
  expect(sizes(40, 50_000)).toEqual(Array.from({ length: 8 }, () => 5));
});

it('leaves long columns, and few, alone: there is nothing to win, and workers would stand idle', () => {
  expect(sizes(40, 1_000_000)).toEqual(Array.from({ length: 40 }, () => 1));
  expect(sizes(6, 100)).toEqual([1, 1, 1, 1, 1, 1]);
});

it('keeps kinds apart, and every column once', () => {
  const bundles = bundlesOf(columns(100), { rows: 10, kindOf: (i) => [i % 3] });
  expect(bundles.flat().sort((a, b) => a - b)).toEqual(columns(100));
  for (const bundle of bundles) expect(new Set(bundle.map((i) => i % 3)).size).toBe(1);
});

it('takes a table without rows', () => {
  expect(sizes(16, 0)).toEqual(Array.from({ length: 8 }, () => 2));
});
