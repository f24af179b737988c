import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchTable {
  rows: number;
  columns: number;
  format: 'csv' | 'parquet';
  /** Adds a target and what a model says of it. */
  model?: Task;
}

export type Task = 'regression' | 'binary' | 'multiclass';

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

const sigmoid = (value: string): string => `1 / (1 + exp(-(${value})))`;

/** A target and a prediction, as expressions over the other columns; classes with their probabilities. */
const modelExpressions: Record<Task, (shift: number) => { inner: string; outer: string }> = {
  regression: (shift) => ({
    inner: `sensor_1 + sensor_2 + ${NORMAL} AS target, sensor_1 + sensor_2 + ${String(shift)} + 0.3 * ${NORMAL} AS guess`,
    outer: '* EXCLUDE (guess), round(guess, 6) AS prediction',
  }),
  binary: (shift) => ({
    inner: `${sigmoid(`sensor_1 - 12 + ${NORMAL}`)} AS chance, ${sigmoid(`sensor_1 - 12 + ${String(shift)}`)} AS probability, random() AS luck`,
    outer: '* EXCLUDE (chance, luck), (luck < chance)::INTEGER AS target, (probability >= 0.5)::INTEGER AS prediction',
  }),
  multiclass: (shift) => ({
    inner: `exp(sensor_1 - 10) AS a, exp(sensor_2 - 20 + ${String(shift)}) AS b, 1.0 AS c, random() AS luck`,
    outer: `* EXCLUDE (a, b, c, luck), a / (a + b + c) AS p_high, b / (a + b + c) AS p_middle, c / (a + b + c) AS p_low,
      CASE WHEN luck < a / (a + b + c) THEN 'high' WHEN luck < (a + b) / (a + b + c) THEN 'middle' ELSE 'low' END AS target,
      CASE WHEN a >= b AND a >= c THEN 'high' WHEN b >= c THEN 'middle' ELSE 'low' END AS prediction`,
  }),
};

/** The rows of a file as a query. */
function rowsQuery({ rows, columns, model }: BenchTable, start: string, shift: number): string {
  const expressions = columnExpressions(columns, shift).join(', ');
  const features = `SELECT TIMESTAMP '${start}' + to_seconds(i * 10) AS time, ${expressions} FROM range(${String(rows)}) t(i)`;
  if (model === undefined) return features;
  const { inner, outer } = modelExpressions[model](shift);
  return `SELECT ${outer} FROM (SELECT *, ${inner} FROM (${features}))`;
}

async function write(path: string, table: BenchTable, seed: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const start = seed === 1 ? '2026-01-01' : '2026-07-01';
  await connection.run(`SELECT setseed(0.${String(seed)}1)`);
  await connection.run(
    `COPY (${rowsQuery(table, start, seed === 1 ? 0 : 0.2)}) ` +
      `TO '${path}' (${table.format === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet, COMPRESSION snappy'})`,
  );
  connection.closeSync();
  instance.closeSync();
}

/** Two seeded files, made once and kept in the folder; the second is shifted in some columns. */
export async function benchPair(folder: string, table: BenchTable): Promise<BenchPair> {
  mkdirSync(folder, { recursive: true });
  const path = (name: string): string =>
    join(
      folder,
      `${[name, table.model].filter(Boolean).join('_')}_${String(table.rows)}x${String(table.columns)}.${table.format}`,
    );
  const pair = { reference: path('reference'), current: path('current') };
  if (!existsSync(pair.reference)) await write(pair.reference, table, 1);
  if (!existsSync(pair.current)) await write(pair.current, table, 2);
  return pair;
}

/** Megabytes of both files. */
export function pairMegabytes(pair: BenchPair): number {
  return (statSync(pair.reference).size + statSync(pair.current).size) / 1e6;
}
