import { describe, expect, it } from 'vitest';
import { listStops, moveStop, readoutPlacement, stopText, type Stop } from '../../src/charts/stops.ts';
import { words } from '../../src/words/words.ts';

const names = words.sides.periods;

const stop = (i: number): Stop => ({
  area: { x: 10 * i, y: 0, width: 10, height: 100 },
  heading: `bin ${i}`,
  values: [{ side: 'reference', text: '5%' }, { text: 'note' }],
});
const list = listStops(Array.from({ length: 20 }, (_, i) => stop(i)));
const grid = { ...list, count: 16, columns: 4 };

describe('moveStop', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 3, 4],
    ['End', 3, 19],
    ['Home', 3, 0],
    ['PageDown', 18, 19],
    ['PageUp', 5, 3],
    ['Tab', 3, null],
    ['toString', 3, null],
  ])('%s in a list from %i', (key, from, to) => expect(moveStop(key, from, list)).toBe(to));

  it.each([
    ['ArrowDown', 5, 9],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, 2],
    ['ArrowDown', 14, 14],
  ])('%s in a grid from %i', (key, from, to) => expect(moveStop(key, from, grid)).toBe(to));
});

describe('listStops', () => {
  it('finds the nearest', () => {
    expect(list.find({ x: 45, y: 50 })).toBe(4);
    expect(list.find({ x: -900, y: 50 })).toBe(0);
    expect(list.find({ x: 900, y: 50 })).toBe(19);
  });

  it('keeps to its ends', () => {
    expect(list.stopAt(99).heading).toBe('bin 19');
    expect(listStops([]).stopAt(0).values).toEqual([]);
  });
});

it('says all values with their file', () => {
  expect(stopText(stop(1), names)).toBe('bin 1: reference 5%; note');
  expect(stopText(stop(1), words.sides.models)).toBe('bin 1: model A 5%; note');
});

describe('readoutPlacement', () => {
  const narrow = { y: 40, width: 8, height: 120 };

  it.each([280, 640])('stays inside %i px', (width) => {
    for (let x = 0; x < width - 8; x += 4) {
      const { left, right, maxWidth } = readoutPlacement({ ...narrow, x }, width, 200);
      expect((left ?? right ?? -1) >= 0 && (left ?? right ?? 0) + maxWidth <= width).toBe(true);
      expect(maxWidth).toBeGreaterThan(110);
    }
  });

  it('goes below a wide row, above one at the foot', () => {
    expect(readoutPlacement({ x: 0, y: 20, width: 280, height: 30 }, 280, 400).top).toBe(54);
    expect(readoutPlacement({ x: 0, y: 360, width: 280, height: 30 }, 280, 400).top).toBe(296);
  });
});
