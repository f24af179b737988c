import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchTable {
  rows: number;
  columns: number;
  format: 'csv' | 'parquet';
}

export interface BenchPair {
  reference: string;
  current: string;
}

const NORMAL = 'sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())';

/** Column expressions: a time, then numbers with some categories between them (about a quarter). */
function columnExpressions(columns: number, shift: number): string[] {
  return Array.from({ length: columns - 1 }, (_, i) => {
    if (i % 4 === 3)
      return `'level ' || (floor(random() * random() * ${String(4 + i)}))::INTEGER AS category_${String(i)}`;
    if (i % 10 === 0) return `(floor(1000 * random()))::INTEGER AS count_${String(i)}`;
    return `round(${String(10 * i)} + ${NORMAL} + ${String(i % 5 === 1 ? shift : 0)}, 10) AS sensor_${String(i)}`;
  });
}

async function write(path: string, table: BenchTable, seed: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const start = seed === 1 ? '2026-01-01' : '2026-07-01';
  const expressions = columnExpressions(table.columns, seed === 1 ? 0 : 0.2).join(', ');
  await connection.run(`SELECT setseed(0.${String(seed)}1)`);
  await connection.run(
    `COPY (SELECT TIMESTAMP '${start}' + to_seconds(i * 10) AS time, ${expressions} FROM range(${String(table.rows)}) t(i)) ` +
      `TO '${path}' (${table.format === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet, COMPRESSION snappy'})`,
  );
  connection.closeSync();
  instance.closeSync();
}

/** Two seeded files, made once and kept in the folder; the second is shifted in some columns. */
export async function benchPair(folder: string, table: BenchTable): Promise<BenchPair> {
  mkdirSync(folder, { recursive: true });
  const path = (name: string): string =>
    join(folder, `${name}_${String(table.rows)}x${String(table.columns)}.${table.format}`);
  const pair = { reference: path('reference'), current: path('current') };
  if (!existsSync(pair.reference)) await write(pair.reference, table, 1);
  if (!existsSync(pair.current)) await write(pair.current, table, 2);
  return pair;
}

/** Megabytes of both files. */
export function pairMegabytes(pair: BenchPair): number {
  return (statSync(pair.reference).size + statSync(pair.current).size) / 1e6;
}
