import {
  columnFromArray,
  decimal,
  duration,
  fixedSizeBinary,
  float64,
  list,
  struct,
  timeMillisecond,
  utf8,
  float16,
  binary,
  interval,
  IntervalUnit,
  tableFromColumns,
  tableToIPC as encode,
  TimeUnit,
  type Column,
} from '@uwdata/flechette';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DataSet } from '../../src/engine/data-set.ts';
import { openTables } from './open-tables.ts';
import { rowsOf } from './rows-of.ts';

async function opened(content: Uint8Array): Promise<DataSet> {
  const [data] = await openTables({ 'a.arrow': content });
  if (data === undefined) throw new Error('nothing was opened');
  return data;
}

test.each(['table.arrow', 'table.arrows'])('%s', async (file) => {
  const data = await opened(readFileSync(`e2e/fixtures/${file}`));
  expect(data.summary).toMatchObject({ format: 'Arrow', rows: 2000 });
  data.close();
});

test('a Feather file whose buffers are packed with LZ4, as pandas writes it', async () => {
  const data = await opened(readFileSync('test/engine/fixtures/lz4.feather'));
  const rows = await rowsOf(data);
  expect(rows.map(({ n, level }) => [n, level])).toEqual(
    Array.from({ length: 9000 }, (_, i) => [(i % 7).toFixed(1), `level ${String(i % 5)}`]),
  );
  expect(rows.reduce((sum, { drawn }) => sum + Number(drawn), 0)).toBeCloseTo(4493.790631154517, 8);
  data.close();
});

test('columns of types that the engine does not take are put in another form, or left out with a word', async () => {
  const columns: [string, Column<unknown>][] = [
    ['n', columnFromArray([1.5, null, 3])],
    ['days', columnFromArray([Int32Array.of(1, 500), null, Int32Array.of(0, -250)], interval(IntervalUnit.DAY_TIME))],
    ['months', columnFromArray([14, null, 1], interval(IntervalUnit.YEAR_MONTH))],
    [
      'mixed',
      columnFromArray(
        [Float64Array.of(1, 2, 3e9), null, Float64Array.of(0, 0, 0)],
        interval(IntervalUnit.MONTH_DAY_NANO),
      ),
    ],
    ['ms', columnFromArray([1500n, null, -1n], duration(TimeUnit.MILLISECOND))],
    [
      'id',
      columnFromArray(
        [Uint8Array.from({ length: 16 }, (_, i) => i * 16), null, new Uint8Array(16)],
        fixedSizeBinary(16),
      ),
    ],
    ['clock', columnFromArray([3_600_000, null, 1], timeMillisecond())],
    ['list', columnFromArray([[1, 2], null, []], list(float64()))],
    ['point', columnFromArray([{ x: 1, y: 'a' }, null, { x: 2, y: 'b' }], struct({ x: float64(), y: utf8() }))],
    ['half', columnFromArray([0.5, null, 2], float16())],
    ['wide', columnFromArray([1.25, null, 2], decimal(50, 2, 256))],
    [
      'text',
      columnFromArray(
        ['ä', null, 'b'].map((text) => text && new TextEncoder().encode(text)),
        binary(),
      ),
    ],
    ['blob', columnFromArray([Uint8Array.of(0, 1, 2), null, Uint8Array.of(255)], binary())],
  ];
  const data = await opened(encode(tableFromColumns(columns), { format: 'stream' }) ?? new Uint8Array());
  expect(data.columns.map(({ name, type }) => [name, type])).toEqual([
    ['n', 'DOUBLE'],
    ['days', 'DOUBLE'],
    ['months', 'DOUBLE'],
    ['mixed', 'VARCHAR'],
    ['ms', 'DOUBLE'],
    ['id', 'VARCHAR'],
    ['clock', 'DOUBLE'],
    ['list', 'VARCHAR'],
    ['point', 'VARCHAR'],
    ['half', 'DOUBLE'],
    ['text', 'VARCHAR'],
  ]);
  expect(await rowsOf(data)).toEqual([
    {
      n: '1.5',
      days: '86400.5',
      months: '14.0',
      mixed: 'P1M2DT3S',
      ms: '1.5',
      id: '00102030-4050-6070-8090-a0b0c0d0e0f0',
      clock: '3600.0',
      list: '[1,2]',
      point: '{"x":1,"y":"a"}',
      half: '0.5',
      text: 'ä',
    },
    {
      n: null,
      days: null,
      months: null,
      mixed: null,
      ms: null,
      id: null,
      clock: null,
      list: null,
      point: null,
      half: null,
      text: null,
    },
    {
      n: '3.0',
      days: '-0.25',
      months: '1.0',
      mixed: 'P0M0DT0S',
      ms: '-0.001',
      id: '00000000-0000-0000-0000-000000000000',
      clock: '0.001',
      list: '[]',
      point: '{"x":2,"y":"b"}',
      half: '2.0',
      text: 'b',
    },
  ]);
  expect(data.summary.notes.map(({ column }) => column)).toEqual([
    'days',
    'months',
    'mixed',
    'ms',
    'id',
    'clock',
    'list',
    'point',
    'half',
    'wide',
    'text',
    'blob',
  ]);
  expect(data.summary.notes.at(-1)).toMatchObject({ kind: 'binary-left-out', values: { column: 'blob' } });
  data.close();
});
