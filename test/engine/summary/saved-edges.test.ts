import { expect, test } from 'vitest';
import { EDGES_READING, fetchEdges } from '../../../src/engine/summary/saved-edges.ts';
import { SUMMARY_COLUMNS } from '../../../src/facts/summary-file.ts';
import { openTables } from '../open-tables.ts';
import { asCsv, asParquet, type SummaryRow } from './summary-rows.ts';

const edge = (name: string, bin: number, value: number): SummaryRow => ({
  kind: 'edge',
  ...{ name, bin, least: value, greatest: value },
});
const telling = (name: string, bin: number, label: string): SummaryRow => ({ kind: 'telling', name, bin, label });

/** Not in the order of the bins; names and categories are ones that other tables would read in another way. */
const rows: SummaryRow[] = [
  edge('__proto__', 1, 0.1 + 0.2),
  edge('__proto__', 0, -0),
  edge('NA', 0, 1e-300),
  telling('line "1", <b>', 1, 'NA'),
  telling('line "1", <b>', 0, '007'),
];
const read = async (name: string, content: string | Uint8Array) => {
  const [set] = await openTables({ [name]: content }, EDGES_READING);
  return fetchEdges(set!, undefined);
};

const filled = (row: SummaryRow): object => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null));

test.each([
  ['edges.parquet', asParquet(rows)],
  [
    'capitals.parquet',
    asParquet(
      rows,
      SUMMARY_COLUMNS.map((name) => name.toUpperCase()),
    ),
  ],
  ['edges.csv', asCsv(rows)],
  // Spark leaves out what is empty.
  ['edges.json', rows.map((row) => JSON.stringify(filled(row))).join('\n')],
])('edges and categories stand in %s as they were saved', async (name, content) => {
  expect(await read(name, content)).toEqual({
    edges: new Map([
      ['__proto__', [0, 0.1 + 0.2]],
      ['NA', [1e-300]],
    ]),
    telling: new Map([['line "1", <b>', ['007', 'NA']]]),
    broken: [],
  });
});

test('edges that do not ascend, or are missing, are told by their column', async () => {
  const broken = [edge('a', 0, 1), edge('a', 1, 1), edge('b', 0, 1), { kind: 'edge', name: 'c', bin: 0 }];
  expect((await read('edges.csv', asCsv(broken)))?.broken).toEqual(['a', 'c']);
});

test('a table without edges has none', async () => {
  expect(await read('data.csv', 'a,b\n1,2\n3,4\n')).toBeNull();
  expect(await read('counts.csv', asCsv([{ kind: 'rows', n: 4 }]))).toBeNull();
});
