import { expect, test } from 'vitest';
import { fetchBlock } from '../../../src/engine/columns/blocks.ts';
import {
  fetchCells,
  fetchCounts,
  fetchTogether,
  hashesOf,
  summariseText,
} from '../../../src/engine/columns/columns.ts';
import { decodeCounts, decodeNumbers } from '../../../src/engine/columns/decode.ts';
import type { DataSet, StoredColumn } from '../../../src/engine/data-set.ts';
import { withMissing } from '../../../src/engine/columns/missing.ts';
import { countDuplicateRows, countEmptyRows, sameColumns } from '../../../src/engine/read/whole-table.ts';
import { openTables } from '../open-tables.ts';

const only = (sets: DataSet[]): DataSet => {
  const [set] = sets;
  if (set === undefined) throw new Error('no data set');
  return set;
};
const column = (set: DataSet, name: string): StoredColumn => {
  const found = set.columns.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
};
const numbers = async (set: DataSet, name: string, as: 'number' | 'time' = 'number'): Promise<(number | null)[]> => {
  const [decoded] = decodeNumbers(await fetchTogether(set, [{ column: column(set, name), kind: as }]));
  return Array.from(decoded?.values ?? [], (value, row) => (decoded?.missing?.[row] === 1 ? null : value));
};
const counts = async (set: DataSet, name: string): Promise<[string, number][]> => {
  const [found] = decodeCounts(await fetchCounts(set, [column(set, name)]), 1);
  return found?.levels.map((level, i) => [level, found.counts[i] ?? 0]) ?? [];
};

test('types are decided over both files', async () => {
  const [a, b] = await openTables({
    'a.csv': 'x,y\n1,2024-01-01\n2,2024-01-02\n',
    'b.csv': 'x,y\n1.5,2024-01-03 10:00\nNA,\n',
  });
  expect(a?.columns.map(({ type }) => type)).toEqual(['DOUBLE', 'TIMESTAMP']);
  expect(b?.columns.map(({ type }) => type)).toEqual(['DOUBLE', 'TIMESTAMP']);
  if (b !== undefined) expect(await numbers(b, 'x')).toEqual([1.5, null]);
  if (a !== undefined) expect(await numbers(a, 'y', 'time')).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2)]);
});

test('times with an offset are kept in UTC; those without stay as they are', async () => {
  const set = only(
    await openTables({
      'a.csv':
        'at,plain\n2025-03-30T01:30:00+01:00,2025-01-01 10:00\n2025-03-30T03:30:00+02:00,2025-01-01 11:00\n2025-03-30T02:30:00Z,OFF\n',
    }),
  );
  expect(await numbers(set, 'at', 'time')).toEqual([
    Date.UTC(2025, 2, 30, 0, 30),
    Date.UTC(2025, 2, 30, 1, 30),
    Date.UTC(2025, 2, 30, 2, 30),
  ]);
  expect(await numbers(set, 'plain', 'time')).toEqual([Date.UTC(2025, 0, 1, 10), Date.UTC(2025, 0, 1, 11), null]);
});

test.each([
  [
    'titles filled up with delimiters',
    'Report;;;\nMade;2025-01-01;;\n;;;\nid;v;c;d\n1;1,5;x;7\n2;2,5;y;7\n',
    3,
    ['id', 'v', 'c', 'd'],
    2,
  ],
  [
    'a group title above the names',
    ';Mixer;;Oven\nid;speed;load;heat\n1;1,5;2;7\n2;2,5;3;7\n',
    1,
    ['id', 'speed', 'load', 'heat'],
    2,
  ],
  [
    'a wide first row of a table without names',
    '1,2,3,4\n1,2,3\n4,5,6\n7,8,9\n',
    0,
    ['column 1', 'column 2', 'column 3', 'column 4'],
    4,
  ],
])('%s', async (_what, text, skipped, names, rows) => {
  const set = only(await openTables({ 'a.csv': text }));
  expect(set.columns.map(({ name }) => name)).toEqual(names);
  expect(set.summary.rows).toBe(rows);
  const lines = set.summary.readAs.find(({ kind }) => kind === 'skipped-lines')?.values;
  expect(lines).toEqual(skipped === 0 ? undefined : { lines: skipped });
});

