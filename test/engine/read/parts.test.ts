import { columnFromArray, int32, float64, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openParts } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

test('daily files are one table, in the order of their names', async () => {
  const data = await openParts({
    'day 10.csv': 'n,word\n5,e\n6,f',
    'day 2.csv': 'n,word\n3,"c\nc"\n4,d\n',
    'day 1.csv': 'n,word\n1,a\n2,b',
  });
  expect(await rowsOf(data)).toEqual(
    [
      ['1.0', 'a'],
      ['2.0', 'b'],
      ['3.0', 'c\nc'],
      ['4.0', 'd'],
      ['5.0', 'e'],
      ['6.0', 'f'],
    ].map(([n, word]) => ({ n, word })),
  );
  expect(data.summary).toMatchObject({
    name: 'day 1.csv and 2 more',
    rows: 6,
    parts: [
      { name: 'day 1.csv', rows: 2 },
      { name: 'day 2.csv', rows: 2 },
      { name: 'day 10.csv', rows: 2 },
    ],
  });
  data.close();
});

test('marks, titles above the header and packing are those of each file', async () => {
  const parts = {
    'a.csv': utf16('Report\nn;v\n1;1,5\n'),
    'b.csv': utf16('Report\nMay\nn;v\n2;2,5\n'),
    'c.csv': gzipSync(utf16('n;v\n3;3,5\n')),
  };
  const data = await openParts(parts);
  expect(await rowsOf(data)).toEqual([
    { n: '1.0', v: '1.5' },
    { n: '2.0', v: '2.5' },
    { n: '3.0', v: '3.5' },
  ]);
  const above = data.summary.notes.find(({ kind }) => kind === 'lines-above-names');
  expect(above?.values).toEqual({ lines: 3, examples: ['Report', 'Report', 'May'].map((line) => ({ quote: line })) });
  data.close();
});

test('a day beyond the 12th in the last file settles the dates of all', async () => {
  const rows = (month: number): string =>
    Array.from({ length: 9 }, (_, i) => `0${String(i + 1)}/0${String(month)}/2025,${String(i)}\n`).join('');
  const data = await openParts({ '1.csv': `at,n\n${rows(1)}`, '2.csv': `at,n\n${rows(2)}02/25/2025,10\n` });
  const found = await rowsOf(data);
  expect([found[0]?.['at'], found[1]?.['at'], found.at(-1)?.['at']]).toEqual([
    '2025-01-01 00:00:00',
    '2025-02-01 00:00:00',
    '2025-02-25 00:00:00',
  ]);
  data.close();
});

test('a quote that never closes does not reach into the next file', async () => {
  const data = await openParts({ '1.csv': 'n,word\n1,a\n2,"b\n', '2.csv': 'n,word\n3,"c"\n' });
  expect((await rowsOf(data)).map(({ n }) => n)).toEqual(['1.0', '2.0', '3.0']);
  data.close();
});

test('JSON files', async () => {
  const data = await openParts({
    '1.ndjson': '{"n": 1, "w": "a"}\n{"n": 2, "w": null}\n',
    '2.json': '[{"n": 3, "w": "c"}]',
  });
  expect(await rowsOf(data)).toEqual([
    { n: '1.0', w: 'a' },
    { n: '2.0', w: null },
    { n: '3.0', w: 'c' },
  ]);
  data.close();
});

const arrow = (...columns: Parameters<typeof tableFromColumns>[0] & unknown[]): Uint8Array =>
  tableToIPC(tableFromColumns(columns as [string, ReturnType<typeof columnFromArray>][]), { format: 'stream' }) ??
  new Uint8Array();

test('Arrow files, in whatever order their columns are and whichever numbers they hold', async () => {
  const data = await openParts({
    '1.arrow': arrow(['n', columnFromArray([1.5, null], float64())], ['w', columnFromArray(['a', 'b'], utf8())]),
    '2.arrow': arrow(['w', columnFromArray(['c'], utf8())], ['n', columnFromArray([3], int32())]),
  });
  expect(await rowsOf(data)).toEqual([
    { n: '1.5', w: 'a' },
    { n: null, w: 'b' },
    { n: '3.0', w: 'c' },
  ]);
  expect(data.summary.parts?.map(({ rows }) => rows)).toEqual([2, 1]);
  data.close();
});

