import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSummaryFile } from '../../../src/engine/summary/read-summary-file.ts';
import type { NumberValues } from '../../../src/facts/summary.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import { countsStatement } from '../../../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../../../src/warehouse/edges-statement.ts';
import { frozenEdges, type FrozenEdges } from '../../../src/warehouse/frozen-edges.ts';
import { USUAL_REQUEST, type RequestedColumn, type SummaryRequest } from '../../../src/warehouse/request.ts';
import { openDuckDb, type Engine } from '../../warehouse/duckdb.ts';
import { plainCount } from '../../warehouse/plain-count.ts';
import {
  CLASS_COLUMNS,
  HOSTILE_COLUMNS,
  randomTable,
  requestFor,
  tableStatements,
  type Cell,
} from '../../warehouse/random-table.ts';
import type { DataRow } from './count-rows.ts';
import { comparable, near, plainFacts, untyped } from './plain-facts.ts';
import { openTogether, readRows } from './read-rows.ts';
import { asParquet, type SummaryRow } from './summary-rows.ts';

let duckdb: Engine;
const folder = mkdtempSync(join(tmpdir(), 'summary-'));
beforeAll(async () => {
  duckdb = await openDuckDb();
});
afterAll(() => {
  duckdb.close();
  rmSync(folder, { recursive: true });
});

const edgesFor = async (request: SummaryRequest): Promise<FrozenEdges> =>
  frozenEdges(await duckdb.run(edgesStatement(request, 'duckdb'))) ?? { edges: new Map(), telling: new Map() };

/** What a person does: the second statement's result as Parquet. */
async function summaryOf(request: SummaryRequest, edges: FrozenEdges): Promise<Uint8Array> {
  const path = join(folder, 'summary.parquet');
  await duckdb.run(`COPY (${countsStatement(request, edges, 'duckdb')}) TO '${path}' (FORMAT parquet)`);
  return readFileSync(path);
}

const COLUMNS: RequestedColumn[] = [
  { name: 'x', type: 'number', role: 'feature' },
  { name: 'y', type: 'number', role: 'feature' },
  { name: 'level', type: 'category', role: 'feature' },
  { name: 'time', type: 'time', role: 'time', declared: 'TIMESTAMP' },
];
const LEVELS = ['a', 'b', '', 'NA', '__proto__'];

const dataRow: fc.Arbitrary<DataRow> = fc.record({
  time: fc.integer({ min: 0, max: 96 }).map((half) => Date.UTC(2024, 1, 28) + half * 1_800_000),
  x: fc.oneof(fc.integer({ min: -40, max: 40 }), fc.constantFrom(null, NaN, Infinity, -Infinity, 0.5)),
  y: fc.integer({ min: -100, max: 100 }),
  level: fc.constantFrom(null, ...LEVELS),
});

test('rows, a statement and Parquet give what plain counts give', async () => {
  const tables = fc.array(fc.array(dataRow, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 2 });
  const request = {
    ...USUAL_REQUEST,
    ...{ source: { table: ['t'] }, columns: COLUMNS, time: 'time', segment: null, bins: 5, tellingLevels: 2 },
  };
  const store = async (rows: readonly DataRow[]): Promise<void> => {
    const cells = rows.map(({ x, y, level, time = null }): Cell[] => [x, y, level, time, null]);
    for (const statement of tableStatements('t', { columns: COLUMNS, rows: cells })) await duckdb.run(statement);
  };
  await fc.assert(
    fc.asyncProperty(tables, async (parts) => {
      await store(parts[0] ?? []);
      const edges = await edgesFor(request);
      const files: Record<string, Uint8Array> = {};
      for (const [i, rows] of parts.entries()) {
        await store(rows);
        files[`${String(i)}.parquet`] = await summaryOf(request, edges);
      }
      const counting = {
        edges: { x: [...(edges.edges.get('x') ?? [])], y: [...(edges.edges.get('y') ?? [])] },
        ...{ levels: LEVELS, telling: [...(edges.telling.get('level') ?? [])] },
      };
      const read = await readSummaryFile(await openTogether(files));
      expect({ ...(comparable(read) as object), engine: 'test' }).toEqual(near(plainFacts(parts, counting)));
    }),
    { numRuns: 15 },
  );
}, 120_000);

describe('a statement and loops over the rows are read alike', () => {
  /** Without what engines guess, and what differs with the order of summing. */
  const facts = ({ columns, products, model, ...file }: SummaryFile): unknown => ({
    ...file,
    // Sums of products and errors are what large terms leave of each other.
    model: {
      ...model,
      errors: Object.entries(model.errors ?? {}).map(([name, { starts, n }]) => ({ name, starts, n })),
    },
    products: products.map(({ x, y, n }) => ({ x, y, n })),
    columns: columns.map(({ summary: { slices: _, ...summary }, ...column }) => ({
      ...column,
      ...summary,
      values: summary.values.kind === 'texts' ? null : summary.values,
    })),
  });

  test.each([
    ['with hostile names and values', HOSTILE_COLUMNS, {}],
    ['of classes', CLASS_COLUMNS, {}],
    ['without times', HOSTILE_COLUMNS.filter(({ role }) => role !== 'time'), { segment: null }],
  ])('%s', async (_, columns, more) => {
    const table = randomTable(columns, 300, 3);
    const request = requestFor(columns, 'x"y', more);
    for (const statement of tableStatements('x"y', table)) await duckdb.run(statement);
    const edges = await edgesFor(request);
    const counted = await readSummaryFile(await openTogether({ 'a.parquet': await summaryOf(request, edges) }));
    const plain = await readRows(plainCount(table, request, edges) as SummaryRow[]);
    expect(untyped(facts(counted))).toEqual(near(facts(plain)));
  });
});

test('files of several engines are one: whole numbers here, doubles there', async () => {
  const table = randomTable(CLASS_COLUMNS, 50, 5);
  const request = requestFor(CLASS_COLUMNS, 't');
  for (const statement of tableStatements('t', table)) await duckdb.run(statement);
  const edges = await edgesFor(request);
  const [whole, double] = [
    await summaryOf(request, edges),
    asParquet(plainCount(table, request, edges) as SummaryRow[]),
  ];
  for (const files of [
    { 'a.parquet': whole, 'b.parquet': double },
    { 'a.parquet': double, 'b.parquet': whole },
  ]) {
    const { rows, columns } = await readSummaryFile(await openTogether(files));
    expect(rows).toBe(100);
    const { values } = columns.at(-1)?.summary ?? {};
    const finite = table.rows.filter((row) => Number.isFinite(row[CLASS_COLUMNS.length - 1])).length;
    expect(values).toMatchObject({ kind: 'numbers' });
    expect((values as NumberValues).upTo.at(-1)).toBe(2 * finite);
  }
});
