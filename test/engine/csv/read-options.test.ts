import type { ReadNote } from '../../../src/facts/statements/reading.ts';
import { expect, test } from 'vitest';
import { queryRows } from '../../../src/engine/database/database.ts';
import type { ReadOptions } from '../../../src/engine/csv/options.ts';
import { openTables } from '../open-tables.ts';

type Cells = (string | null)[][];

async function read(
  text: string | Uint8Array,
  options: ReadOptions = {},
): Promise<{ types: string[]; cells: Cells; notes: ReadNote[] }> {
  const [data] = await openTables({ 'a.csv': text }, options);
  if (data === undefined) throw new Error('no data set');
  const cells = data.columns.map(({ stored }, i) => `"${stored}"::VARCHAR AS v${String(i)}`).join(', ');
  const rows = await queryRows(data.database, `SELECT ${cells} FROM ${data.source}`);
  return {
    types: data.columns.map(({ name, type }) => `${name}: ${type}`),
    cells: rows.map((row) => Object.values(row) as (string | null)[]),
    notes: data.summary.notes,
  };
}

const [NUMBER, TIME, TEXT] = ['DOUBLE', 'TIMESTAMP', 'VARCHAR'];

/** One column of cells, told by themselves and by what is set. */
// prettier-ignore
test.each<[what: string, cells: string[], options: ReadOptions, type: string | undefined, stored: (string | null)[]]>([
  ['points between thousands', ['1.234,56', '12,5', '-1.000.000'], {}, NUMBER, ['1234.56', '12.5', '-1000000.0']],
  ['commas between thousands', ['1,234.56', '12.5', '7'], {}, NUMBER, ['1234.56', '12.5', '7.0']],
  ['blanks between thousands', ['1 234,56', '12\u00a0345,5', '7'], {}, NUMBER, ['1234.56', '12345.5', '7.0']],
  ['apostrophes between thousands', ["1'234.56", '1’000', '7'], {}, NUMBER, ['1234.56', '1000.0', '7.0']],
  ['groups that are none', ['1.23,4', '1.2.3', 'x'], {}, TEXT, ['1.23,4', '1.2.3', 'x']],
  ['a decimal comma', ['1,5', '0,25', '3'], {}, NUMBER, ['1.5', '0.25', '3.0']],
  ['a decimal point, where a comma is asked for', ['1.5', '0.25', '3.1'], { decimal: ',' }, TEXT, ['1.5', '0.25', '3.1']],
  ['a comma that may be either, as decimal mark', ['1,234', '5,678'], { decimal: ',' }, NUMBER, ['1.234', '5.678']],
  ['a comma that may be either, between thousands', ['1,234', '5,678'], { decimal: '.' }, NUMBER, ['1234.0', '5678.0']],
  ['a unit, alike in all cells', ['5 %', '7.5 %', '-1%'], {}, NUMBER, ['5.0', '7.5', '-1.0']],
  ['units that differ', ['5 kg', '7 g', '1 kg'], {}, TEXT, ['5 kg', '7 g', '1 kg']],
  ['infinity, and NaN, which is missing', ['nan', 'NaN', '-inf', '1', '2.5'], {}, NUMBER, [null, null, '-inf', '1.0', '2.5']],
  ['NaN, where other texts are missing', ['nan', '', '1'], { missing: [''] }, NUMBER, ['nan', null, '1.0']],
  ['whole numbers with codes among them', ['101', '102', 'C103', '104', '105', '106'], {}, TEXT, ['101', '102', 'C103', '104', '105', '106']],
  ['whole numbers with errors among them', ['101', '102', 'E7', '104', '105', '106'], {}, NUMBER, ['101.0', '102.0', null, '104.0', '105.0', '106.0']],
  ['codes that are to be numbers', ['101', '102', 'C103', '104', '105', '106'], { columns: new Map([['v', 'number']]) }, NUMBER, ['101.0', '102.0', null, '104.0', '105.0', '106.0']],
  ['yes and no in several spellings', ['Yes', 'no', 'Y', 'n', ''], {}, 'BOOLEAN', ['true', 'false', 'true', 'false', null]],
  ['spellings that are joined', ['North', ' north', 'NÖRTH', 'Nord  West', ' '], { columns: new Map([['v', 'folded']]) }, TEXT, ['north', 'north', 'north', 'nord west', null]],
  ['codes without leading zeros', ['00501', '501', '000', 'A01', '10'], { columns: new Map([['v', 'without_zeros']]) }, TEXT, ['501', '501', '0', 'A01', '10']],
  ['yes and no in one spelling', ['Yes', 'No', 'Yes'], {}, TEXT, ['Yes', 'No', 'Yes']],
  ['missing in all spellings', ['1', 'NA', 'N/A', '-', '--', '?', '#NV', '#DIV/0!', '<NA>', ' ', 'None'], {}, NUMBER, ['1.0', ...Array<null>(10).fill(null)]],
  ['missing as it is set', ['1', 'k.A.', '3'], { missing: ['k.A.'] }, NUMBER, ['1.0', null, '3.0']],
  ['leading zeros', ['007', '010'], {}, TEXT, ['007', '010']],
  ['leading zeros, as numbers', ['007', '010'], { columns: new Map([['v', 'number']]) }, NUMBER, ['7.0', '10.0']],
  ['19 digits', ['1234567890123456789', '1'], {}, TEXT, ['1234567890123456789', '1']],
  ['numbers, as text', ['1', '2'], { columns: new Map([['v', 'text']]) }, TEXT, ['1', '2']],
  ['month first, told by a late cell', ['01/02/2025', '03/04/2025', '12/31/2025'], {}, TIME, ['2025-01-02 00:00:00', '2025-03-04 00:00:00', '2025-12-31 00:00:00']],
  ['an open order', ['01/02/2025', '03/04/2025'], {}, TIME, ['2025-02-01 00:00:00', '2025-04-03 00:00:00']],
  ['an open order, set', ['01/02/2025', '03/04/2025'], { dateOrder: 'month' }, TIME, ['2025-01-02 00:00:00', '2025-03-04 00:00:00']],
  ['years of two digits', ['31.12.25', '01.02.24'], {}, TIME, ['2025-12-31 00:00:00', '2024-02-01 00:00:00']],
  ['names of months', ['01-Feb-2025', '31-Dec-2025'], {}, TIME, ['2025-02-01 00:00:00', '2025-12-31 00:00:00']],
  ['names of months first', ['Feb 1, 2025 14:30', 'Dec 31, 2025 02:05'], {}, TIME, ['2025-02-01 14:30:00', '2025-12-31 02:05:00']],
  ['half days', ['12/31/2025 1:05:06 PM', '01/02/2025 12:00:00 AM'], {}, TIME, ['2025-12-31 13:05:06', '2025-01-02 00:00:00']],
  ['fractions of seconds', ['31.12.2025 13:05:06,250'], {}, TIME, ['2025-12-31 13:05:06.25']],
  ['times with and without seconds', ['31.12.2025 13:05', '31.12.2025 13:05:06', '01.02.2025'], {}, TIME, ['2025-12-31 13:05:00', '2025-12-31 13:05:06', '2025-02-01 00:00:00']],
  ['a format that is set', ['2025001', '2025365'], { columns: new Map([['v', '%Y%j']]) }, TIME, ['2025-01-01 00:00:00', '2025-12-31 00:00:00']],
  ['digits alone that are dates', Array.from({ length: 20 }, (_, i) => `202501${String(10 + i)}`), {}, TIME, Array.from({ length: 20 }, (_, i) => `2025-01-${String(10 + i)} 00:00:00`)],
  ['digits alone with the time of day', Array.from({ length: 20 }, (_, i) => `2025013117${String(10 + i)}05`), {}, TIME, Array.from({ length: 20 }, (_, i) => `2025-01-31 17:${String(10 + i)}:05`)],
  ['digits alone of which one is no date', [...Array.from({ length: 20 }, (_, i) => `202501${String(10 + i)}`), '20250132'], {}, NUMBER, [...Array.from({ length: 20 }, (_, i) => `202501${String(10 + i)}.0`), '20250132.0']],
  ['few digits that may be dates', ['20250110', '20250111'], {}, NUMBER, ['20250110.0', '20250111.0']],
  ['milliseconds, set', ['1735689600000'], { columns: new Map([['v', 'epoch_ms']]) }, TIME, ['2025-01-01 00:00:00']],
])('%s', async (_what, cells, options, type, stored) => {
  const { types, cells: found } = await read(`n;v\n${cells.map((cell, i) => `r${String(i)};${cell}\n`).join('')}`, options);
  expect(types[1]).toBe(`v: ${type ?? ''}`);
  expect(found.map(([, value]) => value)).toEqual(stored);
});

