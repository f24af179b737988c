import { expect, test } from 'vitest';
import { detectableCells, seen } from '../../../tools/calibration/detectable.ts';
import { levelOfOne } from '../../../src/analysis/compare/corrections.ts';

test.each(
  detectableCells.flatMap(({ row, column }) => [
    { row, column, columns: 1, runs: 100 },
    { row, column, columns: 20, runs: 40 },
  ]),
)(
  '$row, $columns columns: what “would have been seen” is seen about 4 times in 5',
  ({ row, column, columns, runs }) => {
    const error = 3 * Math.sqrt((0.8 * 0.2) / runs);
    const share = seen({ row, column }, columns, runs);
    expect(share).toBeGreaterThanOrEqual(0.8 - error);
    expect(share).toBeLessThanOrEqual(0.8 + error);
  },
);

test('the level that one test of many has to reach', () => {
  const calm = { tests: 20, holding: 0, holds: false };
  expect(levelOfOne('benjamini_hochberg', 0.05, calm)).toBeCloseTo(0.0025, 12);
  expect(levelOfOne('benjamini_hochberg', 0.05, { tests: 20, holding: 5, holds: true })).toBeCloseTo(0.0125, 12);
  expect(levelOfOne('benjamini_hochberg', 0.05, { tests: 20, holding: 5, holds: false })).toBeCloseTo(0.015, 12);
  expect(levelOfOne('holm', 0.05, calm)).toBeCloseTo(0.0025, 12);
  expect(levelOfOne('benjamini_yekutieli', 0.05, { tests: 2, holding: 0, holds: false })).toBeCloseTo(0.05 / 3, 12);
});
