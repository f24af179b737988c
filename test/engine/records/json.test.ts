import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../../inputs/read-table.ts';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

async function read(text: string | Uint8Array): Promise<Record<string, string | null>[]> {
  const [data] = await openTables({ 'a.json': text });
  if (data === undefined) throw new Error('nothing was opened');
  const rows = await rowsOf(data);
  data.close();
  return rows;
}

test('a list of records: nested ones opened, lists as text, null missing', async () => {
  const [data] = await openTables({ 'array.json': readFileSync('test/engine/fixtures/messy/array.json') });
  if (data === undefined) throw new Error('nothing was opened');
  expect(data.summary).toMatchObject({ format: 'JSON', rows: 300 });
  expect(data.columns.map(({ name, type }) => [name, type])).toEqual([
    ['id', 'DOUBLE'],
    ['v', 'DOUBLE'],
    ['nested.x', 'DOUBLE'],
    ['nested.tags', 'VARCHAR'],
    ['c', 'VARCHAR'],
  ]);
  const rows = await rowsOf(data);
  expect(rows[0]).toEqual({
    id: '0.0',
    v: '0.6576415646584903',
    'nested.x': '0.0',
    'nested.tags': '["a","b"]',
    c: null,
  });
  data.close();
});

test('one record a line', async () => {
  const [data] = await openTables({ 'lines.ndjson': readFileSync('test/engine/fixtures/messy/lines.ndjson') });
  expect(data?.summary).toMatchObject({ format: 'NDJSON', rows: 300, columns: 3, notes: [] });
  data?.close();
});

const rows = [
  { a: '1.0', b: 'x, "y"\nz' },
  { a: '2.0', b: null },
];

test.each([
  ['a list over many lines', '[\n  {\n    "a": 1,\n    "b": "x, \\"y\\"\\nz"\n  },\n  {"a": 2, "b": null}\n]\n'],
  ['lines', '{"a": 1, "b": "x, \\"y\\"\\nz"}\n{"a": 2}\n'],
  ['lines with returns and blanks between', '{"a": 1, "b": "x, \\"y\\"\\nz"}\r\n\r\n{"a": 2}\r\n'],
  ['an object around the list', '{"count": 2, "rows": [{"a": 1, "b": "x, \\"y\\"\\nz"}, {"a": 2}]}'],
  ['columns of lists', '{"a": [1, 2], "b": ["x, \\"y\\"\\nz", null]}'],
  ['columns of cells by row', '{"a": {"0": 1, "1": 2}, "b": {"0": "x, \\"y\\"\\nz", "1": null}}'],
  ['names and rows', '{"columns": ["a", "b"], "index": [0, 1], "data": [[1, "x, \\"y\\"\\nz"], [2, null]]}'],
  ['a list of lists with names', '[["a", "b"], [1, "x, \\"y\\"\\nz"], [2, null]]'],
  ['objects over several lines, one behind the other', '{\n "a": 1,\n "b": "x, \\"y\\"\\nz"\n}\n{\n "a": 2\n}\n'],
  ['objects with nothing between them', '{"a": 1, "b": "x, \\"y\\"\\nz"}{"a": 2}'],
  ['columns of lists of uneven length', '{"a": [1, 2], "b": ["x, \\"y\\"\\nz"]}'],
  ['the longest of two lists', '{"c": [{"a": 9}], "rows": [{"a": 1, "b": "x, \\"y\\"\\nz"}, {"a": 2}]}'],
  ['a mark before the text', '\ufeff[{"a": 1, "b": "x, \\"y\\"\\nz"}, {"a": 2}]'],
])('%s', async (_what, text) => {
  expect(await read(text)).toEqual(rows);
});

test.each([
  ['[1, null, 3]', [{ value: '1.0' }, { value: null }, { value: '3.0' }]],
  ['[null, 2.5]', [{ value: null }, { value: '2.5' }]],
  ['[null, {"a": 1}]', [{ a: null }, { a: '1.0' }]],
  ['null\n{"a": 1}\n', [{ a: null }, { a: '1.0' }]],
  ['["x", "y"]', [{ value: 'x' }, { value: 'y' }]],
])('%s', async (text, found) => {
  expect(await read(text)).toEqual(found);
});

