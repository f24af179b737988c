import { describe, expect, test } from 'vitest';
import { calmReports, changedReports, loudIn } from '../../../tools/calibration/findings.ts';
import { findingsIn, type BothFiles } from '../../../tools/calibration/reports.ts';
import { bound } from '../../../tools/calibration/simulate.ts';

const RUNS = 40;

describe('nothing changed: reports with a finding of medium or high severity at most as often as α allows', () => {
  test.each(calmReports)('20 columns, 300 and 200 rows: $row', (cell) => {
    expect(loudIn(cell, [300, 200], RUNS).share).toBeLessThanOrEqual(bound(RUNS));
  });
});

describe('and not blind: 1000 rows a side, one column of 20', () => {
  const slow = 'missing from 2 % to 6 %, bursts of 10';
  test.each(changedReports.filter(({ row }) => row !== slow))('$row', (cell) => {
    expect(loudIn(cell, [1000, 1000], 20).kinds[cell.kind]).toBeGreaterThanOrEqual(0.8);
  });
});

const file = (...values: number[]) => ({ numbers: Float64Array.from(values) });
const hundred = Float64Array.from({ length: 100 }, (_, i) => Math.sin(i) + Math.cos(3 * i));

test('one current row against a hundred is too little to be told apart from chance', () => {
  const columns: BothFiles[] = [file(9.5), file(0.1)].map((current) => ({ reference: { numbers: hundred }, current }));
  const found = findingsIn(columns);
  expect(found.map(({ kind, column }) => [kind, column])).toContainEqual(['out-of-range', 'x0']);
  expect(found.filter(({ severity }) => severity !== 'low')).toEqual([]);
});

test('values beyond the range are counted on either side', () => {
  const current = { numbers: hundred.map((value, i) => (i < 3 ? -9 : i === 3 ? 9 : value)) };
  const [found] = findingsIn([{ reference: { numbers: hundred }, current }]).filter(
    ({ kind }) => kind === 'out-of-range',
  );
  expect(found).toMatchObject({ rows: 4, values: { rows: { below: 3, above: 1 } } });
  expect(found?.text).toContain('4 current values beyond the range (3 below, 1 above)');
});

test('what both files share is no news, and is said once', () => {
  const gaps = { numbers: hundred.map((value, i) => (i % 2 === 0 ? NaN : value)) };
  const alike = { numbers: new Float64Array(100).fill(7) };
  const found = findingsIn([
    { reference: gaps, current: gaps },
    { reference: alike, current: alike },
  ]);
  expect(found.map(({ kind, severity }) => [kind, severity])).toEqual([
    ['missing', 'low'],
    ['constant', 'low'],
  ]);
});
