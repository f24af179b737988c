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
import type { DataSet } from '../../../src/engine/data-set.ts';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

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
    ['list', columnFromArray([[1, 2], null, [NaN, -Infinity]], list(float64()))],
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
      list: '["NaN","-Infinity"]',
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

test('bytes that are no UTF-8, far behind the first, stay apart from each other', async () => {
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const usual = Array.from({ length: 1500 }, () => new TextEncoder().encode('Süd'));
  const cells = [
    ...usual,
    latin1('Süd'),
    latin1('Sád'),
    Uint8Array.of(0xe2, 0x82),
    Uint8Array.of(0xf0, 0x9f, 0x8c, 0xa1, 0xff),
  ];
  const columns: [string, Column<unknown>][] = [['side', columnFromArray(cells, binary())]];
  const data = await opened(encode(tableFromColumns(columns), { format: 'stream' }) ?? new Uint8Array());
  const rows = await rowsOf(data);
  expect(rows.slice(-5).map(({ side }) => side)).toEqual(['Süd', 'S\\xfcd', 'S\\xe1d', '\\xe2\\x82', '🌡\\xff']);
  data.close();
});

test('one time that no calendar has is a missing cell, which is counted; the rest is read', async () => {
  const data = await opened(readFileSync('test/engine/fixtures/one-time-far-away.arrow'));
  expect(data.summary.rows).toBe(60);
  expect([...data.coerced]).toEqual([['t', 1]]);
  expect(data.summary.notes).toMatchObject([
    { kind: 'cells-unreadable', values: { column: 't', cells: 1, as: 'time' } },
  ]);
  const times = (await rowsOf(data)).map(({ t }) => t);
  expect(times.filter((time) => time === null)).toHaveLength(1);
  expect(times[0]).toMatch(/^20/);
  data.close();
});

test.each([
  ['behind a whole batch', 8],
  ['in the middle', 9000],
])('a stream that ends %s, without its end mark, is refused', async (_where, bytes) => {
  const stream = readFileSync('e2e/fixtures/table.arrows');
  await expect(opened(stream.subarray(0, stream.length - bytes))).rejects.toMatchObject({
    ...{ code: 'damaged-file', file: 'a.arrow', values: { format: 'arrow-cut-off' } },
  });
});

/** A file of one column of texts, whose offsets start at a place that is found by their values. */
function withTextOffsets(change: (offsets: Int32Array) => void): Uint8Array {
  const texts = Array.from({ length: 50 }, (_, i) => 'x'.repeat(i));
  const bytes = encode(tableFromColumns([['text', columnFromArray(texts, utf8())]]), { format: 'file' });
  if (bytes === null) throw new Error('the table could not be written');
  const copy = new Uint8Array(bytes);
  const words = new Int32Array(copy.buffer, 0, Math.floor(copy.length / 4));
  const start = words.findIndex((_, i) =>
    texts.every(({ length }, k) => words[i + k + 1] === (words[i + k] ?? 0) + length),
  );
  change(words.subarray(start, start + 51));
  return copy;
}

test.each([
  ['behind the texts', (offsets: Int32Array) => offsets.fill(1_000_000, 30)],
  ['before them', (offsets: Int32Array) => offsets.fill(-5, 0, 10)],
  ['backwards', (offsets: Int32Array) => offsets.set([1200, 3], 40)],
])('offsets that point %s are refused', async (_where, change) => {
  expect((await opened(withTextOffsets(() => undefined))).summary.rows).toBe(50);
  await expect(opened(withTextOffsets(change))).rejects.toMatchObject({
    ...{ code: 'damaged-file', file: 'a.arrow', values: { format: 'columnar-content', of: 'Arrow' }, column: 'text' },
  });
});
