import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUMMARY_KINDS } from '../../src/facts/summary-file.ts';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import { frozenEdges, NO_EDGES, type FrozenEdges, type LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { RequestedColumn, SummaryRequest } from '../../src/warehouse/request.ts';
import { openDuckDb, type Engine } from './duckdb.ts';
import { added, byKey, differences, hasAllColumns, kindOf } from './long-table.ts';
import { plainCount } from './plain-count.ts';
import {
  CLASS_COLUMNS,
  HOSTILE_COLUMNS,
  randomTable,
  requestFor,
  tableStatements,
  type Table,
} from './random-table.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => {
  engine.close();
});

async function store(name: string, table: Table): Promise<void> {
  for (const statement of tableStatements(name, table)) await engine.run(statement);
}

async function edgesOf(request: SummaryRequest): Promise<FrozenEdges> {
  return frozenEdges(await engine.run(edgesStatement(request, 'duckdb'))) ?? NO_EDGES;
}

const count = (request: SummaryRequest, edges: FrozenEdges): Promise<LongRow[]> =>
  engine.run(countsStatement(request, edges, 'duckdb'));

/** Without a column of times there are neither days nor stretches. */
const timeless = HOSTILE_COLUMNS.filter(({ role }) => role !== 'time');
const numbersAlone = HOSTILE_COLUMNS.filter(({ type }) => type === 'number').slice(0, 1);
const textsAlone = HOSTILE_COLUMNS.filter(({ type }) => type === 'text');

type LongTable = ReturnType<typeof byKey>;

/** What is no guess; and a loop over no row makes no row of nothing. */
const exact = (table: LongTable): LongTable =>
  new Map(
    [...table].filter(([key, { n }]) => {
      const kind = kindOf(key);
      return kind !== 'distinct' && !(['product', 'paired'].includes(kind) && n === 0);
    }),
  );

/** Numbers of different texts that are far from what they are. */
const guessed = (found: LongTable, wanted: LongTable): string[] =>
  [...wanted].flatMap(([key, { n }]) => {
    const guess = found.get(key)?.n ?? NaN;
    return kindOf(key) !== 'distinct' || Math.abs(guess - (n ?? 0)) <= 0.1 * (n ?? 0) + 1 ? [] : [key];
  });

describe('a statement counts what a loop over the rows counts', () => {
  test.each<[string, RequestedColumn[], number, Partial<SummaryRequest>]>([
    ['with hostile names and values', HOSTILE_COLUMNS, 400, {}],
    ['of classes', CLASS_COLUMNS, 400, {}],
    ['by stretches of ten minutes', HOSTILE_COLUMNS, 150, { stretch: 600_000 }],
    ['without segments', HOSTILE_COLUMNS, 150, { segment: null }],
    ['without times', timeless, 150, {}],
    ['of one column', numbersAlone, 50, { segment: null }],
    ['of texts', textsAlone, 50, {}],
    ['of few products', HOSTILE_COLUMNS, 50, { mostProducts: 2 }],
    ['of one row', HOSTILE_COLUMNS, 1, {}],
    ['of no row', HOSTILE_COLUMNS, 0, {}],
  ])('%s', async (what, columns, rows, more) => {
    for (const seed of [1, 2, 3]) {
      const table = randomTable(columns, rows, seed + what.length);
      const request = requestFor(columns, 'x"y', more);
      await store('x"y', table);
      const edges = await edgesOf(request);
      const found = await count(request, edges);
      expect(found[0]?.kind).toBe('summary');
      expect(found.every(hasAllColumns)).toBe(true);
      const wanted = byKey(plainCount(table, request, edges));
      expect(differences(exact(byKey(found)), exact(wanted))).toEqual([]);
      expect(guessed(byKey(found), wanted)).toEqual([]);
    }
  });

  test('every kind of row is among them', async () => {
    const kinds = new Set<unknown>();
    for (const columns of [HOSTILE_COLUMNS, CLASS_COLUMNS]) {
      await store('all', randomTable(columns, 300, 5));
      const request = requestFor(columns, 'all');
      for (const { kind } of await count(request, await edgesOf(request))) kinds.add(kind);
    }
    expect([...SUMMARY_KINDS].filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

test('summaries of parts add up to the summary of the whole', async () => {
  const columns = HOSTILE_COLUMNS.filter(({ type }) => type !== 'text');
  const whole = randomTable(columns, 500, 11);
  const request = (name: string): SummaryRequest => requestFor(columns, name, { mostLevels: 1000 });
  await store('whole', whole);
  await store('first', { columns, rows: whole.rows.slice(0, 180) });
  await store('second', { columns, rows: whole.rows.slice(180) });
  const edges = await edgesOf(request('whole'));
  const [all, first, second] = await Promise.all(
    ['whole', 'first', 'second'].map(async (name) => byKey(await count(request(name), edges))),
  );
  const said = ['column', 'edge', 'telling', 'probability'];
  const adding = (table: LongTable = new Map()): LongTable =>
    new Map([...table].filter(([key]) => !said.includes(kindOf(key))));
  expect(adding(all).size).toBeGreaterThan(1000);
  expect(differences(added(adding(second), adding(first)), adding(all))).toEqual([]);
});