// prettier-ignore
test.each<[what: string, text: string, options: ReadOptions, names: string[], rows: Cells]>([
  ['sep= line', 'sep=;\na;b\n1;x\n', {}, ['a: DOUBLE', 'b: VARCHAR'], [['1.0', 'x']]],
  ['titles and a blank line above', 'Report, week 7\n\na,b,c\n1,x,2\n3,y,4\n', {}, ['a: DOUBLE', 'b: VARCHAR', 'c: DOUBLE'], [['1.0', 'x', '2.0'], ['3.0', 'y', '4.0']]],
  ['comment lines', 'a,b\n# shift 2\n1,x\n2,y\n# end\n', {}, ['a: DOUBLE', 'b: VARCHAR'], [['1.0', 'x'], ['2.0', 'y']]],
  ['returns alone', 'a,b\r1,x\r2,y\r', {}, ['a: DOUBLE', 'b: VARCHAR'], [['1.0', 'x'], ['2.0', 'y']]],
  ['mixed line ends', 'a,b\r\n1,x\n2,y\r\n', {}, ['a: DOUBLE', 'b: VARCHAR'], [['1.0', 'x'], ['2.0', 'y']]],
  ['blank lines behind', 'a,b\n1,x\n2,y\n\n\n  \n', {}, ['a: DOUBLE', 'b: VARCHAR'], [['1.0', 'x'], ['2.0', 'y']]],
  ['one column', 'a\n1\n2\n', {}, ['a: DOUBLE'], [['1.0'], ['2.0']]],
  ['any delimiter, set', 'a#b\n1#x\n2#y\n', { delimiter: '#' }, ['a: DOUBLE', 'b: VARCHAR'], [['1.0', 'x'], ['2.0', 'y']]],
  ['header denied', 'a,b\nc,d\n', { header: false }, ['column 1: VARCHAR', 'column 2: VARCHAR'], [['a', 'b'], ['c', 'd']]],
  ['lines to skip, set', 'x,y\na,b\n1,2\n', { skipLines: 1 }, ['a: DOUBLE', 'b: DOUBLE'], [['1.0', '2.0']]],
  ['a header without the name of the first column', 'a,b\nr1,1,2\nr2,3,4\n', {}, ['column 1: VARCHAR', 'a: DOUBLE', 'b: DOUBLE'], [['r1', '1.0', '2.0'], ['r2', '3.0', '4.0']]],
])('%s', async (_what, text, options, names, rows) => {
  const { types, cells } = await read(text, options);
  expect(types).toEqual(names);
  expect(cells).toEqual(rows);
});

