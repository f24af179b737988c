import { expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set.ts';
import { isSummary } from '../../../src/engine/summary/is-summary.ts';
import { readSummaryFile } from '../../../src/engine/summary/read-summary-file.ts';
import { writeSummary, type WriteRequest } from '../../../src/engine/summary/count/write-summary.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import type { FrozenEdges } from '../../../src/warehouse/frozen-edges.ts';
import { openTables } from '../open-tables.ts';
import type { DataRow } from './count-rows.ts';
import { comparable, near, plainFacts } from './plain-facts.ts';

const NAMES = { x: 'a "number"', y: 'A "NUMBER"', level: '__proto__', time: "it's time" };
const LEVELS = ['a', 'b', 'seldom'];
const data: DataRow[] = Array.from({ length: 400 }, (_, i) => ({
  time: Date.UTC(2024, 1, 28) + i * 900_000,
  x: i % 17 === 0 ? null : Math.round(1000 * Math.sin(i)) / 8,
  y: (i * i) % 23,
  level: i % 11 === 0 ? null : (LEVELS[i % 150 === 1 ? 2 : i % 2] ?? null),
}));

const csvOf = (rows: readonly DataRow[]): string =>
  [
    [NAMES.time, NAMES.x, NAMES.y, NAMES.level].map((name) => `"${name.replaceAll('"', '""')}"`).join(','),
    ...rows.map(({ time = 0, x, y, level }) => [new Date(time).toISOString(), x ?? '', y ?? '', level ?? ''].join(',')),
  ].join('\n');

const open = async (name: string, content: string | Uint8Array): Promise<DataSet> => {
  const [set] = await openTables({ [name]: content });
  if (set === undefined) throw new Error('nothing was opened');
  return set;
};

const request: WriteRequest = {
  columns: [
    { name: NAMES.x, type: 'numeric', role: 'feature' },
    { name: NAMES.y, type: 'numeric', role: 'feature' },
    { name: NAMES.level, type: 'categorical', role: 'feature' },
    { name: NAMES.time, type: 'datetime', role: 'time' },
  ],
  ...{ time: NAMES.time, segment: null, edges: null },
};

async function summaryOf(set: DataSet, asked: WriteRequest): Promise<SummaryFile> {
  const written = await open('summary.parquet', new Uint8Array((await writeSummary(set, asked)).parquet));
  expect(isSummary(written)).toBe(true);
  return readSummaryFile(written);
}

/** The edges and telling categories of a summary, as another one is to have. */
const edgesOf = ({ columns }: SummaryFile): FrozenEdges => ({
  edges: new Map(
    columns.flatMap(({ name, summary: { values } }) =>
      values.kind === 'numbers' && values.bins !== undefined ? [[name, [...values.bins.edges]] as const] : [],
    ),
  ),
  telling: new Map(columns.map(({ name, order }) => [name, order?.levels.map(({ level }) => level) ?? []])),
});

/** What plain counts give, under the names of the file. */
function expected(rows: readonly DataRow[], { edges, telling }: FrozenEdges, levels: string[]): unknown {
  const counting = {
    edges: { x: [...(edges.get(NAMES.x) ?? [])], y: [...(edges.get(NAMES.y) ?? [])] },
    ...{ levels, telling: [...(telling.get(NAMES.level) ?? [])] },
  };
  const facts = plainFacts([rows], counting) as {
    columns: { name: 'x' | 'y' | 'level'; values: { periods?: { timeColumn: string } | null } }[];
    products: object[];
  };
  return near({
    ...facts,
    engine: 'duckdb',
    columns: facts.columns.map(({ values, ...column }) => ({
      ...column,
      name: NAMES[column.name],
      values: values.periods ? { ...values, periods: { ...values.periods, timeColumn: NAMES.time } } : values,
    })),
    products: facts.products.map((product) => ({ ...product, x: NAMES.x, y: NAMES.y })),
  });
}

test('a file that was read is counted as plain counts do, without categories of few rows', async () => {
  const set = await open('data.csv', csvOf(data));
  const summary = await summaryOf(set, request);
  expect(summary.columns.map(({ name }) => name)).toEqual(request.columns.map(({ name }) => name));
  expect(comparable(summary)).toEqual(expected(data, edgesOf(summary), ['a', 'b']));
  expect(summary.columns[2]?.order?.levels.map(({ level }) => level)).not.toContain('seldom');
  expect(summary.columns[2]?.summary.values).toMatchObject({ rest: { rows: 3, levels: 1 } });
});

test('another file is counted on the edges of the first', async () => {
  const first = edgesOf(await summaryOf(await open('data.csv', csvOf(data)), request));
  const fewer = data.slice(0, 60).map((row) => ({ ...row, x: row.x === null ? null : row.x + 40 }));
  const summary = await summaryOf(await open('data.csv', csvOf(fewer)), { ...request, edges: first });
  expect(comparable(summary)).toEqual(expected(fewer, first, ['a', 'b']));
});

test('numbers kept as text, codes, booleans and segments are counted as they are used', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `${String(i % 2 === 0)},${i % 2 === 0 ? 'yes' : 'no'},${String(i % 4)},note ${String(i)},${i < 20 ? 'north' : 'south'}`,
  );
  const set = await open('data.csv', ['on,ready,code,note,site', ...rows].join('\n'));
  const summary = await summaryOf(set, {
    columns: [
      { name: 'on', type: 'boolean', role: 'feature' },
      { name: 'ready', type: 'boolean', role: 'feature' },
      { name: 'code', type: 'categorical', role: 'feature' },
      { name: 'note', type: 'text', role: 'feature' },
    ],
    ...{ time: null, segment: 'site', edges: null },
  });
  expect(summary.rows).toBe(40);
  expect(summary.segments.map(({ segment, rows }) => [segment, rows])).toEqual([
    ['north', 20],
    ['south', 20],
  ]);
  expect(summary.columns.map(({ summary: { values } }) => (values.kind === 'levels' ? values.levels : null))).toEqual([
    ['false', 'true'],
    ['no', 'yes'],
    ['0', '1', '2', '3'],
    null,
  ]);
});

