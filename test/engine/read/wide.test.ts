import { beforeAll, expect, test } from 'vitest';
import { openFiles } from '../../../src/engine/read/open.ts';
import type { DataSet } from '../../../src/engine/data-set.ts';
import { databaseIn, startNodeEngine, type NodeEngine } from '../node-engine.ts';
import { handleOf } from '../node-handle.ts';

const COLUMNS = 2000;
const ROWS = 20;

let engine: NodeEngine;
beforeAll(async () => {
  engine = await startNodeEngine();
});

const cells = (cell: (row: number, i: number) => string, row: number): string =>
  Array.from({ length: COLUMNS }, (_, i) => cell(row, i)).join(',');
const number = (row: number, i: number): string => String((row * 7 + i * 3) % 97);
const word = (row: number, i: number): string => `word ${String((row * 7 + i) % 50)}`;

async function read(cell: (row: number, i: number) => string, surprise: string): Promise<DataSet> {
  const lines = [cells((_, i) => `c${String(i)}`, 0), ...Array.from({ length: ROWS }, (_, row) => cells(cell, row))];
  lines.splice(ROWS / 2, 0, surprise);
  const file = new File([lines.join('\n')], 'wide.csv');
  const [data] = await openFiles([
    { files: [file], engine: handleOf(databaseIn(engine)), onProgress: () => undefined },
  ]);
  if (data === undefined) throw new Error('nothing was opened');
  return data;
}

const kinds = ({ summary }: DataSet): string[] => summary.notes.map(({ kind }) => kind);

// Each text in a list of `IN` took 32 kB a column, and tests joined by OR a level of the stack each.
test('a cell that does not fit, in two thousand columns of numbers', async () => {
  const data = await read(
    number,
    cells((_, i) => (i === 0 ? 'oops' : ' NA '), 0),
  );
  expect(data.summary.rowsUsed).toBe(ROWS + 1);
  expect(kinds(data)).toContain('cells-unreadable');
});

test('a row of delimiters alone, in two thousand columns', async () => {
  const data = await read(number, ','.repeat(COLUMNS - 1));
  expect(data.summary.rowsUsed).toBe(ROWS);
  expect(kinds(data)).toContain('empty-rows-left-out');
});

test('a short row, in two thousand columns of words', async () => {
  const data = await read(word, 'N/A,few');
  expect(data.summary.rowsUsed).toBe(ROWS + 1);
  expect(kinds(data)).toContain('rows-short');
});
