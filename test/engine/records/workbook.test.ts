import { utils, write, type BookType, type CellObject } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { ReadOptions } from '../../../src/engine/csv/options.ts';
import type { DataSet, EngineHandle } from '../../../src/engine/data-set.ts';
import { rewrite } from '../../../src/engine/records/rewrite.ts';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

type Cells = (string | number | boolean | Date | null)[][];

const at = (text: string): Date => new Date(`${text}Z`);

const table: Cells = [
  ['Zeit', 'Temperatur', 'ok', 'Teil'],
  [at('2025-01-31 06:30:15'), 1.25, true, '007'],
  [at('2025-02-01 00:00:00'), null, false, '008, "x"\ny'],
  [at('2025-02-02 23:59:59'), -3e-7, true, null],
];

function workbook(sheets: Record<string, Cells>, bookType: BookType = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { UTC: true }), name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

async function opened(content: Uint8Array, read: ReadOptions = {}): Promise<DataSet> {
  const [data] = await openTables({ 'book.xlsx': content }, read);
  if (data === undefined) throw new Error('nothing was opened');
  return data;
}

const rows = [
  { Zeit: '2025-01-31 06:30:15', Temperatur: '1.25', ok: 'true', Teil: '007' },
  { Zeit: '2025-02-01 00:00:00', Temperatur: null, ok: 'false', Teil: '008, "x"\ny' },
  { Zeit: '2025-02-02 23:59:59', Temperatur: '-3e-07', ok: 'true', Teil: null },
];

test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const)('a sheet of a workbook (%s)', async (type) => {
  const data = await opened(workbook({ Daten: table }, type));
  expect(data.summary).toMatchObject({ format: 'Excel', rows: 3, notes: [] });
  expect(data.columns.map((column) => column.type)).toEqual(['TIMESTAMP', 'DOUBLE', 'BOOLEAN', 'VARCHAR']);
  expect(await rowsOf(data)).toEqual(rows);
  data.close();
});

test('titles above the table and a blank margin are skipped', async () => {
  const margin = table.map((row) => [null, null, ...row]);
  const data = await opened(
    workbook({ Daten: [[], [null, null, 'Report of March'], [], [null, null, 'Line', 'A'], ...margin, [], []] }),
  );
  expect(await rowsOf(data)).toEqual(rows);
  data.close();
});

test('the first sheet with rows is read, which is said, and another one where it is asked for', async () => {
  const book = workbook({ Cover: [['Made by nobody']], Däta: table, Other: [['a'], [1], [2]] });
  const first = await opened(book);
  expect(await rowsOf(first)).toEqual(rows);
  const values = { sheet: 'Däta', sheets: ['Cover', 'Däta', 'Other'] };
  expect(first.summary.readAs[0]).toEqual({ kind: 'sheet', values });
  expect(first.summary.notes[0]).toEqual({ kind: 'sheet-chosen', values, severity: 'info' });
  const other = await opened(book, { sheet: 'Other' });
  expect(await rowsOf(other)).toEqual([{ a: '1.0' }, { a: '2.0' }]);
  await expect(opened(book, { sheet: 'Gone' })).rejects.toMatchObject({ code: 'sheet-missing', file: 'book.xlsx' });
  for (const data of [first, other]) data.close();
});

test('a cell that holds an error is missing, and told where it is none of the usual ones', async () => {
  const sheet = utils.aoa_to_sheet([['v', 'w'], ...Array.from({ length: 20 }, (_, i) => [i, i])]);
  sheet['A3'] = { t: 'e', v: 0x2a };
  sheet['A5'] = { t: 'e', v: 0x17 };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'a');
  const data = await opened(new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer));
  expect((await rowsOf(data)).flatMap(({ v }, i) => (v === null ? [i + 1] : []))).toEqual([2, 4]);
  expect(data.summary.notes).toMatchObject([
    { kind: 'missing-texts', values: { texts: ['#N/A'], columns: ['v'] } },
    { column: 'v', examples: [{ row: 4, value: { quote: '#REF!' } }] },
  ]);
  data.close();
});