test('probabilities are counted where their class is known; a file with others opens all the same', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `${i % 3 === 0 ? 'bad' : 'good'},${String(i / 100)},${String(1 - i / 100)}`,
  );
  const set = await open('data.csv', ['state,p,other', ...rows].join('\n'));
  const { model } = await summaryOf(set, {
    columns: [
      { name: 'state', type: 'categorical', role: 'target' },
      { name: 'p', type: 'numeric', role: 'probability', ofClass: 'bad' },
      { name: 'other', type: 'numeric', role: 'probability' },
    ],
    ...{ time: null, segment: null, edges: null },
  });
  expect(model.scores.map(({ column, label, target }) => [column, label, target])).toEqual([
    ['p', 'bad', 'bad'],
    ['p', 'bad', 'good'],
  ]);
  expect([...(model.scores[0]?.bins ?? [])]).toEqual(Array.from({ length: 20 }, (_, i) => 30 * i));
  expect([...(model.scores[0]?.total ?? [])]).toEqual(Array.from({ length: 20 }, (_, i) => (3 * i) / 100));
});

test('classes that fewer than five rows hold are put together, in counts by class and in scores; no row is lost', async () => {
  const classOf = (i: number): string => (i < 3 ? '…' : i < 6 ? 'Ms Seldom' : i % 2 === 0 ? 'good' : '…');
  const rows = Array.from({ length: 60 }, (_, i) => `${classOf(i)},${i === 7 ? 'Mr Rare' : 'good'},${String(i / 100)}`);
  const set = await open('data.csv', ['state,guess,p', ...rows].join('\n'));
  const { model, columns } = await summaryOf(set, {
    columns: [
      { name: 'state', type: 'categorical', role: 'target' },
      { name: 'guess', type: 'categorical', role: 'prediction' },
      { name: 'p', type: 'numeric', role: 'probability', ofClass: 'good' },
    ],
    ...{ time: null, segment: null, edges: null },
  });
  expect(JSON.stringify({ model, columns })).not.toMatch(/Seldom|Rare/);
  expect(model.confusion.map(({ target, predicted, n }) => [target, predicted, n])).toEqual([
    ['good', 'good', 27],
    ['…', 'good', 29],
    ['…', '… (2)', 1],
    ['… (2)', 'good', 3],
  ]);
  const scored = model.scores.map(({ target, n }) => [target, n.reduce((sum, count) => sum + count, 0)]);
  expect(scored).toEqual([
    ['good', 27],
    ['…', 30],
    ['… (2)', 3],
  ]);
});