test('files that are written in different ways, and in another order of columns', async () => {
  const data = await openParts({
    '1.csv': 'Zeit;Wert;Ort;Anteil\n2025-01-31 10:00;1.234,5;"Öl; Süd";7,5 %\n2025-01-31 11:00;-0,5;Nord;8,5 %\n',
    '2.csv': latin1(
      'Anteil\tOrt\tWert\tZeit\r\n9.25 %\tMühle\t1234.5\t2025-02-01 10:00\r\n\r\n1.5 %\t\tOFF\t2025-02-01 11:00\r\n' +
        ['12', '13', '14', '15'].map((hour) => `2.5 %\tMühle\t2.5\t2025-02-01 ${hour}:00\r\n`).join(''),
    ),
    '3.csv': utf16(
      'Zeit,Wert,Ort,Anteil\n2025-03-01 10:00,3.5\n2025-03-01 11:00,4.5,"say ""x""\ntwice",1.5 %,besides\n' +
        '2025-03-01 12:00,5.5,Nord,2.5 %\n2025-03-01 13:00,6.5,Nord,3.5 %\n',
    ),
  });
  const row = (Zeit: string, Wert: string | null, Ort: string | null, Anteil: string | null) => ({
    ...{ Zeit: `2025-${Zeit}:00`, Wert, Ort, Anteil },
  });
  expect(await rowsOf(data)).toEqual([
    row('01-31 10:00', '1234.5', 'Öl; Süd', '7.5'),
    row('01-31 11:00', '-0.5', 'Nord', '8.5'),
    row('02-01 10:00', '1234.5', 'Mühle', '9.25'),
    row('02-01 11:00', null, null, '1.5'),
    ...['12', '13', '14', '15'].map((hour) => row(`02-01 ${hour}:00`, '2.5', 'Mühle', '2.5')),
    row('03-01 10:00', '3.5', null, null),
    row('03-01 11:00', '4.5', 'say "x"\ntwice', '1.5'),
    row('03-01 12:00', '5.5', 'Nord', '2.5'),
    row('03-01 13:00', '6.5', 'Nord', '3.5'),
  ]);
  expect(data.summary.parts?.map(({ rows }) => rows)).toEqual([2, 6, 4]);
  expect(data.summary.readAs).toContainEqual({
    kind: 'parts',
    values: { differing: ['delimiter', 'column-order', 'encoding', 'decimal'] },
  });
  const values = { rows: 1, width: 4 };
  expect(data.summary.notes).toMatchObject([
    { kind: 'rows-short', values, file: '3.csv', examples: [{ row: 1, fields: 2 }] },
    { kind: 'rows-long', values, file: '3.csv', examples: [{ row: 2, value: { quote: 'besides' } }] },
    { kind: 'cells-unreadable', values: { cells: 1, as: 'number' }, examples: [{ row: 4, value: { quote: 'OFF' } }] },
    { kind: 'unit-in-cells', values: { unit: '%' } },
  ]);
  data.close();
});

test('a file without a header beside one that has one is refused by its columns', async () => {
  await expect(openParts({ 'a.csv': 'n,w\n1,a\n2,b\n', 'b.csv': '3,c\n4,d\n' })).rejects.toMatchObject({
    code: 'columns-differ',
    file: 'b.csv',
  });
});

test.each([
  [
    'other columns',
    { 'a.csv': 'n,m\n1,2\n', 'b.csv': 'n,x\n1,2\n' },
    'columns-differ',
    { first: 'a.csv', lacks: ['m'], surplus: ['x'] },
  ],
  ['another form', { 'a.csv': 'n,m\n1,2\n3,4\n', 'b.json': '[{"n": 1, "m": 2}]' }, 'files-differ', { first: 'a.csv' }],
])('%s: refused, and the file named', async (_what, parts: Record<string, string>, code, values) => {
  const file = Object.keys(parts)[1];
  await expect(openParts(parts)).rejects.toMatchObject({
    code,
    values,
    file,
  });
});

test('an empty file of several is left out and named', async () => {
  const data = await openParts({ '1.csv': 'n,v\n1,2\n', '2.csv': '', '3.csv': 'n,v\n3,4\n' });
  expect(await rowsOf(data)).toHaveLength(2);
  expect(data.summary.notes).toContainEqual({ kind: 'files-empty', values: { files: ['2.csv'] }, severity: 'warning' });
  expect(data.summary.parts).toMatchObject([
    { name: '1.csv', rows: 1 },
    { name: '3.csv', rows: 1 },
  ]);
  data.close();
});

test('several files that are all empty are refused', async () => {
  await expect(openParts({ '1.csv': '', '2.csv': '' })).rejects.toMatchObject({ code: 'empty-file', file: '1.csv' });
});
