import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';
import { brokenEdges, frozenEdges } from '../../src/warehouse/frozen-edges.ts';
import { openDuckDb, type Engine } from './duckdb.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => {
  engine.close();
});

const { duckdb, postgres, spark, bigquery, clickhouse, snowflake, trino } = DIALECTS;

describe('a literal comes back from DuckDB bit for bit', () => {
  test.each([
    ...[0.1, 1 / 3, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308],
    ...[2 ** 53, 2 ** 53 + 2, 1e21, 273.15, -0.1, 1e-7, 0, Infinity, -Infinity, 4.35, 123456789.12345679],
  ])('%f', async (value) => {
    const [row] = await engine.run(`SELECT ${duckdb.double(value)} AS least`);
    expect(row?.least).toBe(value);
  });

  test.each(["it's", '\\', '\\n', 'a\nb', '"', '`', '%', "\\' OR 1=1 --", '', 'ü⏱'])('%s', async (value) => {
    const [row] = await engine.run(`SELECT ${duckdb.text(value)} AS label`);
    expect(row?.label).toBe(value);
  });
});

test('−0 is no edge of its own', () => {
  expect(duckdb.double(-0)).toBe(duckdb.double(0));
});

test('names and texts cannot end where they stand', () => {
  expect(duckdb.identifier('a"b')).toBe('"a""b"');
  expect(spark.identifier('a`b')).toBe('`a``b`');
  expect(bigquery.identifier('a`b\\')).toBe('`a\\`b\\\\`');
  expect(clickhouse.identifier('a"b\\')).toBe('"a\\"b\\\\"');
  for (const { text } of [spark, bigquery, clickhouse, snowflake]) expect(text("\\' OR\n")).toBe("'\\\\\\' OR\\n'");
  expect(postgres.text("\\' OR")).toBe("E'\\\\\\' OR'");
  for (const { text } of [duckdb, trino]) expect(text("\\' OR")).toBe("'\\'' OR'");
});

test('edges are taken in the order of their places, under any name', () => {
  const edge = (name: string, bin: number, least: unknown): object => ({ kind: 'edge', name, bin, least });
  const frozen = frozenEdges([
    ...[edge('__proto__', 1, '2.5'), edge('__proto__', 0, -0), edge('a', 0, 1), edge('a', 1, 1)],
    { kind: 'telling', name: 'c', bin: 1n, label: '' },
    { kind: 'telling', name: 'c', bin: 0n, label: '__proto__' },
    { kind: 'rows', n: 5 },
  ]);
  expect(frozen?.edges.get('__proto__')).toEqual([0, 2.5]);
  expect(frozen?.telling.get('c')).toEqual(['__proto__', '']);
  expect(frozen && brokenEdges(frozen)).toEqual(['a']);
  expect(frozenEdges([{ kind: 'rows', n: 5 }])).toBeNull();
});