test('dates whose order a later slice tells are read so from the start', async () => {
  const open = Array.from({ length: 150_000 }, (_, i) => `${String(i)},0${String(1 + (i % 9))}/05/2025\n`).join('');
  const { cells, notes } = await read(`n,day\n${open}150000,12/31/2025\n`);
  expect(cells[0]?.[1]).toBe('2025-01-05 00:00:00');
  expect(cells[8]?.[1]).toBe('2025-09-05 00:00:00');
  expect(cells.at(-1)?.[1]).toBe('2025-12-31 00:00:00');
  expect(notes).toEqual([]);
});

test('an order that nothing tells is said', async () => {
  const { notes } = await read('n,day\n1,01/02/2025\n2,03/04/2025\n');
  expect(notes).toMatchObject([{ kind: 'ambiguous-dates', values: { column: 'day' }, severity: 'warning' }]);
});

test('damaged letters are counted with their first row; a late letter tells the encoding', async () => {
  const text = new TextEncoder().encode(`n;ort\n1;${'ä'.repeat(30)}\n2;b\n`);
  const damaged = Uint8Array.from([...text, 0x33, 0x3b, 0xff, 0x0a]);
  expect((await read(damaged)).notes[0]).toMatchObject({ kind: 'undecodable-bytes', values: { places: 1, row: 3 } });
  const plain = new TextEncoder().encode(`n;ort\n${'1;abcdefgh\n'.repeat(120_000)}`);
  const late = Uint8Array.from([...plain, 0x32, 0x3b, 0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e, 0x0a]);
  const { cells, notes } = await read(late);
  expect(cells.at(-1)).toEqual(['2.0', 'München']);
  expect(notes).toEqual([]);
});
