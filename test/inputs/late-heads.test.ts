import { expect, test } from 'vitest';
import { isRefused, readTable } from './read-table.ts';

// Longer than what is looked at before reading starts.
const ROWS = 60_000;

const lines = (line: (i: number) => string): string => Array.from({ length: ROWS }, (_, i) => `${line(i)}\n`).join('');

test.each([
  ['words', 'plant,state', (i: number) => `plant number ${String(i % 7)},${i % 3 === 0 ? 'on' : 'off'}`],
  ['values', 'plant,t', (i: number) => `plant number ${String(i % 7)},${String(i / 4)}`],
])('a line of names deep in a long file of %s is no row, which is said with its place', async (_, head, line) => {
  const file = new File([`${head}\n${lines(line)}${head}\n${lines(line)}`], 'joined.csv');
  const found = await readTable([file]);
  if (isRefused(found)) throw new Error('refused');
  expect(found.rows).toBe(2 * ROWS);
  expect(found.columns.map(({ filled, distinct }) => [filled, distinct])).toEqual([
    [2 * ROWS, 7],
    [2 * ROWS, head.endsWith('state') ? 2 : ROWS],
  ]);
  expect(found.values).toMatchObject({ 'head-repeated': { lines: 1, row: ROWS + 1 } });
});