test('UTF-16', async () => {
  const text = '\ufeff[{"größe": 1}, {"größe": 2}]';
  expect(await read(new Uint8Array(Buffer.from(text, 'utf16le')))).toEqual([{ größe: '1.0' }, { größe: '2.0' }]);
});

test('a key that first comes late is a column of all rows', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify(i < 2500 ? { a: i } : { a: i, late: 'x' }));
  const found = await read(lines.join('\n'));
  expect(found).toHaveLength(3000);
  expect([found[2499], found[2500]]).toEqual([
    { a: '2499.0', late: null },
    { a: '2500.0', late: 'x' },
  ]);
});

test('no row of a table with one column vanishes', async () => {
  expect(await read('[{"a": "x"}, {"a": null}, {"a": "# y"}, {}, {"a": " z "}]')).toHaveLength(5);
});

test('long numbers keep their digits, and NaN, which Python writes, is missing', async () => {
  expect(
    await read(
      '[{"id": 1152921504606846976, "v": NaN, "t": "NaN, 1152921504606846976"}, {"id": 1152921504606846977, "v": 0.5, "t": ""}]',
    ),
  ).toEqual([
    { id: '1152921504606846976', v: null, t: 'NaN, 1152921504606846976' },
    { id: '1152921504606846977', v: '0.5', t: null },
  ]);
});

test('hostile names and texts are columns and values like any other', async () => {
  const found = await read(
    '[{"__proto__": 1, "constructor": {"a.b": 2}, "constructor.a": {"b": 3}, "</script>": "sep=;", "": "=1+1"}]',
  );
  expect(found).toHaveLength(1);
  expect(Object.entries(found[0] ?? {})).toEqual(
    Object.entries(
      JSON.parse(
        '{"__proto__": "1.0", "constructor.a.b": "2.0", "constructor.a.b (2)": "3.0", "</script>": "sep=;", "column 5": "=1+1"}',
      ) as object,
    ),
  );
});

test('a line that is no record stays a row, and is told', async () => {
  const [data] = await openTables({ 'a.ndjson': '{"a": 1}\n{"a": 2}\nlog rotated\n{"a": 4}\n{"a": 5' });
  expect(data?.summary.rows).toBe(5);
  expect(data?.summary.notes).toMatchObject([
    {
      severity: 'warning',
      row: 3,
      examples: [
        { row: 3, value: { quote: 'log rotated' } },
        { row: 5, value: { quote: '{"a": 5' } },
      ],
    },
  ]);
  data?.close();
});

test('elements are cut out wherever the pieces of a file end', async () => {
  const value = 'quote " backslash \\ brackets ]}[{ comma ,';
  const records = Array.from({ length: 20_000 }, (_, i) => ({ i, value: value.slice(i % 40) }));
  const found = await read(JSON.stringify(records));
  expect(found).toHaveLength(records.length);
  expect(found.map((row) => Number(row['i']))).toEqual(records.map(({ i }) => i));
  expect(found.at(-1)?.['value']).toBe(records.at(-1)?.value);
});

test.each([
  ['nothing in it', '[]', 'no-rows', undefined],
  ['an end that is missing', '[{"a": 1}, {"a": 2}, {"a":', 'damaged-file', 3],
  ['a broken element', '[{"a": 1}, {"a" 2}, {"a": 3}]', 'damaged-file', 2],
  ['a broken object', '{"a": 1,,}', 'damaged-file', undefined],
])('%s is refused with file and reason', async (_what, text, code, row) => {
  await expect(openTables({ 'a.json': text })).rejects.toMatchObject({ code, file: 'a.json', ...(row && { row }) });
});

test('a text table whose first name is in brackets is no JSON', async () => {
  expect(await read('[°C],[bar]\n1,2\n3,4\n')).toHaveLength(2);
});

test('another of two lists can be chosen', async () => {
  const text = '{"c": [{"a": 9}], "rows": [{"a": 1}, {"a": 2}]}';
  const found = await readTable([new File([text], 'a.json')], { table: 1 });
  expect(found).toMatchObject({ rows: 1, readAs: { table: { table: 1, tables: 2 } } });
});
