import { afterAll, beforeAll, expect, test } from 'vitest';
import { SUMMARY_COLUMNS } from '../../src/facts/summary-file.ts';
import type { Warehouse } from '../../src/facts/warehouses.ts';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import { brokenEdges, frozenEdges, type FrozenEdges, type LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { SummaryRequest } from '../../src/warehouse/request.ts';
import { byKey, differences, kindOf, type Sums } from '../warehouse/long-table.ts';
import { duckdb, type Engine } from './engines.ts';
import { classesRequest, regressionRequest } from './requests.ts';
import { makeTable, type MadeTable } from './table.ts';

type LongTable = ReadonlyMap<string, Sums>;

async function longRows({ ask }: Engine, statement: string): Promise<LongRow[]> {
  const rows = await ask(statement);
  return rows.map((row) => Object.fromEntries(SUMMARY_COLUMNS.map((name, at) => [name, row[at]])) as LongRow);
}

async function edgesOn(engine: Engine, request: SummaryRequest, warehouse: Warehouse): Promise<FrozenEdges> {
  const edges = frozenEdges(await longRows(engine, edgesStatement(request, warehouse)));
  if (edges === null) throw new Error(`${warehouse} gave no edges.`);
  return edges;
}

/** Everything but who counted, and how many different texts there may be. */
const comparable = (rows: readonly LongRow[]): LongTable =>
  new Map(
    [...byKey(rows.map((row) => (row.kind === 'summary' ? { ...row, other: null } : row)))].filter(
      ([key]) => kindOf(key) !== 'distinct',
    ),
  );

const texts = (rows: readonly LongRow[]): number => Number(rows.find(({ kind }) => kind === 'distinct')?.n ?? NaN);

/** Columns of few different values have them all as edges, whatever the engine's quantiles are. */
const FEW = ['whole', 'constant'];

/** An engine counts what DuckDB counts, on the same edges and the same rows. */
export function countsLikeDuckDb(warehouse: Warehouse, start: (table: MadeTable) => Promise<Engine>): void {
  let [wanted, engine]: Engine[] = [];

  beforeAll(async () => {
    const table = await makeTable();
    wanted = await duckdb(table);
    engine = await start(table);
  });
  afterAll(() => engine?.end());

  const both = (): [Engine, Engine] => {
    if (wanted === undefined || engine === undefined) throw new Error('The engines did not start.');
    return [wanted, engine];
  };

  test.each([
    { name: 'every type, hostile names, a model of classes', requested: classesRequest, columns: 25 },
    { name: 'a regression without time', requested: regressionRequest, columns: 3 },
  ])('$name', async ({ requested, columns }) => {
    const [plain, other] = both();
    const edges = await edgesOn(plain, requested('duckdb'), 'duckdb');
    expect(edges.edges.size).toBeGreaterThan(columns);
    const rows = await longRows(plain, countsStatement(requested('duckdb'), edges, 'duckdb'));
    const found = await longRows(other, countsStatement(requested(warehouse), edges, warehouse));
    expect(found[0]).toMatchObject({ kind: 'summary', other: warehouse });
    expect(differences(comparable(found), comparable(rows))).toEqual([]);
    if (!Number.isNaN(texts(rows))) expect(Math.abs(texts(found) / 4883 - 1)).toBeLessThan(0.1);
  });

  test('edges of its own', async () => {
    const [plain, other] = both();
    const [there, here] = [
      await edgesOn(plain, classesRequest('duckdb'), 'duckdb'),
      await edgesOn(other, classesRequest(warehouse), warehouse),
    ];
    expect(here.telling).toEqual(there.telling);
    expect(brokenEdges(here)).toEqual([]);
    expect([...here.edges.keys()].sort()).toEqual([...there.edges.keys()].sort());
    for (const name of FEW) expect(here.edges.get(name)).toEqual(there.edges.get(name));
    for (const [name, list] of there.edges) {
      const own = here.edges.get(name) ?? [];
      expect([name, own[0], own.at(-1)]).toEqual([name, list[0], list.at(-1)]);
      expect(own.length).toBeLessThanOrEqual(30);
    }
  });
}
