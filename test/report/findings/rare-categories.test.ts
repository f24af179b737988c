import { describe, expect, test } from 'vitest';
import { calmCategories, changedCategories } from '../../../tools/calibration/categories.ts';
import { runOf, type BothFiles } from '../../../tools/calibration/reports.ts';
import { bound, shares } from '../../../tools/calibration/simulate.ts';
import { buildReport } from '../../../src/report/build.ts';

const RUNS = 60;

describe('rare categories', () => {
  test.each(calmCategories)('nothing changed: $row', ({ column }) => {
    expect(shares(column, RUNS, 11).changed).toBeLessThanOrEqual(bound(RUNS));
  });

  const minor = 'rate from 2 % to 3 %, 5000 rows a side';
  test.each(changedCategories.filter(({ row }) => row !== minor))('$row', ({ column }) => {
    expect(shares(column, 20, 12).changed).toBeGreaterThanOrEqual(0.7);
  });
});

const stamp = { version: '0', createdAt: new Date(0) };
const codes = (rows: number, rare: number) => ({
  codes: Int32Array.from({ length: rows }, (_, row) => Number(row % Math.floor(rows / rare) === 0)),
  levels: 2,
});

test('a failure rate three times as high is called, named, and its step says why', () => {
  const columns: BothFiles[] = [{ reference: codes(5000, 100), current: codes(5000, 300) }];
  const [column] = buildReport(runOf(columns), stamp).columns;
  const drift = column?.drift;
  expect(drift).toMatchObject({ state: 'changed', effect: { unit: 'share of rows' } });
  expect(drift?.effect?.value).toBeLessThan(0.05);
  expect(drift?.why.map(({ kind }) => kind)).toContain('rate');
  expect(drift?.text).toContain('level 1');
});

test('what chance makes of many levels is taken off the effect', () => {
  const columns: BothFiles[] = [
    {
      reference: { codes: Int32Array.from({ length: 400 }, (_, row) => (row * 7) % 100), levels: 100 },
      current: { codes: Int32Array.from({ length: 100 }, (_, row) => (row * row) % 100), levels: 100 },
    },
  ];
  const effect = buildReport(runOf(columns), stamp).columns[0]?.drift?.effect;
  const { value = NaN, observed = NaN, expectedByChance = NaN } = effect ?? {};
  expect(expectedByChance).toBeGreaterThan(0.2);
  expect(value).toBeCloseTo(Math.sqrt(observed ** 2 - expectedByChance ** 2), 12);
});
