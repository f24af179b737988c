import { expect, test } from 'vitest';
import { openParts, openTables } from '../open-tables.ts';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { ReadOptions } from '../../../src/engine/csv/options.ts';
import { MISSING_TEXTS } from '../../../src/engine/csv/options.ts';
import { rowsOf } from '../rows-of.ts';

async function open(text: string, read: ReadOptions): Promise<DataSet> {
  const [data] = await openTables({ 'a.csv': text }, { header: true, headerLines: 1, ...read });
  if (data === undefined) throw new Error('no table');
  return data;
}

/** Row by row. */
const cellsOf = async (data: DataSet): Promise<(string | null)[][]> => (await rowsOf(data)).map(Object.values);

async function openJson(text: string, read: ReadOptions): Promise<DataSet> {
  const [data] = await openTables({ 'a.json': text }, read);
  if (data === undefined) throw new Error('no table');
  return data;
}

const withoutNa = MISSING_TEXTS.filter((text) => text !== 'NA');
const inCountry = { missingIn: new Map([['country', withoutNa]]) };

test('NA is Namibia in one column and missing in the others', async () => {
  const text = 'country,x,site\nNA,1,a\nDE,NA,NA\nnull,3,c\n,4,-\n';
  const data = await open(text, inCountry);
  expect(data.columns.map(({ type }) => type)).toEqual(['VARCHAR', 'DOUBLE', 'VARCHAR']);
  expect(await cellsOf(data)).toEqual([
    ['NA', '1.0', 'a'],
    ['DE', null, null],
    [null, '3.0', 'c'],
    [null, '4.0', null],
  ]);
  expect(data.summary.notes.filter(({ kind }) => kind === 'missing-texts').map(({ values }) => values)).toEqual([
    { texts: ['null', 'NA', '-'], columns: ['country', 'x', 'site'] },
  ]);
});

test('what a column of numbers would take for a number stays missing there', async () => {
  const read = { missingIn: new Map([['word', []]]) };
  const data = await open('word,x,y\nnan,1,1\n-,nan,2\nNaN,3,3\n', read);
  expect(await cellsOf(data)).toEqual([
    ['nan', '1.0', '1.0'],
    ['-', null, '2.0'],
    ['NaN', '3.0', '3.0'],
  ]);
});

test('a column of numbers can have words of its own, whatever they are', async () => {
  const words = ["it's", '</script>', '__proto__', 'OFF'];
  const rows = [...words, '1.5', 'OFF', '2', ''].map((cell) => `${cell},OFF`);
  const read = { missingIn: new Map([['__proto__', words]]) };
  const data = await open(`__proto__,other\n${rows.join('\n')}\n`, read);
  expect(data.columns.map(({ type }) => type)).toEqual(['DOUBLE', 'VARCHAR']);
  expect(await cellsOf(data)).toEqual([null, null, null, null, '1.5', null, '2.0', null].map((x) => [x, 'OFF']));
  expect(data.summary.notes.filter(({ kind }) => kind === 'cells-unreadable')).toEqual([]);
});

test('the words of a column hold in slices that are read cell by cell', async () => {
  const data = await open('country,x\nNA,1\nDE,NA\nFR,1,\nUS,2\n-,3\nIT,4\nES,5\nPL,6\n', inCountry);
  expect(await cellsOf(data)).toEqual([
    ['NA', '1.0'],
    ['DE', null],
    ['FR', '1.0'],
    ['US', '2.0'],
    [null, '3.0'],
    ['IT', '4.0'],
    ['ES', '5.0'],
    ['PL', '6.0'],
  ]);
});

test('beside words that are set for the whole file', async () => {
  const read = { missing: ['x'], missingIn: new Map([['b', ['y']]]) };
  const data = await open('a,b\nx,x\ny,y\nNA,NA\n', read);
  expect(await cellsOf(data)).toEqual([
    [null, 'x'],
    ['y', null],
    ['NA', 'NA'],
  ]);
});

test('under the name that a column is compared by, in JSON, and in parts that are written otherwise', async () => {
  const renamed = await open('land,x\nNA,1\nDE,2\n', { ...inCountry, rename: new Map([['land', 'country']]) });
  expect((await cellsOf(renamed)).map(([country]) => country)).toEqual(['NA', 'DE']);
  const json = await openJson('[{"country":"NA","x":"NA"},{"country":"DE","x":"b"}]', inCountry);
  expect(await cellsOf(json)).toEqual([
    ['NA', null],
    ['DE', 'b'],
  ]);
  const parts = await openParts({ '1.csv': 'country,x\nNA,NA\n', '2.csv': 'x;country\nb;NA\n' }, inCountry);
  expect(await cellsOf(parts)).toEqual([
    ['NA', null],
    ['NA', 'b'],
  ]);
});
