import { expect, test } from 'vitest';
import type { Progress } from '../../src/analysis/run/run-result.ts';
import { leftWords, secondsLeft, stepOf, type Step } from '../../src/ui/run/time-left.ts';

const reading = (done: number): Progress => ({ stage: 'reading', done, total: 100, unit: 'bytes' });

test('the time left follows the speed of the step, and starts anew with the next one', () => {
  let step: Step | null = null;
  const at = (seconds: number, progress: Progress): string => {
    const reached = { progress, share: progress.done / progress.total, time: seconds * 1000 };
    step = stepOf(step, reached);
    return leftWords(secondsLeft(step, reached));
  };
  expect(at(0, reading(0))).toBe('');
  expect(at(1, reading(10))).toBe('');
  expect(at(3, reading(20))).toBe('about 15 s left');
  expect(at(6, reading(50))).toBe('about 6 s left');
  expect(at(7, { stage: 'comparing', done: 1, total: 100, unit: 'columns' })).toBe('');
  expect(at(17, { stage: 'comparing', done: 5, total: 100, unit: 'columns' })).toBe('about 4 min left');
});
