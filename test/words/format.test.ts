import { expect, test } from 'vitest';
import { correlation, difference, measure, number, tellApart } from '../../src/words/format.ts';

test.each([
  [0.00005307, '5.307×10⁻⁵'],
  [-2.5e-6, '−2.5×10⁻⁶'],
  [1.5e15 + 0.5, '1.5×10¹⁵'],
  [0.12345, '0.1235'],
  [12, '12'],
  [0, '0'],
  [null, '–'],
])('%s is written %s', (value, text) => {
  // The decimal mark is the reader's own.
  expect(number(value).replace(',', '.')).toBe(text);
});

test('neighbours far from zero have the digits that tell them apart', () => {
  expect(tellApart(1e9, 1e9 + 0.5)).toEqual(['1,000,000,000', '1,000,000,000.5']);
  expect(tellApart(34.58, 39.157)).toEqual(['34.58', '39.16']);
  expect(tellApart(5, 5)).toEqual(['5', '5']);
});

test('a unit stands behind its number', () => {
  expect(measure(-54.2, 'kWh')).toBe('−54.2 kWh');
  expect(measure(3, '')).toBe('3');
});

test('what rounds to zero has no sign', () => {
  expect(correlation(-0.001)).toBe('0.00');
  expect(difference(-0.001)).toBe('0.00');
});