test('a column of numbers stays one when some cells are not; they are counted and shown', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => (i % 20_000 === 19_999 ? 'OFFLINE,a' : `${String(i)},a`));
  const set = only(await openTables({ 'late.csv': `sensor,site\n${rows.join('\n')}\n` }));
  expect(column(set, 'sensor').type).toBe('DOUBLE');
  expect(set.summary.rows).toBe(60_000);
  expect(set.coerced.get('sensor')).toBe(3);
  const values = { column: 'sensor', cells: 3, as: 'number', example: { quote: 'OFFLINE' } };
  expect(set.summary.notes).toMatchObject([{ kind: 'cells-unreadable', values, severity: 'warning' }]);
});

test('whole numbers keep a later decimal place', async () => {
  const rows = Array.from({ length: 300_000 }, (_, i) => (i === 299_999 ? '0.5' : '7'));
  const set = only(await openTables({ 'a.csv': `x\n${rows.join('\n')}\n` }));
  expect((await numbers(set, 'x')).at(-1)).toBe(0.5);
});

test('leading zeros and long numbers are texts', async () => {
  const set = only(await openTables({ 'a.csv': 'id,long\n007,1234567890123456789\n008,1234567890123456790\n' }));
  expect(await counts(set, 'id')).toEqual([
    ['007', 1],
    ['008', 1],
  ]);
  expect((await counts(set, 'long')).map(([level]) => level)).toContain('1234567890123456790');
});

test('hostile names and values are ordinary', async () => {
  const text = `__proto__,"a""b",</script>,'); DROP TABLE data; --\nx,1,<b>,constructor\nx,2,"y\nz",__proto__\n`;
  const set = only(await openTables({ 'a.csv': text }));
  expect(set.columns.map(({ name }) => name)).toEqual(['__proto__', 'a"b', '</script>', "'); DROP TABLE data; --"]);
  expect(await counts(set, '__proto__')).toEqual([['x', 2]]);
  expect(await counts(set, "'); DROP TABLE data; --")).toEqual([
    ['__proto__', 1],
    ['constructor', 1],
  ]);
  expect(await counts(set, '</script>')).toEqual([
    ['<b>', 1],
    ['y\nz', 1],
  ]);
});

test('names that occur twice are told apart', async () => {
  const set = only(await openTables({ 'a.csv': 'a,a,b\n1,2,3\n4,5,6\n' }));
  expect(new Set(set.columns.map(({ name }) => name)).size).toBe(3);
});

