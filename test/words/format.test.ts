import { expect, test } from 'vitest';
import { number } from '../../src/words/format.ts';

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
