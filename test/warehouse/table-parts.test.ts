import { expect, test } from 'vitest';
import { tableParts } from '../../src/warehouse/table-parts.ts';

test('parts without quotes are folded as the engine does, others stand as they are', () => {
  expect(tableParts('Plant.Readings', 'lower')).toEqual(['plant', 'readings']);
  expect(tableParts('Plant.Readings', 'upper')).toEqual(['PLANT', 'READINGS']);
  expect(tableParts('Plant."Re.ad""ings"', 'lower')).toEqual(['plant', 'Re.ad"ings']);
  expect(tableParts('main.`odd ``name`', null)).toEqual(['main', 'odd `name']);
  expect(tableParts('__proto__', null)).toEqual(['__proto__']);
});

test.each(['', '.', 'plant.', '.readings', 'a..b', '"open', 'a"b', '`a`b', '""', 'a.``'])(
  '“%s” names no table',
  (name) => {
    expect(tableParts(name, null)).toBeNull();
  },
);