test('ragged rows in the head: every row is kept, and every field is seen', async () => {
  const set = only(await openTables({ 'a.csv': 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n' }));
  expect(await numbers(set, 'a')).toEqual([1, 4, 6, 10]);
  expect(set.columns.length).toBe(3);
  const values = { rows: 1, width: 3 };
  expect(set.summary.notes).toMatchObject([
    { kind: 'rows-short', values, row: 2, examples: [{ row: 2, fields: 2 }] },
    { kind: 'rows-long', values, row: 3, examples: [{ row: 3, value: { quote: '9' } }] },
  ]);
});

test('a row that is too long, late in the file, keeps its place; its surplus is counted', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `${String(i)},5`);
  rows[150_000] = '150000,5,surplus';
  const set = only(await openTables({ 'a.csv': `a,b\n${rows.join('\n')}\n` }));
  expect((await numbers(set, 'a'))[150_000]).toBe(150_000);
  expect(set.summary.notes).toMatchObject([{ kind: 'rows-long', values: { rows: 1, width: 2 }, row: 150_001 }]);
});

test('summaries, duplicate and empty rows, equal columns', async () => {
  const set = only(await openTables({ 'a.csv': 'a,b,c\nx,1,1\nx,1,1\nNA,,\nNA,,\ny,2,2\n' }));
  expect(await summariseText(set, column(set, 'a'))).toEqual({
    rows: 5,
    filled: 3,
    distinct: 2,
    mostCommon: [
      { value: 'x', count: 2 },
      { value: 'y', count: 1 },
    ],
  });
  expect(await countDuplicateRows(set)).toBe(2);
  expect(await countEmptyRows(set)).toBe(2);
  expect(await sameColumns(set, column(set, 'c'), [column(set, 'a'), column(set, 'b')])).toEqual(['b']);
  expect(await sameColumns(set, column(set, 'a'), [column(set, 'c')])).toEqual([]);
});

test.each([
  ['empty.csv', '', 'empty-file', { kind: 'file' }],
  ['header.csv', 'a,b\n', 'no-rows', { source: 'text' }],
  ['photo.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'unsupported-format', { form: 'png' }],
  ['binary.csv', new Uint8Array([1, 0, 2, 0, 3]), 'not-a-table', { problem: 'binary' }],
])('%s is refused with its name and a reason', async (name, content, code, values) => {
  await expect(openTables({ [name]: content })).rejects.toMatchObject({
    code,
    values,
    file: name,
  });
});

test('rows of delimiters alone are left out and counted, wherever they stand', async () => {
  const set = only(await openTables({ 'a.csv': 'a,b,c\nx,1,1\n,,\n , ,\ny,2,2\n,,\n,,\n' }));
  expect(set.summary).toMatchObject({ rows: 2, notes: [{ kind: 'empty-rows-left-out', values: { rows: 4 } }] });
  const mended = only(await openTables({ 'a.csv': 'a,b,c\nx,1,1\n,,\ny,2\n' }));
  expect(mended.summary).toMatchObject({ rows: 2 });
  expect(mended.summary.notes.map(({ kind }) => kind)).toEqual(['empty-rows-left-out', 'rows-short']);
});

test('more texts can count as missing without reading again', async () => {
  const set = only(await openTables({ 'a.csv': 'x,site,code\n1,a,007\n-999,x,008\n3,a,x\n' }));
  const gaps: Record<string, string[]> = { x: ['-999', 'x'], site: ['x'], code: [] };
  const masked = withMissing(set, ({ name }) => gaps[name] ?? []);
  expect(await numbers(masked, 'x')).toEqual([1, null, 3]);
  expect(await counts(masked, 'site')).toEqual([['a', 2]]);
  expect((await counts(masked, 'code')).length).toBe(3);
  const block = await fetchBlock(masked, { numbers: [column(set, 'x')], codes: [], rows: { start: 1, end: 2 } });
  expect(decodeNumbers(block)[0]?.missing).toEqual(Uint8Array.of(1));
  expect(await fetchCells(masked, column(set, 'site'), [0, 1])).toEqual(new Map([[0, 'a']]));
  expect(withMissing(set, () => [])).toBe(set);
});

test('a missing reader is an ordinary error, and the engine goes on', async () => {
  const set = only(await openTables({ 'a.csv': 'a\n1\n' }));
  await expect(set.database.query("SELECT * FROM read_parquet('u/x.parquet')")).rejects.toThrow(/parquet/i);
  await expect(set.database.query("SELECT * FROM 'https://example.org/x.csv'")).rejects.toThrow(
    /Permission|disabled|not/i,
  );
  expect(await numbers(set, 'a')).toEqual([1]);
});

test('texts wanted as hashes are those of the same texts, whatever a column is stored as', async () => {
  const set = only(await openTables({ 'a.csv': "site,grade\nit's,1\n,2\n⛏,1.5\nit's,1\n" }));
  const [quoted, pick, one, half] = await hashesOf(set, ["it's", '⛏', '1', '1.5']);
  const wanted = ['site', 'grade'].map((name) => ({ column: column(set, name), texts: 'hashed' as const }));
  const [sites, grades] = decodeNumbers(await fetchTogether(set, wanted));
  expect([0, 2, 3].map((row) => sites?.values[row])).toEqual([quoted, pick, quoted]);
  expect(sites?.missing).toEqual(Uint8Array.of(0, 1, 0, 0));
  expect([0, 2, 3].map((row) => grades?.values[row])).toEqual([one, half, one]);
  expect(await hashesOf(set, [])).toEqual([]);
});

test('a mark tells which rows of a block are in the sample', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => String(i)).join('\n');
  const set = only(await openTables({ 'a.csv': `x\n${rows}\n` }));
  const [request, sample] = [
    { numbers: [column(set, 'x')], codes: [] },
    { sample: 500, seed: 4 },
  ];
  const [values, marks] = decodeNumbers(await fetchBlock(set, { ...request, rows: 'all', mark: sample }));
  const [sampled] = decodeNumbers(await fetchBlock(set, { ...request, rows: sample }));
  expect(values?.values.filter((_, row) => marks?.values[row] === 1)).toEqual(sampled?.values);
  expect(Math.abs((sampled?.values.length ?? 0) - 500)).toBeLessThan(120);
});

