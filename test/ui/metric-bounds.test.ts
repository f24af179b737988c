import { expect, test } from 'vitest';
import { boundsText } from '../../src/ui/sections/performance/metrics/metric-words.ts';

test('a number that bins leave open shows between which it is, one that is exact does not', () => {
  const estimate = { value: 0.91, low: 0.88, high: 0.93 };
  expect(boundsText('roc_auc', estimate)).toBe('');
  expect(boundsText('roc_auc', { ...estimate, atLeast: 0.9, atMost: 0.92 })).toBe('counted in bins: 0.9 to 0.92');
  // Known to the digits that are shown.
  expect(boundsText('brier', { ...estimate, atLeast: 0.91, atMost: 0.9100002 })).toBe('');
});
