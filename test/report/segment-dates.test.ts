import { describe, expect, test } from 'vitest';
import { segmentDatesCells, segmentDatesOf } from '../../tools/calibration/since/segment-dates.ts';

const RUNS = 8;

describe.each(segmentDatesCells.filter(({ memory }) => memory === 0))('$change', (cell) => {
  const found = Array.from({ length: RUNS }, (_, run) => segmentDatesOf(cell, 100 + run));
  const count = (holds: (one: (typeof found)[number]) => boolean): number => found.filter(holds).length;

  if (cell.change === 'none') {
    test('no segment is told, so no date is', () => {
      expect(count(({ isDated }) => isDated)).toBeLessThanOrEqual(1);
    });
  } else if (cell.change === 'slope') {
    test('a segment is told', () => {
      expect(count(({ isTold }) => isTold)).toBe(RUNS);
    });
  } else {
    test('a date is told mostly, and mostly the right one', () => {
      const dated = found.filter(({ isDated }) => isDated);
      expect(dated.length).toBeGreaterThanOrEqual(RUNS / 2);
      expect(dated.filter(({ isNear }) => isNear).length).toBeGreaterThanOrEqual(dated.length - 1);
      expect(dated.filter(({ isHeld }) => isHeld).length).toBeGreaterThanOrEqual(dated.length - 1);
    });
  }
});
