import { describe, expect, test } from 'vitest';
import { datedSharesOf, isStep, sharesCells } from '../../tools/calibration/since/dated-shares.ts';

const RUNS = 40;
/** Three standard errors beside what is promised. */
const within = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / RUNS);

describe.each(sharesCells.filter(({ cell }) => cell.periods === 60))('$name: $what', ({ cell }) => {
  const { dated, near, covered } = datedSharesOf(cell, RUNS);

  if (!isStep(cell.change)) {
    test('no date is told', () => {
      expect(dated).toBeLessThanOrEqual(0.05 + within(0.05));
    });
  } else if (cell.memory === 0) {
    test('the date is told, and its interval holds it', () => {
      expect(near).toBeGreaterThanOrEqual(0.9 - within(0.9));
      expect(covered).toBeGreaterThanOrEqual(0.9 - within(0.9));
    });
  } else {
    test('of slow rows a date is told now and then', () => {
      expect(dated).toBeGreaterThan(0);
      expect(covered).toBeGreaterThanOrEqual(0.5);
    });
  }
});
