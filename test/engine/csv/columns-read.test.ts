import { expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { ReadOptions } from '../../../src/engine/csv/options.ts';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

async function open(text: string, read: ReadOptions = {}): Promise<DataSet> {
  const [data] = await openTables({ 'a.csv': text }, read);
  if (data === undefined) throw new Error('no table');
  return data;
}

const asked = (name: string, reading: 'number' | 'number_limits'): ReadOptions => ({
  columns: new Map([[name, reading]]),
});

test('each column says how it was read, and which words of it were missing', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${String(i)},5;1${String(i % 9)}.03.2025;${i % 3 ? 'a' : 'NA'};${i % 2 ? 'true' : 'false'}`,
  );
  const data = await open(`x;day;name;ok\n${rows.join('\n')}\n-;;n/a;true\n`);
  expect(data.summary.columnsRead).toEqual([
    {
      name: 'x',
      way: { kind: 'number', values: { decimal: ',', thousands: '', unit: '', limits: false } },
      missing: [{ text: '-', cells: 1 }],
    },
    { name: 'day', way: { kind: 'time', values: { formats: ['%d.%m.%Y'], iso: false } }, missing: [] },
    {
      name: 'name',
      way: { kind: 'text', values: { join: null } },
      missing: [
        { text: 'NA', cells: 10 },
        { text: 'n/a', cells: 1 },
      ],
    },
    { name: 'ok', way: { kind: 'boolean', values: {} }, missing: [] },
  ]);
});

test('a cell below a limit is the limit where that is asked for, and does not fit where numbers are', async () => {
  const text = 'zinc;n\n<0,05;1\n0,25;2\n> 3,5;3\n≤0,1;4\n0,5;5\n<LOD;6\n';
  const limits = await open(text, { header: true, headerLines: 1, ...asked('zinc', 'number_limits') });
  expect((await rowsOf(limits)).map(({ zinc }) => zinc)).toEqual(['0.05', '0.25', '3.5', '0.1', '0.5', null]);
  expect(limits.summary.columnsRead?.[0]?.way.values).toMatchObject({ limits: true, decimal: ',' });
  const numbers = await open(text, { header: true, headerLines: 1, ...asked('zinc', 'number') });
  expect((await rowsOf(numbers)).map(({ zinc }) => zinc)).toEqual([null, '0.25', null, null, '0.5', null]);
  const unfit = ({ summary }: DataSet): unknown[] =>
    summary.notes.filter(({ kind }) => kind === 'cells-unreadable').map(({ values }) => values);
  expect(unfit(limits)).toMatchObject([{ cells: 1 }]);
  expect(unfit(numbers)).toMatchObject([{ cells: 4 }]);
});

test('limits are read in a text that is written anew too', async () => {
  const read = { header: true, headerLines: 1, delimiter: 'blanks', ...asked('zinc', 'number_limits') };
  const data = await open('zinc   n\n<0,05   1\n0,25   2\n>3,5   3\n0,5   4\n<LOD   5\n', read);
  expect((await rowsOf(data)).map(({ zinc }) => zinc)).toEqual(['0.05', '0.25', '3.5', '0.5', null]);
});

test('fixed widths are said', async () => {
  const data = await open('name  value\nab    1\ncd    2\n', { widths: [6] });
  expect(data.summary.readAs.find(({ kind }) => kind === 'widths')?.values).toEqual({ widths: [6] });
});
