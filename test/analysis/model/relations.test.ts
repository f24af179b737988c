import { expect, test } from 'vitest';
import { calmRelations, changedRelations, differentShare } from '../../../tools/calibration/relations.ts';
import { bound } from '../../../tools/calibration/simulate.ts';

const RUNS = 50;

test.each(calmRelations)('$what: the feature does not behave differently', (one) => {
  expect(differentShare(one, [1000, 1000], RUNS)).toBeLessThanOrEqual(bound(RUNS));
});

test.each([
  ...changedRelations.slice(0, 3).map((one) => ({ one, rows: 2000 })),
  ...changedRelations.slice(-1).map((one) => ({ one, rows: 500 })),
])('$one.what: at $rows rows a side it does', ({ one, rows }) => {
  expect(differentShare(one, [rows, rows], 20)).toBeGreaterThanOrEqual(0.95);
});
