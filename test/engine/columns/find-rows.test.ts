import { describe, expect, test } from 'vitest';
import {
  countRows,
  fetchRows,
  findPlaces,
  lostIn,
  numbersInFile,
  textsIn,
} from '../../../src/engine/columns/find-rows.ts';
import type { AskedOfFile } from '../../../src/engine/columns/row-test.ts';
import { withMissing } from '../../../src/engine/columns/missing.ts';
import { decodeTable } from '../../../src/engine/database/database.ts';
import type { DataSet, StoredColumn } from '../../../src/engine/data-set.ts';
import { elementAt } from '../../../src/facts/element-at.ts';
import type { RowTest } from '../../../src/facts/rows.ts';
import { openTables } from '../open-tables.ts';

const CODES = ['a', "b'; DROP TABLE data; --", 'C "quoted"', '</script>'];
const ROWS = 200;
const HOSTILE = '__proto__';
const QUOTED = 'code "x"';

/** A time, a number with gaps, NaN and infinities, and a category whose name and cells mean something in SQL and JavaScript. */
const line = (i: number): string => {
  const time = new Date(Date.UTC(2026, 0, 1) + i * 1_800_000).toISOString().slice(0, 19);
  const number = i % 13 === 0 ? '' : i === 17 ? 'NaN' : i === 19 ? '-inf' : i === 38 ? 'inf' : String(i / 10 - 5);
  const code = elementAt(CODES, i % 4).replaceAll('"', '""');
  return `${i % 50 === 49 ? '' : time},${number},"${code}",${String(i % 7)}`;
};

async function open(lines: readonly string[] = Array.from({ length: ROWS }, (_, i) => line(i))): Promise<DataSet> {
  const head = `t,${HOSTILE},"code ""x""",n`;
  const [data] = await openTables({ 'a.csv': [head, ...lines].join('\n') }, { missing: ['', 'NA'] });
  if (data === undefined) throw new Error('a file was given');
  return data;
}

const column = ({ columns }: DataSet, name: string): StoredColumn =>
  elementAt(
    columns.filter((one) => one.name === name),
    0,
  );
const placesOf = (data: DataSet, test: AskedOfFile['test'], rest: Omit<AskedOfFile, 'test'> = {}): Promise<number[]> =>
  findPlaces(data, { ...rest, test }, { limit: ROWS });
const rowsWhere = (holds: (i: number) => boolean): number[] => Array.from({ length: ROWS }, (_, i) => i).filter(holds);
const isGap = (i: number): boolean => i % 13 === 0;
const isOdd = (i: number): boolean => isGap(i) || [17, 19, 38].includes(i);
const range = (from: number | null, to: number | null) =>
  ({ column: HOSTILE, test: 'range', from, to, withoutFrom: true }) as const;

describe('rows of every kind are found, of columns and cells with any text', () => {
  const cases: [string, AskedOfFile['test'], (i: number) => boolean][] = [
    [
      'all conditions',
      { test: 'all', conditions: [range(0, 2)] },
      (i) => !isOdd(i) && i / 10 - 5 > 0 && i / 10 - 5 < 2,
    ],
    [
      'any condition',
      { test: 'any', conditions: [range(null, -4), range(14, null)] },
      (i) => i === 19 || i === 38 || (!isOdd(i) && (i / 10 - 5 < -4 || i / 10 - 5 > 14)),
    ],
    ['no condition of any', { test: 'any', conditions: [] }, () => false],
    [
      'a text with quotes and a statement in it',
      { test: 'all', conditions: [{ column: QUOTED, test: 'in', values: [elementAt(CODES, 1), elementAt(CODES, 2)] }] },
      (i) => i % 4 === 1 || i % 4 === 2,
    ],
    ['a missing number', { test: 'no-value', column: HOSTILE, form: 'number' }, isGap],
    ['a missing time', { test: 'no-value', column: 't', form: 'time' }, (i) => i % 50 === 49],
    ['a missing text', { test: 'no-value', column: QUOTED, form: 'text' }, () => false],
    ['texts that are no numbers', { test: 'unreadable', column: QUOTED, form: 'number' }, () => true],
    ['infinite values of both signs', { test: 'infinite', column: HOSTILE }, (i) => i === 19 || i === 38],
    [
      'texts that another file has not',
      { test: 'unlisted', column: QUOTED, texts: [elementAt(CODES, 0), elementAt(CODES, 1)] },
      (i) => i % 4 > 1,
    ],
    ['texts where another file has none', { test: 'unlisted', column: QUOTED, texts: [] }, () => true],
    ['sums that are off', { test: 'sum-off', columns: ['n', 'n'], total: 6, tolerance: 0.001 }, (i) => i % 7 !== 3],
  ];

  test('in the order of the file', async () => {
    const data = await open();
    for (const [what, asked, holds] of cases) {
      const expected = rowsWhere(holds);
      expect(await placesOf(data, asked), what).toEqual(expected);
      const { rows } = await countRows(data, { test: asked }, { time: undefined });
      expect(rows, what).toBe(expected.length);
    }
    await expect(placesOf(data, { test: 'infinite', column: 'no' })).rejects.toThrow('no column no');
  });

  test('the farthest out first, infinite values and NaN not among them; the earlier of those equally far', async () => {
    const data = await open();
    const asked = { test: 'any', conditions: [range(null, -4), range(14, null)] } as const satisfies RowTest;
    const ordinary = { column: HOSTILE, form: 'number', low: -4, high: 14 } as const;
    const beyond = (i: number): number => Math.max(-4 - (i / 10 - 5), i / 10 - 5 - 14);
    const expected = rowsWhere((i) => !isOdd(i) && beyond(i) > 0).sort((a, b) => beyond(b) - beyond(a) || a - b);
    expect(await placesOf(data, asked, { ordinary })).toEqual(expected);
    const most = await countRows(data, { test: asked, ordinary, most: 3 }, { time: column(data, 't') });
    const times = expected
      .slice(0, 3)
      .filter((i) => i % 50 !== 49)
      .map((i) => Date.UTC(2026, 0, 1) + i * 1_800_000);
    expect(most).toEqual({ rows: 3, times: { first: Math.min(...times), last: Math.max(...times) } });
  });

  test('times from the first to the last of them, none where no row has one', async () => {
    const data = await open();
    const time = column(data, 't');
    const asked = { test: 'infinite', column: HOSTILE } as const;
    const at = (i: number): number => Date.UTC(2026, 0, 1) + i * 1_800_000;
    expect(await countRows(data, { test: asked }, { time })).toEqual({
      rows: 2,
      times: { first: at(19), last: at(38) },
    });
    const without = { test: 'no-value', column: 't', form: 'time' } as const;
    expect(await countRows(data, { test: without }, { time })).toEqual({ rows: 4, times: null });
  });

  test('with texts that count as missing since', async () => {
    const data = withMissing(await open(), ({ name }) => (name === QUOTED ? ['a'] : []));
    const asked = { test: 'no-value', column: QUOTED, form: 'text' } as const;
    expect(await placesOf(data, asked)).toEqual(rowsWhere((i) => i % 4 === 0));
    expect((await textsIn(data, column(data, QUOTED))).sort()).toEqual(CODES.slice(1).sort());
  });
});

