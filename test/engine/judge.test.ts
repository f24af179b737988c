import { expect, test } from 'vitest';
import { judge } from '../../src/engine/database/judge.ts';

const error = (name: string, message: string): Error => Object.assign(new Error(message), { name });

test.each([
  ['a full memory', error('Error', 'Out of Memory Error: failed to allocate data'), 'too-large', false],
  ['more columns than it can walk', error('RangeError', 'Maximum call stack size exceeded'), 'too-large', true],
  ['a trap', error('RuntimeError', 'memory access out of bounds'), 'engine-died', true],
])('%s', (_what, thrown, code, isFatal) => {
  expect(judge(thrown)).toMatchObject({ error: { code }, isFatal });
});

test('an error of a statement stays what it is, and the engine goes on', () => {
  const thrown = error('Error', 'Conversion Error: no number');
  expect(judge(thrown)).toEqual({ error: thrown, isFatal: false });
});
