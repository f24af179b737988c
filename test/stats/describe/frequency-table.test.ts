import { expect, test } from 'vitest';
import {
  commonLevels,
  frequencyTable,
  mostFrequent,
  tableFromCodes,
  tableFromCounts,
} from '../../../src/stats/describe/frequency-table.ts';

test('counts texts, the empty one included; null is missing', () => {
  expect(frequencyTable(['b', '', null, 'b', '__proto__'])).toEqual({
    levels: ['b', '', '__proto__'],
    counts: Float64Array.of(2, 1, 1),
    size: 4,
    missing: 1,
  });
});

test('codes: −1 is missing; unused levels stay, with 0', () => {
  expect(tableFromCodes(Int32Array.of(1, -1, 1), ['a', 'b'])).toEqual({
    levels: ['a', 'b'],
    counts: Float64Array.of(0, 2),
    size: 2,
    missing: 1,
  });
});

test('a level given twice is added up', () => {
  expect(tableFromCounts(['a', 'b', 'a'], [1, 2, 3], 4)).toEqual({
    levels: ['a', 'b'],
    counts: Float64Array.of(4, 2),
    size: 6,
    missing: 4,
  });
});

test('common levels keep names that objects reserve', () => {
  const reference = frequencyTable(['a', '__proto__', 'a']);
  const current = frequencyTable(['constructor', '__proto__', '__proto__']);
  expect(commonLevels(reference, current)).toEqual({
    levels: ['a', '__proto__', 'constructor'],
    reference: Float64Array.of(2, 1, 0),
    current: Float64Array.of(0, 2, 1),
  });
});

test('the most frequent first, equal counts by name, unused levels left out', () => {
  const table = tableFromCounts(['c', 'unused', 'b', 'a'], [1, 0, 5, 1]);
  expect(mostFrequent(table, 2)).toEqual([
    { value: 'b', count: 5 },
    { value: 'a', count: 1 },
  ]);
  expect(mostFrequent(table)).toHaveLength(3);
});
