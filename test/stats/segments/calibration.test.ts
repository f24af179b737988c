import { expect, test } from 'vitest';
import { segmentsOf, type SegmentCell } from '../../../tools/calibration/segments.ts';

// A smaller version of the table under Segments in docs/statistics.md; `npm run calibrate -- 100 segments` writes that.
const calm: SegmentCell = { rows: 30_000, columns: 10, memory: 0.9, by: 'error', isPlanted: false };

test.each(['error', 'rows'] as const)(
  'nothing is told where nothing is planted, searched by %s',
  (by) => {
    const told = Array.from({ length: 12 }, (_, seed) => segmentsOf({ ...calm, by }, 1000 + seed));
    expect(told.filter(({ isAny }) => isAny).length).toBeLessThanOrEqual(1);
  },
  60_000,
);

test('what is planted in 5 % of the rows is found', () => {
  const planted = { ...calm, rows: 100_000, isPlanted: true };
  const told = Array.from({ length: 3 }, (_, seed) => segmentsOf(planted, 2000 + seed));
  expect(told.every(({ isFound }) => isFound)).toBe(true);
}, 60_000);
