import { expect, test } from 'vitest';
import type { ColumnQuality } from '../../../src/facts/document/columns.ts';
import type { ColumnDrift } from '../../../src/facts/document/drift.ts';
import { moveOf } from '../../../src/report/verdict/move.ts';
import { run } from '../two-columns.ts';

const [column] = run().columns;
if (column?.drift === null || column === undefined || 'notTested' in column.drift) throw new Error('a tested column');
const base = column.drift;

const quality = (mean: number | null, std: number | null): ColumnQuality => {
  const { current } = column.quality;
  if (current === undefined) throw new Error('two files');
  return { ...current, mean, std };
};

const curveGap = { value: 3, reference: 0.5, current: 0.25 };
const upTo = { value: 3, before: 0.5, after: 0.25 };

const compared = (raw: number, more: Partial<ColumnDrift> = {}): ColumnDrift => ({
  ...base,
  effect: { ...base.effect, raw },
  curveGap,
  ...more,
});

const moved = (
  [before, after]: [ColumnQuality, ColumnQuality],
  drift: ColumnDrift,
  time = false,
): ReturnType<typeof moveOf> => moveOf({ quality: { reference: before, current: after } }, drift, time);

test('in the mean where that makes up most of the distance, else in the spread, else in the shape', () => {
  const way = (...pair: [ColumnQuality, ColumnQuality]) => moved(pair, compared(1));
  expect(way(quality(5, 2), quality(4.4, 4))).toEqual({ way: 'mean', time: false, before: 5, after: 4.4, upTo });
  expect(way(quality(5, 2), quality(4.6, 3))).toEqual({ way: 'spread', time: false, before: 2, after: 3, upTo });
  expect(way(quality(5, 2), quality(5, 2))).toEqual({ way: 'shape', upTo });
});

test('times have no round values, and columns that are alike no way', () => {
  const pair: [ColumnQuality, ColumnQuality] = [quality(5, null), quality(7, null)];
  expect(moved(pair, compared(2), true)).toEqual({ way: 'mean', time: true, before: 5, after: 7, upTo: null });
  expect(moved([quality(5, null), quality(5, null)], compared(2), true)).toBeNull();
  expect(moved(pair, compared(0))).toBeNull();
});

test('against a part of the reference it is that part’s mean', () => {
  const drift = compared(1, { matchedMoments: { mean: 6, std: 1 } });
  expect(moved([quality(5, 2), quality(7, 2)], drift)).toMatchObject({ way: 'mean', before: 6, after: 7 });
});

test('categories in the level whose share differs most, as a quote with its rows', () => {
  const drift = { ...base, levelGap: { level: '</script>', rows: 4, reference: 0.1, current: 0.3 } };
  expect(moved([quality(null, null), quality(null, null)], drift)).toEqual({
    ...{ way: 'level', level: { quote: '</script>', rows: 4 }, before: 0.1, after: 0.3 },
  });
});