test('rows that repeat an earlier one, missing cells being alike; empty rows', async () => {
  const data = await open([
    '2026-01-01T00:00:00,1,a,1',
    'NA,NA,NA,NA',
    '2026-01-01T00:00:00,1,a,1',
    ',2,"b",',
    ',2,"b",',
    'NA,NA,NA,NA',
    ',2,c,',
  ]);
  expect(await placesOf(data, { test: 'empty' })).toEqual([1, 5]);
  expect(await placesOf(data, { test: 'repeated' })).toEqual([2, 4, 5]);
});

/** More rows than tell a column's type, so that a word among numbers is a cell that cannot be read. */
const LONG = 3000;
const broken = new Map([
  [2000, 'OFF "LINE"'],
  [2500, '=1+1'],
]);
const longFile = `n,name\n${Array.from({ length: LONG }, (_, i) => `"${(broken.get(i) ?? String(i)).replaceAll('"', '""')}",row ${String(i)}\n`).join('')}`;

async function textOf(data: DataSet, places: readonly number[], columns: readonly StoredColumn[]) {
  const table = decodeTable(await fetchRows(data, { places, columns }));
  return table.toArray().map((row) => Object.values(row as Record<string, unknown>));
}

test('cells that became missing when they were read are known by row and text', async () => {
  const [data] = await openTables({ 'a.csv': longFile });
  if (data === undefined) throw new Error('a file was given');
  expect(data.coerced).toEqual(new Map([['n', 2]]));
  const places = await placesOf(data, { test: 'unreadable', column: 'n', form: 'number' });
  expect(places).toEqual([...broken.keys()]);
  expect(await textOf(data, places, data.columns)).toEqual([
    [2000, null, 'row 2000'],
    [2500, null, 'row 2500'],
  ]);
  expect(await lostIn(data, await numbersInFile(data, places))).toEqual([
    { stored: 'c0', row: 2000, cell: 'OFF "LINE"' },
    { stored: 'c0', row: 2500, cell: '=1+1' },
  ]);
  expect(await lostIn(data, [0])).toEqual([]);
});

test.each([
  { method: 'last', rows: 1001 },
  { method: 'every', n: 4 },
  { method: 'random', share: 0.5 },
] as const)('rows of a sample have their number in the file: %o', async (sample) => {
  const [data] = await openTables({ 'a.csv': longFile }, { sample, seed: 3 });
  if (data === undefined) throw new Error('a file was given');
  expect(data.columns.map(({ name }) => name)).toEqual(['n', 'name']);
  const all = await findPlaces(data, { test: { test: 'all', conditions: [] } }, { limit: LONG });
  const numbers = await numbersInFile(data, all);
  const names = await textOf(data, all, data.columns.slice(1));
  expect(numbers.map((row) => `row ${String(row)}`)).toEqual(names.map(([, name]) => name));
  expect(numbers).toHaveLength(data.summary.rowsUsed);
  const lost = await findPlaces(data, { test: { test: 'unreadable', column: 'n', form: 'number' } }, { limit: LONG });
  expect(await numbersInFile(data, lost)).toEqual([...broken.keys()].filter((row) => numbers.includes(row)));
});
