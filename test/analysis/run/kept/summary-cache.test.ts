import { expect, test } from 'vitest';
import { summariseLevels } from '../../../../src/analysis/summarise/summarise-levels.ts';
import { summariseNumbers } from '../../../../src/analysis/summarise/summarise-numbers.ts';
import { SummaryCache } from '../../../../src/analysis/run/kept/summary-cache.ts';
import { elementAt } from '../../../../src/facts/element-at.ts';
import { ecdfArenas, type EcdfArena } from '../../../../src/stats/describe/ecdf-arena.ts';
import { Kernel } from '../../../../src/stats/kernel/kernel.ts';

const about = (column: string) => ({ column, slice: 'reference', coerced: 0 });
/** A thousand numbers that are no decimals: 8 kB. */
const numbers = (column: string) =>
  summariseNumbers(
    { values: Float64Array.from({ length: 1000 }, (_, i) => Math.sqrt(i + 2)), missing: null },
    about(column),
    {
      ...{ as: 'number', axis: null, orderOf: null },
    },
  );
const levels = summariseLevels({ levels: ['a', 'b'], counts: Float64Array.of(2, 1), missing: 0 }, about('c'), null);

const kernel = new Kernel();
const roomFor = (cache: SummaryCache, key: string): EcdfArena => elementAt(ecdfArenas(kernel, [cache.rows(key)]), 0);

test('gives back what it keeps, numbers in the memory it is given', () => {
  const cache = new SummaryCache(1e6);
  cache.keep('x', numbers('x'));
  cache.keep('c', levels);
  expect(cache.rows('x')).toBe(1000);
  expect(cache.take('x', roomFor(cache, 'x'))).toEqual(numbers('x'));
  expect(cache.take('c', undefined)).toEqual(levels);
  expect(cache.take('none', undefined)).toBeUndefined();
});

test('lets go of what was asked for longest ago, once there are too many bytes', () => {
  const cache = new SummaryCache(27_000);
  for (const key of ['a', 'b', 'c']) cache.keep(key, numbers(key));
  cache.take('a', roomFor(cache, 'a'));
  cache.keep('d', numbers('d'));
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.has(key))).toEqual(['a', 'c', 'd']);
  cache.forget('z');
  expect(cache.has('a')).toBe(true);
  for (const key of ['a', 'c', 'd']) cache.forget(key);
  expect(cache.has('a')).toBe(false);
  // Bytes of what is gone do not count.
  for (const key of ['a', 'b', 'c']) cache.keep(key, numbers(key));
  expect(['a', 'b', 'c'].filter((key) => cache.has(key))).toHaveLength(3);
});

test('a summary under a key takes the place of the one before; one that is too large is not kept', () => {
  const cache = new SummaryCache(9000);
  for (let time = 0; time < 5; time++) cache.keep('x', numbers('x'));
  expect(cache.has('x')).toBe(true);
  const small = new SummaryCache(100);
  small.keep('x', numbers('x'));
  expect(small.has('x')).toBe(false);
});
