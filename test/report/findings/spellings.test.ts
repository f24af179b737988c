import { expect, test } from 'vitest';
import { spellingKey } from '../../../src/analysis/infer/spelling.ts';

test.each([
  ['North', ' north  '],
  ['Zürich', 'ZURICH'],
  ['Straße', 'strasse'],
  ['New  York', 'new york'],
])('%s and %s are spellings of one thing', (a, b) => {
  expect(spellingKey(a)).toBe(spellingKey(b));
});

test.each([
  ['North', 'Nord'],
  ['A-1', 'A1'],
  ['0', '00'],
])('%s and %s are two', (a, b) => {
  expect(spellingKey(a)).not.toBe(spellingKey(b));
});
