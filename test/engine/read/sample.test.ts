import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { Sample } from '../../../src/facts/settings/read-options.ts';
import { refuseTooLarge } from '../../../src/engine/read/sampled-table.ts';
import { openParts, openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

const ROWS = 20_000;
const day = (i: number): string => `2025-01-${String((i % 28) + 1).padStart(2, '0')}`;
const text = `n,at\n${Array.from({ length: ROWS }, (_, i) => `${String(i)},${day(i)}\n`).join('')}`;

async function sampled(sample: Sample, seed = 1): Promise<{ data: DataSet; numbers: number[] }> {
  const [data] = await openTables({ 'a.csv': text }, { sample, seed });
  if (data === undefined) throw new Error('nothing was opened');
  const rows = await rowsOf(data);
  data.close();
  return { data, numbers: rows.map(({ n }) => Number(n)) };
}

const all = Array.from({ length: ROWS }, (_, i) => i);

describe('a sample is what it is called', () => {
  test('a random share of 0.1 is 10 % within what luck does, spread over the file, and the same for the same seed', async () => {
    const { numbers, data } = await sampled({ method: 'random', share: 0.1 });
    expect(Math.abs(numbers.length - ROWS / 10)).toBeLessThan(4 * Math.sqrt(ROWS * 0.1 * 0.9));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const half = numbers.filter((n) => n < ROWS / 2).length;
    expect(Math.abs(half - numbers.length / 2)).toBeLessThan(2 * Math.sqrt(numbers.length));
    expect(data.summary).toMatchObject({ rows: ROWS, rowsUsed: numbers.length });
    expect(data.summary.readAs).toContainEqual({ kind: 'rows', values: { sample: { method: 'random', share: 0.1 } } });
    expect((await sampled({ method: 'random', share: 0.1 })).numbers).toEqual(numbers);
    const others = await Promise.all([2, 3, 1e9].map((seed) => sampled({ method: 'random', share: 0.1 }, seed)));
    for (const other of others) {
      // A tenth of another seed's rows, as of independent samples.
      const common = other.numbers.filter((n) => numbers.includes(n)).length;
      expect(Math.abs(common - numbers.length / 10)).toBeLessThan(4 * Math.sqrt(numbers.length * 0.1 * 0.9));
    }
  });

  test.each<[Sample, number[]]>([
    [{ method: 'random', share: 1 }, all],
    [{ method: 'every', n: 1 }, all],
    [{ method: 'every', n: 7 }, all.filter((i) => i % 7 === 0)],
    [{ method: 'first', rows: 100 }, all.slice(0, 100)],
    [{ method: 'last', rows: 100 }, all.slice(-100)],
    [{ method: 'last', rows: ROWS + 1 }, all],
    [{ method: 'newest', rows: 714, by: 'at' }, all.filter((i) => i % 28 === 27)],
  ])('%o', async (sample, expected) => {
    const { numbers, data } = await sampled(sample);
    expect(numbers).toEqual(expected);
    expect(data.columns.map(({ name }) => name)).toEqual(['n', 'at']);
    expect(data.summary).toMatchObject({ rows: ROWS, rowsUsed: expected.length });
  });

  test('over several pieces of a file', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 5 }, (_, part) => {
        const rows = all.slice(part * 4000, (part + 1) * 4000).map((i) => `${String(i)},${day(i)}\n`);
        return [`part ${String(part)}.csv`, `n,at\n${rows.join('')}`];
      }),
    );
    for (const [sample, expected] of [
      [{ method: 'every', n: 9 }, all.filter((i) => i % 9 === 0)],
      [{ method: 'last', rows: 5000 }, all.slice(-5000)],
      [{ method: 'newest', rows: 714, by: 'at' }, all.filter((i) => i % 28 === 27)],
    ] as [Sample, number[]][]) {
      const data = await openParts(parts, { sample });
      expect((await rowsOf(data)).map(({ n }) => Number(n))).toEqual(expected);
      expect(data.summary).toMatchObject({ rows: ROWS, rowsUsed: expected.length });
      data.close();
    }
  });

  test('rows are told by their place in the file, not in the sample', async () => {
    const broken = text.replace('\n15000,', '\nOFFLINE,');
    const [data] = await openTables({ 'a.csv': broken }, { sample: { method: 'last', rows: 8000 } });
    expect(data?.summary.notes).toMatchObject([{ examples: [{ row: 15_001, value: { quote: 'OFFLINE' } }] }]);
    data?.close();
  });

  test('the newest rows need a column of the file', async () => {
    const wanted = openTables({ 'a.csv': text }, { sample: { method: 'newest', rows: 10, by: 'gone' } });
    await expect(wanted).rejects.toMatchObject({ code: 'column-missing', column: 'gone', file: 'a.csv' });
  });
});

test('a table that cannot fit is refused before it is read, with a share that does fit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 1e9 }), (columns, rows) => {
      const table = { file: 'a.csv', rows, columns };
      try {
        refuseTooLarge({ ...table, sample: undefined });
        expect(rows * columns).toBeLessThanOrEqual(6e8);
      } catch (error) {
        const { code, share = 0 } = error as { code: string; share?: number };
        expect(code).toBe('too-large');
        expect(share).toBeLessThan(1);
        refuseTooLarge({ ...table, sample: { method: 'random', share } });
      }
    }),
    { numRuns: 5000, seed: 7 },
  );
});
