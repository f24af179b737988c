import { expect, test } from 'vitest';
import { rowsToWrite, showRows, type RowsRequest } from '../../../src/analysis/rows/ask-rows.ts';
import { csvOfRows } from '../../../src/analysis/rows/rows-as-read.ts';
import type { RowsAsked } from '../../../src/facts/rows.ts';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { openParts, openTables } from '../../engine/open-tables.ts';

const HOSTILE = '=1+1, "x"';
const both = ['reference', 'current'] as const;
const schema = [
  { name: 'at', type: 'datetime', presentIn: [...both] },
  { name: '__proto__', type: 'numeric', presentIn: [...both] },
  { name: 'kind', type: 'categorical', presentIn: [...both] },
] as const satisfies { name: string; type: string; presentIn: readonly string[] }[];

const request = (asked: Omit<RowsAsked, 'side'>, config: ConfigInput = {}): RowsRequest => ({
  ...{ asked: { ...asked, side: 'current' }, time: 'at', lead: ['at'], config: parseConfig(config) },
  schema: schema.map((column) => ({ ...column, presentIn: [...column.presentIn] })),
});

const line = (hour: number, value: string, kind: string): string =>
  `"${kind.replaceAll('"', '""')}",${value},2026-01-01 ${String(hour).padStart(2, '0')}:00:00`;
const table = (...lines: string[]): string => ['kind,__proto__,at', ...lines].join('\n');
const onlyHere = { test: { test: 'only-here', column: 'kind' }, columns: ['kind'] } as const;

async function openPair() {
  const [reference, current] = await openTables({
    'a.csv': table(line(0, '1', 'a'), line(1, '2', 'b')),
    'b.csv': table(
      line(0, '1.5', 'a'),
      line(1, '-2', HOSTILE),
      line(2, '', 'b'),
      line(3, '7', 'a'),
      line(4, '-9', HOSTILE),
    ),
  });
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  return { reference, current };
}

test('rows come whole, times first, then the column that they are asked for', async () => {
  expect(await showRows(await openPair(), request(onlyHere))).toEqual({
    ...{ rows: 2, times: { first: Date.UTC(2026, 0, 1, 1), last: Date.UTC(2026, 0, 1, 4) }, columnsLeftOut: 0 },
    columns: [
      { name: 'at', isNumber: false },
      { name: 'kind', isNumber: false },
      { name: '__proto__', isNumber: true },
    ],
    shown: [
      { row: 2, cells: ['2026-01-01 01:00:00', HOSTILE, '-2'] },
      { row: 5, cells: ['2026-01-01 04:00:00', HOSTILE, '-9'] },
    ],
  });
});

test('as CSV, texts that a spreadsheet would run with an apostrophe', async () => {
  const read = await rowsToWrite(await openPair(), request(onlyHere));
  expect(new TextDecoder().decode(csvOfRows(read, { file: 'File', row: 'Row' }))).toBe(
    `Row,at,kind,__proto__\r\n2,2026-01-01 01:00:00,"'=1+1, ""x""",-2\r\n5,2026-01-01 04:00:00,"'=1+1, ""x""",-9\r\n`,
  );
});

test('only rows that the report is made of, with their numbers in the file, and what counts as missing in it', async () => {
  const missing = { test: { test: 'no-value', column: '__proto__', form: 'number' }, columns: [] } as const;
  const data = await openPair();
  const rowsOf = async (config: ConfigInput): Promise<number[]> =>
    (await showRows(data, request(missing, config))).shown.map(({ row }) => row);
  expect(await rowsOf({})).toEqual([3]);
  expect(await rowsOf({ missing: ['7'] })).toEqual([3, 4]);
  const filter = [{ column: 'kind', test: 'in' as const, values: ['a'] }];
  expect(await rowsOf({ missing: ['7'], filter })).toEqual([4]);
});

test('of several files the file and its own row are named', async () => {
  const current = await openParts({
    'day 1.csv': table(line(0, '1', 'a')),
    'day 2.csv': table(line(1, '2', 'b'), line(2, '', 'c')),
  });
  const missing = { test: { test: 'no-value', column: '__proto__', form: 'number' }, columns: [] } as const;
  const { shown } = await showRows({ current }, { ...request(missing), time: null });
  expect(shown).toEqual([{ file: 'day 2.csv', row: 2, cells: ['2026-01-01 02:00:00', 'c', null] }]);
  const read = await rowsToWrite({ current }, request(missing));
  expect(new TextDecoder().decode(csvOfRows(read, { file: 'File', row: 'Row' }))).toBe(
    'File,Row,at,kind,__proto__\r\nday 2.csv,2,2026-01-01 02:00:00,c,\r\n',
  );
});