test('a mean line and a signature below the rows are left out with a word', async () => {
  const book = workbook({
    a: [
      ['part', 'v', 'w'],
      ...Array.from({ length: 12 }, (_, i) => [`P${String(i)}`, i, i * 2]),
      ['Mean', 5.5, 11],
      [],
      ['Checked: Meier'],
    ],
  });
  const data = await opened(book);
  expect(data.summary.rows).toBe(12);
  expect(data.summary.notes).toMatchObject([
    { kind: 'tail-left-out', values: { rows: 2, sums: true } },
    { kind: 'empty-rows-left-out', values: { rows: 1 } },
  ]);
  data.close();
});

test.each([false, true])(
  'durations count on beyond a day, times of day do not (days from 1904: %s)',
  async (date1904) => {
    const sheet = utils.aoa_to_sheet([['run', 'at'], ...Array.from({ length: 12 }, (_, i) => [1 + i / 8, i / 24])]);
    for (let row = 2; row <= 13; row++) {
      (sheet[`A${String(row)}`] as CellObject).z = '[h]:mm:ss';
      (sheet[`B${String(row)}`] as CellObject).z = 'hh:mm:ss';
    }
    const book = utils.book_new();
    book.Workbook = { WBProps: { date1904 } };
    utils.book_append_sheet(book, sheet, 'a');
    const data = await opened(new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer));
    const found = await rowsOf(data);
    expect([found[0], found[11]]).toEqual([
      { run: '86400.0', at: '00:00:00' },
      { run: '205200.0', at: '11:00:00' },
    ]);
    expect(data.summary.notes).toMatchObject([{ kind: 'durations-as-seconds', values: { column: 'run' } }]);
    data.close();
  },
);

test.each([
  ['without rows', workbook({ a: [] }), 'no-rows'],
  ['that is cut off', workbook({ a: table }).subarray(0, 2000), 'damaged-file'],
])('a workbook %s is refused', async (_what, content, code) => {
  await expect(opened(content)).rejects.toMatchObject({ code, file: 'book.xlsx' });
});

const damagedBook = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/workbooks/${name}`, import.meta.url));

test('a sheet of 100 000 rows', async () => {
  const [set] = await openTables({ 'a.xlsx': damagedBook('rows-100000.xlsx') });
  expect(set?.summary.rowsUsed).toBe(100_000);
});

test.each([
  ['damaged-part.xlsx', { format: 'workbook-part', part: 'xl/theme/theme1.xml' }],
  // Its first sheet with rows is damaged: no other takes its place.
  ['damaged-sheet.xlsx', { format: 'workbook-part', part: 'xl/styles.xml' }],
])('a damaged workbook is refused for the part that is damaged (%s)', async (name, values) => {
  await expect(openTables({ 'a.xlsx': damagedBook(name) })).rejects.toMatchObject({
    ...{ code: 'damaged-file', file: 'a.xlsx', values },
  });
});

test('a workbook that claims more than a tab holds is refused before it is unpacked', async () => {
  await expect(openTables({ 'a.xlsx': damagedBook('claims-2-gb.xlsx') })).rejects.toMatchObject({
    ...{ code: 'too-large', file: 'a.xlsx', values: { kind: 'workbook' } },
  });
});

test('a part that holds more than it claims is damaged', async () => {
  const bytes = new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet([['x'], [1]])), { type: 'array', compression: true }) as ArrayBuffer,
  );
  const view = new DataView(bytes.buffer);
  // The list of parts stands at the end: the size of the first part unpacked, 24 bytes behind its mark.
  const list = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
  view.setUint32(list + 24, 5, true);
  await expect(openTables({ 'a.xlsx': bytes })).rejects.toMatchObject({
    ...{ code: 'damaged-file', values: { format: 'workbook-part' } },
  });
});

test('what has no end is given up', async () => {
  vi.useFakeTimers();
  const calls = { writeSheet: () => new Promise(() => undefined) } as unknown as EngineHandle['reader']['calls'];
  const engine = { reader: { calls, gone: new Promise(() => undefined) } } as unknown as EngineHandle;
  const given = rewrite(engine, new File(['PK'], 'a.xlsx'), {
    format: 'workbook',
    options: {},
    onBytes: () => undefined,
  });
  const refused = expect(given).rejects.toMatchObject({
    ...{ code: 'damaged-file', values: { format: 'workbook-endless', seconds: 16 } },
  });
  await vi.advanceTimersByTimeAsync(16_000);
  await refused;
  vi.useRealTimers();
});
