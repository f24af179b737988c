import { expect, test } from 'vitest';
import { bound, numericColumn } from '../../../tools/calibration/simulate.ts';
import { changes, numericDraws } from '../../../tools/calibration/draws.ts';
import { stateShares } from '../../../tools/calibration/states.ts';

const RUNS = 60;
const { normal, 'AR(1) φ = 0.95': slow } = numericDraws;
if (normal === undefined || slow === undefined) throw new Error('no such draws');

test.each([60, 300])(
  '%i independent rows a side in which nothing changed: no report says that anything moved',
  (rows) => {
    const { unproven, reaching } = stateShares(numericColumn(normal, rows, rows), { runs: RUNS });
    expect(unproven).toBeLessThanOrEqual(bound(RUNS));
    // By size alone most columns would have.
    expect(reaching).toBeGreaterThan(0.4);
  },
);

test('a slow process that moved far is changed or moved, and never stable', () => {
  const column = numericColumn(slow, 300, 300, (values) => values.map((value) => value + 3));
  const { states } = stateShares(column, { runs: 10 });
  expect(states.stable).toBe(0);
  expect(states.changed + states.moved).toBeGreaterThan(0.99);
});

test('independent rows that moved are changed, not moved', () => {
  const { states } = stateShares(numericColumn(normal, 300, 300, changes['shift of 0.5 σ']), { runs: 10 });
  expect(states.changed).toBeGreaterThan(0.9);
});
