import { expect, test } from 'vitest';
import { beforeAfter, correlation, difference, measure, number, tellApart } from '../../src/words/format.ts';

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

test('what was and what is now have the decimals that their difference needs', () => {
  expect(beforeAfter(302.06, 298.98)).toEqual(['302.1', '299.0']);
  expect(beforeAfter(89.8, 61.04)).toEqual(['90', '61']);
  expect(beforeAfter(-0.004, 1.004)).toEqual(['0.0', '1.0']);
  expect(beforeAfter(0.0110381, 0.0127)).toEqual(['0.0110', '0.0127']);
  expect(beforeAfter(12, 17)).toEqual(['12', '17']);
  expect(beforeAfter(1_234_567.8, 1_250_000.2)).toEqual(['1,234,568', '1,250,000']);
  expect(beforeAfter(1e-9, 2.5e-9)).toEqual(['1×10⁻⁹', '2.5×10⁻⁹']);
  expect(beforeAfter(5, 5)).toEqual(['5', '5']);
});