test('a stretch of rows is the same from a plain table as from one that is so large that it is packed', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `${String(i)},${String(i % 7)}`).join('\n');
  const set = only(await openTables({ 'a.csv': `x,"odd ""name"\n${rows}\n` }));
  const packed: DataSet = { ...set, summary: { ...set.summary, rowsUsed: 1e8 } };
  const [x, odd] = [column(set, 'x'), column(set, 'odd "name')];
  for (const [start, end] of [
    [0, 40],
    [2040, 4100],
    [4990, 9000],
  ] as const) {
    const request = { numbers: [x, odd, x], codes: [odd], rows: { start, end } };
    const mark = (rows: number) => ({ sample: rows / 10, seed: 4 });
    const plain = decodeNumbers(await fetchBlock(set, { ...request, mark: mark(5000) }));
    expect(plain[0]?.values).toEqual(Float64Array.from({ length: Math.min(end, 5000) - start }, (_, i) => start + i));
    expect(decodeNumbers(await fetchBlock(packed, { ...request, mark: mark(1e8) }))).toEqual(plain);
  }
});

test('every so many rows and a stretch come together, each once', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => String(i)).join('\n');
  const set = only(await openTables({ 'a.csv': `x\n${rows}\n` }));
  const request = { numbers: [column(set, 'x')], codes: [], rows: { every: 30, and: { start: 58, end: 62 } } };
  const [x] = decodeNumbers(await fetchBlock(set, request));
  expect([...(x?.values ?? [])]).toEqual([0, 30, 58, 59, 60, 61, 90]);
});

test('counts of several columns come together, each as it would alone', async () => {
  const set = only(await openTables({ 'a.csv': 'n,i,x,value\nb,,1,__proto__\na,,2,v0\nb,,2.5,\n,,2,v0\n' }));
  const names = ['n', 'i', 'x', 'value'];
  const all = names.map((name) => column(set, name));
  const together = decodeCounts(await fetchCounts(set, all), all.length);
  const alone = await Promise.all(all.map(async (one) => decodeCounts(await fetchCounts(set, [one]), 1)[0]));
  expect(together).toEqual(alone);
  expect(together).toEqual([
    { levels: ['b', 'a'], counts: Float64Array.of(2, 1), missing: 1 },
    { levels: [], counts: Float64Array.of(), missing: 4 },
    { levels: ['2', '1', '2.5'], counts: Float64Array.of(2, 1, 1), missing: 0 },
    { levels: ['v0', '__proto__'], counts: Float64Array.of(2, 1), missing: 1 },
  ]);
});
